using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Assessments;

/// <summary>
/// The answers of one sheet that were entered without knowledge of the current answer, for example on two devices offline. Neither overwrites the
/// other: the head of the office settles the conflict. An id keeps its meaning after its conflict is settled.
/// </summary>
internal sealed class AnswerConflicts
{
    private readonly List<OpenConflict> open;
    private readonly Dictionary<Guid, Answer> answers = [];

    public AnswerConflicts(IEnumerable<OpenConflict> open)
    {
        this.open = [.. open];

        foreach (var conflict in this.open)
        {
            answers.Add(conflict.Sent.Id, conflict.Sent.Answer);
        }
    }

    /// <summary>In the order in which they arose.</summary>
    public IReadOnlyList<OpenConflict> Open => open;

    /// <summary>Whether an answer conflicts: it is based on another version than the current one.</summary>
    /// <param name="version">The version of the current answer; 0 if there is none.</param>
    public static bool IsConflict(SentAnswer sent, int version) => (sent.BaseVersion ?? 0) != version;

    /// <summary>Whether the answer with an id is in conflict, or lost one.</summary>
    public bool Holds(Guid id) => answers.ContainsKey(id);

    public Answer? Find(Guid id) => answers.GetValueOrDefault(id);

    public void Add(SentAnswer sent, StoredAnswer current, Guid? by, DateTimeOffset now)
    {
        open.Add(new(sent, current.Version, now, by));
        answers.Add(sent.Id, sent.Answer);
    }

    /// <summary>Records a conflict that the log contains and that may have been settled since.</summary>
    public void AddLogged(SentAnswer sent) => answers[sent.Id] = sent.Answer;

    /// <summary>Removes an answer that became the current one.</summary>
    public void Remove(Guid id) => answers.Remove(id);

    /// <summary>Closes a conflict.</summary>
    public OpenConflict Close(Guid id)
    {
        var conflict = open.Find(each => each.Sent.Id == id);
        Rule.Require(conflict is not null, SheetErrors.NoSuchConflict);
        open.Remove(conflict);

        return conflict;
    }

    /// <summary>Returns the fault that tells the sender of a conflicting answer which version is the current one, and whether the conflict is settled.</summary>
    public Fault FaultOf(Guid id, int version) =>
        (open.Exists(conflict => conflict.Sent.Id == id) ? SheetErrors.Outdated(version) : SheetErrors.Settled(version)).At("/baseVersion");
}

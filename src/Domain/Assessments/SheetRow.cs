using Compliance.Domain.Instruments;
using Compliance.Domain.Scoring;

namespace Compliance.Domain.Assessments;

/// <summary>
/// The sheet of one assessment as it is kept: one row, whatever the number of answers. The version counts
/// the batches that changed it.
/// </summary>
public sealed class SheetRow(AssessmentId assessmentId, int version, SheetContent content)
{
    public AssessmentId AssessmentId { get; } = assessmentId;

    public int Version { get; private set; } = version;

    public SheetContent Content { get; private set; } = content;

    public static SheetRow Empty(AssessmentId assessment) => new(assessment, 0, new([], []));

    public Sheet Open(Instrument instrument) =>
        new(instrument, Content.Answers, Content.Replaced.Select(answer => KeyValuePair.Create(answer.Id, answer.Answer)));

    public void Keep(Sheet sheet)
    {
        Content = new([.. sheet.Answers], [.. sheet.Replaced.Select(pair => new ReplacedAnswer(pair.Key, pair.Value))]);
        Version++;
    }
}

/// <param name="Replaced">What stood once, so that the ids of it are recognised.</param>
public sealed record SheetContent(IReadOnlyList<StoredAnswer> Answers, IReadOnlyList<ReplacedAnswer> Replaced);

public sealed record ReplacedAnswer(Guid Id, Answer Answer);

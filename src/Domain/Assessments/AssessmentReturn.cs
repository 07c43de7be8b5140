using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Assessments;

public readonly record struct ReturnId(Guid Value) : IEntityId<ReturnId>
{
    public static ReturnId From(Guid value) => new(value);
}

public readonly record struct ReturnReasonId(Guid Value) : IEntityId<ReturnReasonId>
{
    public static ReturnReasonId From(Guid value) => new(value);
}

/// <summary>The return of an assessment by head office: when, by whom, and for which reasons, each of which the office answers.</summary>
public sealed class AssessmentReturn
{
    private readonly List<ReturnReason> reasons = [];

    private AssessmentReturn(ReturnId id, AssessmentId assessmentId, DateTimeOffset raisedAt, AccountId raisedBy)
    {
        Id = id;
        AssessmentId = assessmentId;
        RaisedAt = raisedAt;
        RaisedBy = raisedBy;
    }

    public ReturnId Id { get; }

    public AssessmentId AssessmentId { get; }

    public DateTimeOffset RaisedAt { get; }

    public AccountId RaisedBy { get; }

    /// <summary>In the order in which the verifier gave them, at least one.</summary>
    public IReadOnlyList<ReturnReason> Reasons => reasons;

    /// <summary>Refuses pointers that do not refer to an observation of the form, reporting all of them at once.</summary>
    /// <param name="raised">Pointers as <see cref="ReturnPlace"/> parses them, with what has to be corrected there.</param>
    public static AssessmentReturn Raise(
        ReturnId id,
        Assessment assessment,
        Instrument instrument,
        IReadOnlyList<(ReturnReasonId Id, string Pointer, string Text)> raised,
        AccountId by,
        DateTimeOffset now)
    {
        Rule.RequireNone(
            [.. raised.Index().Where(each => !ReturnPlace.IsInForm(each.Item.Pointer, instrument, assessment.Planned))
                .Select(each => AssessmentErrors.UnknownObservation.At($"/reasons/{each.Index}/pointer"))],
            AssessmentErrors.UnknownObservation);
        var made = new AssessmentReturn(id, assessment.Id, now, by);
        made.reasons.AddRange(raised.Select((each, index) => new ReturnReason(each.Id, index, each.Pointer, each.Text)));

        return made;
    }

    public ReturnReason? Find(ReturnReasonId reason) => reasons.Find(each => each.Id == reason);
}

/// <summary>One thing that the verifier wants corrected or explained.</summary>
public sealed class ReturnReason
{
    internal ReturnReason(ReturnReasonId id, int number, string pointer, string text)
    {
        Id = id;
        Number = number;
        Pointer = pointer;
        Text = text;
    }

    public ReturnReasonId Id { get; }

    /// <summary>Its position in the return, from 0.</summary>
    public int Number { get; }

    /// <summary>The observation, as <see cref="ReturnPlace"/> parses it; empty for the whole sheet.</summary>
    public string Pointer { get; }

    public string Text { get; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public AccountId? ClosedBy { get; private set; }

    /// <summary>The answer of the office.</summary>
    public string? Answer { get; private set; }

    public bool IsOpen => ClosedAt is null;

    /// <summary>Idempotent: the same answer again changes nothing, regardless of who sends it.</summary>
    /// <param name="status">The status of the assessment: the office can answer only while it works on it.</param>
    public void Close(string answer, AssessmentStatus status, AccountId by, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            Rule.Require(Answer == answer, AssessmentErrors.ReturnReasonClosed);

            return;
        }

        Rule.Require(status.IsFieldWork(), AssessmentErrors.StatusForbids(status));
        (Answer, ClosedBy, ClosedAt) = (answer, by, now);
    }
}

/// <summary>The target of a reason: <c>/indicator/subject</c>, <c>/indicator/subject/technique</c>, or empty for the whole sheet.</summary>
public static class ReturnPlace
{
    public static bool IsInForm(string pointer, Instrument instrument, PlannedSubjects planned)
    {
        if (pointer.Length == 0)
        {
            return true;
        }

        var parts = pointer.Split('/');

        if (parts is not (["", _, _] or ["", _, _, _]))
        {
            return false;
        }

        var observation = new Observation(JsonPointer.Unescape(parts[1]), JsonPointer.Unescape(parts[2]));

        return observation.Check(instrument, planned) is null
            && (parts.Length == 3 || IsTechniqueOf(instrument.Indicators[instrument.PositionOf(observation.Indicator)!.Value], parts[3]));
    }

    private static bool IsTechniqueOf(Indicator indicator, string name) =>
        indicator.Techniques.Any(technique => technique.ToCamelCase() == name);
}

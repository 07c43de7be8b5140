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

/// <summary>Head office sent an assessment back: when, by whom, and for which reasons, each of which the office answers.</summary>
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

    /// <summary>In the order of the verifier, at least one.</summary>
    public IReadOnlyList<ReturnReason> Reasons => reasons;

    /// <summary>Every place that is no observation of the form is refused, all of them at once.</summary>
    /// <param name="raised">Pointers as <see cref="ReturnPlace"/> reads them, with what is to be mended there.</param>
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

/// <summary>One thing that the verifier wants mended or explained.</summary>
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

    /// <summary>Its place in the return, from 0.</summary>
    public int Number { get; }

    /// <summary>The observation, as <see cref="ReturnPlace"/> reads it; empty for the whole sheet.</summary>
    public string Pointer { get; }

    public string Text { get; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public AccountId? ClosedBy { get; private set; }

    /// <summary>What the office answers.</summary>
    public string? Answer { get; private set; }

    public bool IsOpen => ClosedAt is null;

    /// <summary>The same answer again changes nothing, whoever sends it.</summary>
    /// <param name="status">Of the assessment: the office answers while it works on it.</param>
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

/// <summary>Where a reason points: <c>/indicator/subject</c>, <c>/indicator/subject/technique</c>, or nowhere in particular.</summary>
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

        var observation = new Observation(Unescape(parts[1]), Unescape(parts[2]));

        return observation.Check(instrument, planned) is null
            && (parts.Length == 3 || IsTechniqueOf(instrument.Indicators[instrument.PositionOf(observation.Indicator)!.Value], parts[3]));
    }

    private static bool IsTechniqueOf(Indicator indicator, string name) =>
        indicator.Techniques.Any(technique => technique.ToCamelCase() == name);

    private static string Unescape(string part) =>
        part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}

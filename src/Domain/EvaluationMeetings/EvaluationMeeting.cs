using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.EvaluationMeetings;

public readonly record struct EvaluationMeetingId(Guid Value) : IEntityId<EvaluationMeetingId>
{
    public static EvaluationMeetingId From(Guid value) => new(value);

    public static bool operator <(EvaluationMeetingId left, EvaluationMeetingId right) => left.Value < right.Value;

    public static bool operator >(EvaluationMeetingId left, EvaluationMeetingId right) => left.Value > right.Value;
}

/// <summary>The number of people of a role who attended, such as "head of unit"; never their names.</summary>
public sealed record Attendees(string Role, int Number);

/// <summary>What the meeting agreed on.</summary>
/// <param name="ResponsiblePost">The post that is responsible, never a person.</param>
public sealed record AgreedAction(string Text, DateOnly DueOn, string ResponsiblePost);

/// <summary>The record of a meeting.</summary>
/// <param name="Year">The year of the result that was discussed.</param>
public sealed record MeetingContent(
    int Year,
    DateOnly On,
    string Place,
    IReadOnlyList<Attendees> Attendees,
    IReadOnlyList<ServiceUnitId> Units,
    IReadOnlyList<Theme> Themes,
    string? Notes,
    IReadOnlyList<AgreedAction> Actions)
{
    public const int MostOfEach = 100;

    public bool SaysTheSameAs(MeetingContent other) =>
        (Year, On, Place, Notes) == (other.Year, other.On, other.Place, other.Notes)
        && Attendees.SequenceEqual(other.Attendees)
        && Units.SequenceEqual(other.Units)
        && Themes.SequenceEqual(other.Themes)
        && Actions.SequenceEqual(other.Actions);
}

/// <summary>A meeting of an institution with the Ombudsman about its result (rapat evaluasi).</summary>
public sealed class EvaluationMeeting : IVersioned
{
    private EvaluationMeeting()
    {
    }

    public EvaluationMeetingId Id { get; private init; }

    public InstitutionId InstitutionId { get; private init; }

    /// <summary>The year of the result that was discussed.</summary>
    public int Year { get; private set; }

    public DateOnly On { get; private set; }

    public string Place { get; private set; } = "";

    public IReadOnlyList<Attendees> Attendees { get; private set; } = [];

    public IReadOnlyList<ServiceUnitId> Units { get; private set; } = [];

    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    public string? Notes { get; private set; }

    public IReadOnlyList<AgreedAction> Actions { get; private set; } = [];

    public AccountId RecordedBy { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    public int Version { get; private set; } = 1;

    public MeetingContent Content => new(Year, On, Place, Attendees, Units, Themes, Notes, Actions);

    public static EvaluationMeeting Record(EvaluationMeetingId id, InstitutionId institution, MeetingContent content, AccountId by, DateTimeOffset now)
    {
        var meeting = new EvaluationMeeting { Id = id, InstitutionId = institution, RecordedBy = by, RecordedAt = now };
        meeting.Apply(content);

        return meeting;
    }

    public bool SaysTheSameAs(InstitutionId institution, MeetingContent content) => InstitutionId == institution && Content.SaysTheSameAs(content);

    /// <summary>Replaces the record. Idempotent.</summary>
    public void Correct(MeetingContent content)
    {
        if (!Content.SaysTheSameAs(content))
        {
            Apply(content);
            Version++;
        }
    }

    private void Apply(MeetingContent content)
    {
        Rule.Require(AssessmentYear.IsValid(content.Year), AssessmentYear.OutOfRange);
        Rule.RequireNone(
            [.. content.Actions.Select((action, index) => (action, index)).Where(pair => pair.action.DueOn < content.On)
                .Select(pair => EvaluationMeetingErrors.DueBeforeMeeting.At($"/actions/{pair.index}/dueOn"))],
            EvaluationMeetingErrors.MeetingRefused);
        (Year, On, Place, Attendees, Units, Themes, Notes, Actions) =
            (content.Year, content.On, content.Place, content.Attendees, content.Units, content.Themes, content.Notes, content.Actions);
    }
}

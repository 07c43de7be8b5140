using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Domain.Obligations;

namespace Compliance.Domain.Commitments;

public readonly record struct CommitmentId(Guid Value) : IEntityId<CommitmentId>
{
    public static CommitmentId From(Guid value) => new(value);

    public static bool operator <(CommitmentId left, CommitmentId right) => left.Value < right.Value;

    public static bool operator >(CommitmentId left, CommitmentId right) => left.Value > right.Value;
}

/// <summary>
/// A commitment of one side of an agreement to the other, with its due days. The obligated side reports, and a second
/// person, of the other side, closes.
/// </summary>
public sealed class Commitment : IVersioned
{
    private readonly List<CommitmentDeadline> deadlines = [];
    private readonly List<ProgressReport> reports = [];

    private Commitment()
    {
    }

    public CommitmentId Id { get; private init; }

    public AgreementId AgreementId { get; private init; }

    /// <summary>The office that is responsible for the agreement.</summary>
    public string Office { get; private init; } = "";

    public string Title { get; private set; } = "";

    public string? ObligatedOffice { get; private set; }

    public InstitutionId? InstitutionId { get; private set; }

    public ServiceUnitId? UnitId { get; private set; }

    public string PersonInCharge { get; private set; } = "";

    public DateOnly? DueOn { get; private set; }

    public Recurrence? Recurrence { get; private set; }

    public Target? Target { get; private set; }

    public decimal Weight { get; private set; }

    public string? ScopeItem { get; private set; }

    /// <summary>The code of the indicator that it addresses.</summary>
    public string? Indicator { get; private set; }

    /// <summary>The year of the result in which that indicator was a finding.</summary>
    public int? FindingYear { get; private set; }

    /// <summary>The year of the work plan to which it belongs.</summary>
    public int Year { get; private set; }

    /// <summary>Unordered; see <see cref="DeadlinesByDay"/>.</summary>
    public IReadOnlyList<CommitmentDeadline> Deadlines => deadlines;

    public IReadOnlyList<ProgressReport> Reports => reports;

    public AccountId MadeBy { get; private init; }

    public DateTimeOffset MadeAt { get; private init; }

    public int Version { get; private set; } = 1;

    public ObligatedParty Obligated => new(ObligatedOffice, InstitutionId, UnitId);

    public CommitmentOrigin? Answers => Indicator is { } indicator ? new(indicator, FindingYear) : null;

    public CommitmentContent Content => new(Title, Obligated, PersonInCharge, DueOn, Recurrence, Target, Weight, ScopeItem, Answers, Year);

    /// <summary>Its deadlines, the earliest first.</summary>
    public IEnumerable<CommitmentDeadline> DeadlinesByDay => deadlines.OrderBy(deadline => deadline.DueOn);

    public CommitmentDeadline DeadlineOf(ProgressReport report) => deadlines.Single(each => each.Id == report.DeadlineId);

    public static Commitment Make(CommitmentId id, Agreement agreement, CommitmentContent content, AccountId by, DateTimeOffset now)
    {
        var commitment = new Commitment { Id = id, AgreementId = agreement.Id, Office = agreement.Office, MadeBy = by, MadeAt = now };
        commitment.Apply(agreement, content, now);

        return commitment;
    }

    /// <summary>Whether it has the same content, so that a repeated request is recognised.</summary>
    public bool SaysTheSameAs(AgreementId agreement, CommitmentContent content) =>
        AgreementId == agreement && Content == content with { Year = content.Year ?? Year };

    /// <summary>Replaces the content, which is possible until the first report. Idempotent.</summary>
    public void Redraft(Agreement agreement, CommitmentContent content, DateTimeOffset now)
    {
        Rule.Require(reports.Count == 0, CommitmentErrors.Reported);

        if (!SaysTheSameAs(agreement.Id, content))
        {
            Apply(agreement, content, now);
            Version++;
        }
    }

    /// <summary>Records a report of the obligated side. A value beyond the target, or one that contradicts the caseload, is stored as it is.</summary>
    public ProgressReport Report(ProgressReportId id, ProgressContent progress, AccountId by, DateTimeOffset now, CaseloadMeasure? measure = null)
    {
        var deadline = progress.DueOn is { } due
            ? deadlines.Find(each => each.DueOn == due)
            : DeadlinesByDay.FirstOrDefault(each => each.Status == ObligationProgress.Open) ?? DeadlinesByDay.FirstOrDefault(each => each.Status == ObligationProgress.Reported);
        Rule.RequireNone([.. FaultsOf(progress, deadline, IndonesianTime.DayOf(now, IndonesianTime.ZoneOf(Office)))], CommitmentErrors.ProgressRefused);
        Rule.Require(deadline is not null && deadline.Status != ObligationProgress.Closed, CommitmentErrors.DeadlineClosed);
        var done = progress.Done ?? (Reaches(progress.Value) && Reaches(measure?.Of(this, deadline)?.Value ?? progress.Value));
        var report = ProgressReport.Of(id, deadline, progress, done, by, now);
        reports.Add(report);

        if (done)
        {
            deadline.MarkReported(now);
        }

        Version++;

        return report;
    }

    /// <summary>A second person, of the other side, accepts what was reported done, or reopens the deadline.</summary>
    /// <param name="sides">The members of both sides.</param>
    public void Close(Closure closure, Caller caller, CommitmentSides sides, DateTimeOffset now)
    {
        var by = AccountId.From(caller.Id!.Value);
        Rule.Require(!sides.IsOwnSide(caller), CommitmentErrors.OwnSideCloses);
        var deadline = closure.DueOn is { } due ? deadlines.Find(each => each.DueOn == due) : DeadlinesByDay.FirstOrDefault(each => each.Status == ObligationProgress.Reported);
        Rule.RequireNone(closure.DueOn is not null && deadline is null ? [CommitmentErrors.NoSuchDeadline.At("/dueOn")] : [], CommitmentErrors.ProgressRefused);
        Rule.Require(deadline?.Status == ObligationProgress.Reported, CommitmentErrors.DeadlineNotReported);
        var itsReports = reports.FindAll(report => report.DeadlineId == deadline!.Id);
        Rule.Require(MayBeClosedBy(by, deadline!), CommitmentErrors.ReporterCloses);
        Rule.Require(closure.Accepted || !string.IsNullOrWhiteSpace(closure.Reason), ObligationErrors.RejectionReasonNeeded);
        Rule.Require(!closure.Accepted || closure.Proof is not null || itsReports.Exists(report => report.HasProof), CommitmentErrors.ProofMissing);

        if (closure.Accepted)
        {
            deadline!.MarkClosed(closure, by, IndonesianTime.DayOf(now, IndonesianTime.ZoneOf(Office)));
        }
        else
        {
            deadline!.MarkRejected(closure.Reason!);
        }

        Version++;
    }

    /// <summary>Whether the caller, a member of the other side, may close a deadline that somebody else reported.</summary>
    public bool MayBeClosedBy(Caller caller, CommitmentSides sides) => caller.Id is { } id
        && sides.MayClose(caller)
        && deadlines.Exists(each => each.Status == ObligationProgress.Reported && MayBeClosedBy(AccountId.From(id), each));

    /// <summary>Its status on a day: overdue if any deadline is, closed if all are.</summary>
    /// <param name="today">The current day in the time zone of its office.</param>
    public ObligationStatus StatusOn(DateOnly today) => CommitmentStatus.Of(deadlines.ConvertAll(deadline => deadline.StatusOn(today)));

    private bool MayBeClosedBy(AccountId account, CommitmentDeadline deadline) =>
        SeparationOfDuties.IsSecondPerson(account, reports.Where(report => report.DeadlineId == deadline.Id).Select(report => (AccountId?)report.By));

    private static IEnumerable<Fault> FaultsOf(ProgressContent progress, CommitmentDeadline? deadline, DateOnly today)
    {
        if (progress.On > today)
        {
            yield return AgreementErrors.InFuture.At("/on");
        }

        if (progress.DueOn is not null && deadline is null)
        {
            yield return CommitmentErrors.NoSuchDeadline.At("/dueOn");
        }
    }

    private bool Reaches(decimal? value) => value is { } reached && Target?.IsReachedBy(reached) == true;

    private void Apply(Agreement agreement, CommitmentContent content, DateTimeOffset now)
    {
        CommitmentRules.RequireOpen(agreement, agreement.DayOf(now));
        Rule.RequireNone([.. CommitmentRules.FaultsOf(content, agreement)], CommitmentErrors.Refused);
        var days = content.Deadlines();
        var kept = Obligated == content.Obligated ? deadlines.FindAll(deadline => days.Contains(deadline.DueOn)) : [];
        (Title, PersonInCharge, DueOn, Recurrence, Target) = (content.Title, content.PersonInCharge, content.DueOn, content.Recurrence, content.Target);
        (ObligatedOffice, InstitutionId, UnitId) = (content.Obligated.Office, content.Obligated.InstitutionId, content.Obligated.UnitId);
        (Weight, ScopeItem, Indicator, FindingYear) = (content.Weight, content.ScopeItem, content.Answers?.Indicator, content.Answers?.Year);
        Year = content.Year ?? days[0].Year;
        deadlines.RemoveAll(deadline => !kept.Contains(deadline));
        deadlines.AddRange(days.Except(kept.Select(deadline => deadline.DueOn)).Select(day => CommitmentDeadline.Of(this, day, now)));
    }
}

using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Assessments;
using Compliance.Domain.Audit;
using Compliance.Domain.Calendars;
using Compliance.Domain.Clarifications;
using Compliance.Domain.Commitments;
using Compliance.Domain.Contacts;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Cycles;
using Compliance.Domain.Decisions;
using Compliance.Domain.EvaluationMeetings;
using Compliance.Domain.Evidence;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.JointServices;
using Compliance.Domain.PublicReports;
using Compliance.Domain.Reminders;
using Compliance.Domain.Replies;
using Compliance.Domain.Results;
using Compliance.Domain.SecondScorings;
using Microsoft.EntityFrameworkCore.Storage;

namespace Compliance.Application.Common;

/// <summary>
/// The database as the use cases see it. Within a request that writes, all saves are one transaction (<see cref="IRequestTransaction"/>); elsewhere, each
/// save is one.
/// </summary>
public interface IComplianceDb
{
    DbSet<Region> Regions { get; }

    DbSet<Institution> Institutions { get; }

    DbSet<ServiceUnit> ServiceUnits { get; }

    DbSet<PublishedInstrument> Instruments { get; }

    DbSet<Cycle> Cycles { get; }

    DbSet<Assessment> Assessments { get; }

    DbSet<SheetRow> Sheets { get; }

    DbSet<AssessmentReturn> Returns { get; }

    DbSet<SecondScoringDraw> SecondScoringDraws { get; }

    DbSet<SecondScoring> SecondScorings { get; }

    DbSet<Clarification> Clarifications { get; }

    DbSet<EvidencePiece> Evidence { get; }

    DbSet<EvidenceBlob> EvidenceBlobs { get; }

    DbSet<EvidenceUpload> EvidenceUploads { get; }

    DbSet<Result> Results { get; }

    DbSet<Publication> Publications { get; }

    DbSet<Decision> Decisions { get; }

    DbSet<DecidedInstitution> DecidedInstitutions { get; }

    DbSet<CorrectedInput> CorrectedInputs { get; }

    DbSet<UnitFigures> UnitFigures { get; }

    DbSet<Announcement> Announcements { get; }

    DbSet<CorrectiveAction> CorrectiveActions { get; }

    DbSet<EvaluationMeeting> EvaluationMeetings { get; }

    /// <summary>Drafts are only for the institution and head office; no query filter hides them, so each use case has to.</summary>
    DbSet<InstitutionReply> Replies { get; }

    DbSet<Agreement> Agreements { get; }

    DbSet<AgreementDocument> AgreementDocuments { get; }

    DbSet<JointService> JointServices { get; }

    DbSet<MonthlyCaseload> MonthlyCaseloads { get; }

    DbSet<Commitment> Commitments { get; }

    DbSet<CommitmentDeadline> CommitmentDeadlines { get; }

    DbSet<ProgressReport> ProgressReports { get; }

    DbSet<WorkPlan> WorkPlans { get; }

    DbSet<Reminder> Reminders { get; }

    DbSet<ReminderReadMark> ReminderReadings { get; }

    DbSet<OutboxMessage> OutboxMessages { get; }

    /// <summary>Only for those who maintain the contacts; no query filter hides them, so each use case has to check.</summary>
    DbSet<AddressBook> AddressBooks { get; }

    DbSet<CalendarFeed> CalendarFeeds { get; }

    DbSet<IdempotencyRecord> IdempotencyRecords { get; }

    DbSet<Account> Accounts { get; }

    DbSet<Session> Sessions { get; }

    DbSet<ApiKey> ApiKeys { get; }

    DbSet<AuditEntry> AuditEntries { get; }

    DbSet<AuditChain> AuditChains { get; }

    DbSet<PersonalData> PersonalData { get; }

    DbSet<Checkpoint> Checkpoints { get; }

    /// <summary>Until it is disposed, all queries read one consistent snapshot.</summary>
    Task<IAsyncDisposable> OpenSnapshot(CancellationToken cancellationToken);

    /// <summary>
    /// Begins a transaction over several saves; without a commit all of them are rolled back. Within the transaction of a request it is a part of that.
    /// </summary>
    Task<IDbContextTransaction> Begin(CancellationToken cancellationToken);

    /// <summary>
    /// Saves all changes and their audit entries, all or none. Throws <see cref="ConcurrencyErrors.ChangedMeanwhile"/>
    /// if another writer was faster.
    /// </summary>
    Task<int> SaveChangesAsync(CancellationToken cancellationToken);

    /// <summary>Saves what has to stay although the request is refused afterwards, such as a failed attempt that counts.</summary>
    Task SaveDespiteRefusal(CancellationToken cancellationToken);

    /// <summary>
    /// Runs an effect outside the database once everything that was saved is committed: at once, or at the end of the request. If that is rolled
    /// back, it does not run.
    /// </summary>
    Task AfterCommit(Func<Task> effect);

    /// <summary>Clears the change tracker, so that a refused change can be retried on fresh data.</summary>
    void ClearTracking();
}

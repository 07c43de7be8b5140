using System.Data;
using System.Reflection;
using System.Text.Json;
using Compliance.Application.Access;
using Compliance.Application.Assessments;
using Compliance.Application.Common;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Assessments;
using Compliance.Domain.Audit;
using Compliance.Domain.Calendars;
using Compliance.Domain.Clarifications;
using Compliance.Domain.Commitments;
using Compliance.Domain.Common;
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
using Compliance.Infrastructure.Persistence.Auditing;
using Compliance.Infrastructure.Persistence.Conversions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Compliance.Infrastructure.Persistence;

/// <summary>The database model. Each provider has a subclass with its own migrations.</summary>
public abstract partial class ComplianceDbContext(DbContextOptions options) : DbContext(options), IComplianceDb
{
    private const int SqlitePrimaryKeyTaken = 1555;
    private const int SqliteUniqueTaken = 2067;
    private const int SqliteTriggerRefused = 1811;
    private const int MostAttempts = 50;

    public DbSet<Region> Regions => Set<Region>();

    public DbSet<Institution> Institutions => Set<Institution>();

    public DbSet<ServiceUnit> ServiceUnits => Set<ServiceUnit>();

    public DbSet<PublishedInstrument> Instruments => Set<PublishedInstrument>();

    public DbSet<Cycle> Cycles => Set<Cycle>();

    public DbSet<Assessment> Assessments => Set<Assessment>();

    public DbSet<SheetRow> Sheets => Set<SheetRow>();

    public DbSet<AssessmentReturn> Returns => Set<AssessmentReturn>();

    public DbSet<SecondScoringDraw> SecondScoringDraws => Set<SecondScoringDraw>();

    public DbSet<SecondScoring> SecondScorings => Set<SecondScoring>();

    public DbSet<Clarification> Clarifications => Set<Clarification>();

    public DbSet<EvidencePiece> Evidence => Set<EvidencePiece>();

    public DbSet<EvidenceBlob> EvidenceBlobs => Set<EvidenceBlob>();

    public DbSet<EvidenceUpload> EvidenceUploads => Set<EvidenceUpload>();

    public DbSet<Result> Results => Set<Result>();

    public DbSet<Publication> Publications => Set<Publication>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<DecidedInstitution> DecidedInstitutions => Set<DecidedInstitution>();

    public DbSet<CorrectedInput> CorrectedInputs => Set<CorrectedInput>();

    public DbSet<UnitFigures> UnitFigures => Set<UnitFigures>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    public DbSet<CorrectiveAction> CorrectiveActions => Set<CorrectiveAction>();

    public DbSet<EvaluationMeeting> EvaluationMeetings => Set<EvaluationMeeting>();

    public DbSet<InstitutionReply> Replies => Set<InstitutionReply>();

    public DbSet<Agreement> Agreements => Set<Agreement>();

    public DbSet<AgreementDocument> AgreementDocuments => Set<AgreementDocument>();

    public DbSet<JointService> JointServices => Set<JointService>();

    public DbSet<MonthlyCaseload> MonthlyCaseloads => Set<MonthlyCaseload>();

    public DbSet<Commitment> Commitments => Set<Commitment>();

    public DbSet<CommitmentDeadline> CommitmentDeadlines => Set<CommitmentDeadline>();

    public DbSet<ProgressReport> ProgressReports => Set<ProgressReport>();

    public DbSet<WorkPlan> WorkPlans => Set<WorkPlan>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<ReminderReadMark> ReminderReadings => Set<ReminderReadMark>();

    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    public DbSet<AddressBook> AddressBooks => Set<AddressBook>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditChain> AuditChains => Set<AuditChain>();

    public DbSet<PersonalData> PersonalData => Set<PersonalData>();

    public DbSet<Checkpoint> Checkpoints => Set<Checkpoint>();

    internal DbSet<LoadedFile> LoadedFiles => Set<LoadedFile>();

    internal DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <summary>The request that this context belongs to. A new context is anonymous and reads only public rows.</summary>
    public RequestContext RequestContext { get; private set; } = new();

    /// <summary>False only in the benchmark that measures the cost of the audit.</summary>
    protected virtual bool IsAudited => true;

    private TimeProvider Clock { get; set; } = TimeProvider.System;

    private Func<SigningKey> AuditKey { get; set; } = () => throw new InvalidOperationException("The context has no key that authenticates audit entries.");

    internal RequestTransaction Transaction => field ??= new(this);

    /// <summary>Contexts are pooled, so each gets its request when it is leased.</summary>
    /// <param name="auditKey">The private key that authenticates audit entries; called only when one is written, because reading the key needs a context itself.</param>
    public void SetRequestContext(RequestContext context, TimeProvider clock, Func<SigningKey> auditKey)
    {
        RequestContext = context;
        Clock = clock;
        AuditKey = auditKey;
    }

    public void ClearTracking() => ChangeTracker.Clear();

    public Task<IDbContextTransaction> Begin(CancellationToken cancellationToken) =>
        Transaction.IsOpen ? Transaction.BeginPart(cancellationToken) : Database.BeginTransactionAsync(cancellationToken);

    public Task AfterCommit(Func<Task> effect) => Transaction.AfterCommit(effect);

    public abstract Task<IAsyncDisposable> OpenSnapshot(CancellationToken cancellationToken);

    /// <summary>Prevents planning into the cycle until the transaction ends.</summary>
    public abstract Task LockCycle(CycleId cycle, CancellationToken cancellationToken);

    /// <summary>Prevents others from locking these institutions until the transaction ends.</summary>
    public abstract Task LockInstitutions(IReadOnlyCollection<InstitutionId> institutions, CancellationToken cancellationToken);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var writer = new AuditWriter(this, RequestContext, Clock, AuditKey);

        for (var attempt = 1; ; attempt++)
        {
            var isFirst = HasSomethingToSave && await Transaction.Enter(cancellationToken);

            try
            {
                return await SaveOnce(writer, acceptAllChangesOnSuccess, cancellationToken);
            }
            catch (Exception failure)
            {
                writer.RemoveEntries();
                await (isFirst ? Transaction.Leave() : Task.CompletedTask);

                if (attempt < MostAttempts && MayRepeat(failure, isFirst))
                {
                    continue;
                }

                if (failure is DbUpdateException lost && IsRace(lost))
                {
                    throw new DomainException(ConcurrencyErrors.ChangedMeanwhile);
                }

                throw;
            }
        }
    }

    public async Task SaveDespiteRefusal(CancellationToken cancellationToken)
    {
        await SaveChangesAsync(cancellationToken);
        Transaction.KeepRefused();
    }

    /// <summary>Makes a trigger prevent changes of these answers from now on (<see cref="AppendOnly"/>).</summary>
    protected internal abstract Task FreezeSheets(IQueryable<Assessment> assessments, CancellationToken cancellationToken);

    /// <summary>Creates the write of a changed sheet with its audit entry.</summary>
    internal SheetWrite WriteOf(SheetState state, string log)
    {
        var now = Clock.GetUtcNow();

        return new(this, state, log, IsAudited ? new(this, RequestContext, Clock, AuditKey) : null, now);
    }

    /// <summary>Runs the commands of a write as one transaction: PostgreSQL receives them as one batch and commits all or none.</summary>
    internal async Task Run(SheetWrite write, CancellationToken cancellationToken)
    {
        if (!Transaction.IsOpen)
        {
            await RunAlone(write, cancellationToken);

            return;
        }

        await using var part = await Transaction.BeginPart(cancellationToken);
        await write.Run(Database, cancellationToken);
        await part.CommitAsync(cancellationToken);
    }

    /// <summary>Waits until this process may write, where only one can; null where many can.</summary>
    internal virtual Task<IDisposable?> TakeTurn(CancellationToken cancellationToken) => Task.FromResult<IDisposable?>(null);

    private protected virtual Task RunAlone(SheetWrite write, CancellationToken cancellationToken) => write.Run(Database, cancellationToken);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        AuditModel.Touches(this) ? throw new NotSupportedException("What is audited is saved asynchronously.") : base.SaveChanges(acceptAllChangesOnSuccess);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Score>().HaveConversion<ScoreConverter>();
        configurationBuilder.Properties<Month>().HaveConversion<MonthConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Conventions.Add(_ => new AuditConvention());

        foreach (var id in typeof(IEntityId<>).Assembly.GetTypes().Where(IsEntityId))
        {
            configurationBuilder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        }
    }

    /// <summary>Columns are in snake case like the tables, so that SQL needs no quotes.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(Assembly.GetExecutingAssembly());
        AddQueryFilters(modelBuilder);

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }

    private bool HasSomethingToSave => RequestContext.Contents.Count > 0 || ChangeTracker.HasChanges();

    private async Task<int> SaveOnce(AuditWriter writer, bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        if (IsAudited)
        {
            await writer.AddEntries(cancellationToken);
        }

        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        RequestContext.ClearAuditContents();

        return rows;
    }

    /// <summary>
    /// Another writer appended to the same chain first, which does not affect the changed rows themselves; or the database ended a deadlock by rolling
    /// back this save, and there is no other whose locks it would still hold.
    /// </summary>
    private bool MayRepeat(Exception failure, bool isFirst) =>
        (failure is DbUpdateException lost && IsRace(lost) && AuditWriter.IsChainConflict(lost))
        || (Outage.IsDeadlock(failure) && (isFirst || Database.CurrentTransaction is null));

    private static bool IsEntityId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IEntityId<>));

    /// <summary>
    /// Another writer inserted the key or changed the row after it was read here. In an append-only table a trigger reports the existing key
    /// first, and after a decision a trigger reports that the sheet is frozen; the program does nothing else that a trigger refuses.
    /// </summary>
    private static bool IsRace(DbUpdateException failure) => failure is DbUpdateConcurrencyException || IsRace(failure.InnerException);

    internal static bool IsRace(Exception? failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.RaiseException }
            or SqliteException { SqliteExtendedErrorCode: SqlitePrimaryKeyTaken or SqliteUniqueTaken or SqliteTriggerRefused };
}

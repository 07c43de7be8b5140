using Compliance.Application.Common;
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
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Compliance.Infrastructure.Persistence.Auditing;

/// <summary>
/// Which chain of the audit a changed row belongs to, and which columns are written down in what way. A test
/// proves that every table is named here.
/// </summary>
internal static class AuditMap
{
    private static readonly Dictionary<Type, Func<object, string>> resources = new()
    {
        [typeof(Region)] = _ => "registry",
        [typeof(Institution)] = _ => "registry",
        [typeof(ServiceUnit)] = row => $"institutions/{((ServiceUnit)row).InstitutionId.Value}",
        [typeof(PublishedInstrument)] = row => $"instruments/{((PublishedInstrument)row).Code}",
        [typeof(Cycle)] = row => FormattableString.Invariant($"cycles/{((Cycle)row).Year}"),
        [typeof(Decision)] = row => FormattableString.Invariant($"cycles/{((Decision)row).Year}"),
        [typeof(Announcement)] = row => $"decisions/{((Announcement)row).DecisionId.Value}",
        [typeof(DecidedInstitution)] = row => $"decisions/{((DecidedInstitution)row).DecisionId.Value}",
        [typeof(CorrectedInput)] = row => $"decisions/{((CorrectedInput)row).DecisionId.Value}",
        [typeof(UnitFigures)] = row => Assessment.ResourceOf(((UnitFigures)row).AssessmentId),
        [typeof(Assessment)] = row => ((Assessment)row).Resource,
        [typeof(SheetRow)] = row => Assessment.ResourceOf(((SheetRow)row).AssessmentId),
        [typeof(AssessmentReturn)] = row => Assessment.ResourceOf(((AssessmentReturn)row).AssessmentId),
        [typeof(SecondScoringDraw)] = row => FormattableString.Invariant($"cycles/{((SecondScoringDraw)row).Year}"),
        [typeof(SecondScoring)] = row => $"second-scorings/{((SecondScoring)row).Id.Value}",
        [typeof(Clarification)] = row => $"clarifications/{((Clarification)row).Id.Value}",
        [typeof(EvidencePiece)] = row => Assessment.ResourceOf(((EvidencePiece)row).AssessmentId),
        [typeof(EvidenceUpload)] = row => Assessment.ResourceOf(((EvidenceUpload)row).AssessmentId),
        [typeof(EvidenceBlob)] = row => ((EvidenceBlob)row).Resource,
        [typeof(Publication)] = row => FormattableString.Invariant($"publications/{((Publication)row).Number}"),
        [typeof(Result)] = row => FormattableString.Invariant($"publications/{((Result)row).Publication}"),
        [typeof(CorrectiveAction)] = row => $"corrective-actions/{((CorrectiveAction)row).Id.Value}",
        [typeof(EvaluationMeeting)] = row => $"evaluation-meetings/{((EvaluationMeeting)row).Id.Value}",
        [typeof(InstitutionReply)] = row => $"replies/{((InstitutionReply)row).Id.Value}",
        [typeof(Agreement)] = row => $"agreements/{((Agreement)row).Id.Value}",
        [typeof(AgreementDocument)] = row => $"agreements/{((AgreementDocument)row).AgreementId.Value}",
        [typeof(JointService)] = row => $"joint-services/{((JointService)row).Id.Value}",
        [typeof(MonthlyCaseload)] = row => $"public-reports/{((MonthlyCaseload)row).InstitutionId.Value}",
        [typeof(Commitment)] = row => $"commitments/{((Commitment)row).Id.Value}",
        [typeof(CommitmentDeadline)] = row => $"commitments/{((CommitmentDeadline)row).CommitmentId.Value}",
        [typeof(ProgressReport)] = row => $"commitments/{((ProgressReport)row).CommitmentId.Value}",
        [typeof(WorkPlan)] = row => $"agreements/{((WorkPlan)row).AgreementId.Value}",
        [typeof(Reminder)] = row => $"reminders/{((Reminder)row).Subject}",
        [typeof(AddressBook)] = row => ContactsOf((AddressBook)row),
        [typeof(CalendarFeed)] = row => $"accounts/{((CalendarFeed)row).AccountId.Value}",
        [typeof(Account)] = row => $"accounts/{((Account)row).Id.Value}",
        [typeof(Session)] = row => $"accounts/{((Session)row).AccountId.Value}",
        [typeof(Credential)] = row => $"accounts/{((Credential)row).Id}",
        [typeof(ApiKey)] = row => $"api-keys/{((ApiKey)row).Id.Value}",
    };

    /// <summary>
    /// What the program needs to run and what the audit itself consists of. A message says what reminders say, which are
    /// audited; its address is deleted with it and shall outlive it nowhere. Who has read what is nobody's business.
    /// </summary>
    private static readonly HashSet<Type> technical =
    [
        typeof(OutboxMessage), typeof(ReminderReadMark),
        typeof(IdempotencyRecord), typeof(LoadedFile), typeof(ProtectionKey), typeof(AuditEntry), typeof(AuditChain), typeof(PersonalData), typeof(Checkpoint),
    ];

    /// <summary>That they changed is written down, never what they hold.</summary>
    private static readonly HashSet<string> secrets =
    [
        $"{nameof(Credential)}.{nameof(Credential.PasswordHash)}",
        $"{nameof(Credential)}.{nameof(Credential.SecurityStamp)}",
        $"{nameof(Credential)}.{nameof(Credential.ConcurrencyStamp)}",
        $"{nameof(Credential)}.{nameof(Credential.InvitationHash)}",
        $"{nameof(Credential)}.{nameof(Credential.OtpSecret)}",
        $"{nameof(Session)}.{nameof(Session.RefreshHash)}",
        $"{nameof(CalendarFeed)}.{nameof(CalendarFeed.Hash)}",
        $"{nameof(ApiKey)}.{nameof(ApiKey.Hash)}",
        $"{nameof(ApiKey)}.{nameof(ApiKey.PreviousHash)}",
    ];

    /// <summary>What names a person: the entry only commits to it (docs/decisions/0012).</summary>
    private static readonly HashSet<string> personal =
    [
        $"{nameof(Account)}.{nameof(Account.Email)}",
        $"{nameof(Account)}.{nameof(Account.EmailKey)}",
        $"{nameof(Account)}.{nameof(Account.Name)}",
        $"{nameof(Account)}.{nameof(Account.Subject)}",
        $"{nameof(Party)}.{nameof(Party.Signatory)}",
        $"{nameof(Session)}.{nameof(Session.Address)}",
        $"{nameof(Session)}.{nameof(Session.Device)}",
        $"{nameof(AddressBook)}.{nameof(AddressBook.Contacts)}",
    ];

    /// <summary>What follows from the entries themselves: a sheet is the sum of its batches, what is decided has its hash in the decision.</summary>
    private static readonly HashSet<string> derived =
    [
        $"{nameof(SheetRow)}.{nameof(SheetRow.Answers)}", $"{nameof(SheetRow)}.{nameof(SheetRow.Open)}", $"{nameof(SheetRow)}.{nameof(SheetRow.Seen)}",
        $"{nameof(DecidedInstitution)}.{nameof(DecidedInstitution.Text)}", $"{nameof(CorrectedInput)}.{nameof(CorrectedInput.Input)}",
        $"{nameof(UnitFigures)}.{nameof(UnitFigures.Text)}", $"{nameof(UnitFigures)}.{nameof(UnitFigures.Dimensions)}",
        $"{nameof(SecondScoring)}.{nameof(SecondScoring.FirstAnswers)}",
    ];

    public static bool IsKnown(Type entity) => resources.ContainsKey(entity) || technical.Contains(entity);

    public static bool IsAudited(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && !technical.Contains(entry.Metadata.ClrType);

    public static bool Touches(DbContext db) => db.ChangeTracker.Entries().Any(IsAudited);

    /// <summary>Rows that a root owns belong to the chain of the root.</summary>
    public static string ResourceOf(EntityEntry entry)
    {
        if (entry.Metadata.FindOwnership() is not { } ownership)
        {
            return resources[entry.Metadata.ClrType](entry.Entity);
        }

        var key = ownership.Properties.Select(property => entry.Property(property.Name).CurrentValue).ToList();
        var owner = entry.Context.ChangeTracker.Entries().First(each =>
            each.Metadata == ownership.PrincipalEntityType
            && ownership.PrincipalKey.Properties.Select(property => each.Property(property.Name).CurrentValue).SequenceEqual(key));

        return ResourceOf(owner);
    }

    /// <summary>Whose personal data a row holds.</summary>
    public static string SubjectOf(EntityEntry entry) => entry.Entity switch
    {
        Account account => account.Id.Value.ToString(),
        Session session => session.AccountId.Value.ToString(),
        Party => entry.Metadata.FindOwnership()!.Properties.Select(owner => ((AgreementId)entry.Property(owner.Name).CurrentValue!).Value.ToString()).Single(),
        AddressBook book => ContactsOf(book),
        _ => throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} holds nobody's data."),
    };

    private static string ContactsOf(AddressBook book) => $"contacts/{book.Side}";

    public static Disclosure DisclosureOf(PropertyEntry property)
    {
        var name = $"{property.EntityEntry.Metadata.ClrType.Name}.{property.Metadata.Name}";

        return secrets.Contains(name) ? Disclosure.Secret
            : personal.Contains(name) ? Disclosure.Personal
            : derived.Contains(name) ? Disclosure.Derived
            : Disclosure.Open;
    }
}

internal enum Disclosure
{
    Open,
    Personal,
    Secret,
    Derived,
}

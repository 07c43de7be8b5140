using System.Data;
using Compliance.Application.Common;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Assessments;
using Compliance.Domain.Clarifications;
using Compliance.Domain.Commitments;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.EvaluationMeetings;
using Compliance.Domain.Evidence;
using Compliance.Domain.JointServices;
using Compliance.Domain.PublicReports;
using Compliance.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Compliance.Infrastructure.Persistence;

/// <summary>Who sees which rows: filters on every query, over what the caller of this context may do.</summary>
public abstract partial class ComplianceDbContext
{
    private bool SeesAllAssessments => RequestContext.Caller.ScopesOf(Permission.ReadAssessments).Contains(Scope.Everything);

    /// <summary>Those who see more than what is assigned to them; for devices in the field the question is not even asked.</summary>
    private bool MayScoreSecond => RequestContext.Caller.ScopesOf(Permission.ReadAssessments).Count > 0;

    private List<string> VisibleScopes => [.. RequestContext.Caller.ScopesOf(Permission.ReadAssessments).Select(scope => scope.Key)];

    private List<string> AssignedScopes => [.. RequestContext.Caller.AssignedScopesOf(Permission.ReadAssessments).Select(scope => scope.Key)];

    /// <summary>Of liaisons, as <c>14.04/*</c> or <c>14.04/2026</c>.</summary>
    private List<string> SpokenFor =>
        [.. RequestContext.Caller.Grants.Where(grant => grant.Role == Role.Liaison).Select(grant => new Scope(grant.Institution, grant.Cycle).Key)];

    private bool FollowsUpEverywhere => RequestContext.Caller.ScopesOf(Permission.ReadFollowUp).Any(scope => scope.Office is null);

    private List<string> OfficesFollowedUp => [.. RequestContext.Caller.ScopesOf(Permission.ReadFollowUp).Select(scope => scope.Office).OfType<string>()];

    private List<string> OwnInstitutions => [.. RequestContext.Caller.OwnInstitutions(Permission.ReadFollowUp)];

    private AccountId? CallersAccount => RequestContext.Caller.Id is { } id ? AccountId.From(id) : null;

    /// <summary>
    /// Drafts are secret: an assessment, its sheet and all that hangs on it do not exist for whoever may not see
    /// them, in lists, counts and single reads alike. The keys are those of <see cref="Scope"/>.
    /// </summary>
    private void HideWhatIsNotTheCallers(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Assessment>().HasQueryFilter(QueryFilters.Visible, assessment =>
            SeesAllAssessments
            || VisibleScopes.Contains(assessment.Office + "/*")
            || VisibleScopes.Contains("*/" + assessment.Year)
            || VisibleScopes.Contains(assessment.Office + "/" + assessment.Year)
            || ((assessment.AssessorId == CallersAccount || assessment.Assignments.Any(assignment => assignment.AccountId == CallersAccount))
                && (AssignedScopes.Contains(assessment.Office + "/*") || AssignedScopes.Contains(assessment.Office + "/" + assessment.Year))));
        modelBuilder.Entity<Assessment>().HasQueryFilter(QueryFilters.Blind, assessment =>
            !MayScoreSecond
            || !SecondScorings.Any(each => each.AssessmentId == assessment.Id && each.ScorerId == CallersAccount && each.CompletedAt == null));
        modelBuilder.Entity<SheetRow>().HasQueryFilter(
            QueryFilters.Sheet, sheet => Assessments.Any(assessment => assessment.Id == sheet.AssessmentId));
        modelBuilder.Entity<Clarification>().HasQueryFilter(each =>
            SpokenFor.Contains(each.Institution + "/*")
            || SpokenFor.Contains(each.Institution + "/" + each.Year)
            || Assessments.Any(assessment => assessment.Id == each.AssessmentId));
        modelBuilder.Entity<AssessmentReturn>().HasQueryFilter(each => Assessments.Any(assessment => assessment.Id == each.AssessmentId));
        modelBuilder.Entity<CorrectiveAction>().HasQueryFilter(action =>
            FollowsUpEverywhere
            || Institutions.Any(institution => institution.Id == action.InstitutionId
                && (OfficesFollowedUp.Contains(institution.Province ?? Offices.Head) || OwnInstitutions.Contains(institution.Code))));
        modelBuilder.Entity<EvaluationMeeting>().HasQueryFilter(meeting =>
            FollowsUpEverywhere
            || Institutions.Any(institution => institution.Id == meeting.InstitutionId
                && (OfficesFollowedUp.Contains(institution.Province ?? Offices.Head) || OwnInstitutions.Contains(institution.Code))));
        modelBuilder.Entity<Agreement>().HasQueryFilter(agreement =>
            FollowsUpEverywhere
            || OfficesFollowedUp.Contains(agreement.Office)
            || agreement.Parties.Any(party => OfficesFollowedUp.Contains(party.Office!)
                || Institutions.Any(institution => institution.Id == party.InstitutionId
                    && (OfficesFollowedUp.Contains(institution.Province ?? Offices.Head) || OwnInstitutions.Contains(institution.Code)))));
        modelBuilder.Entity<AgreementDocument>().HasQueryFilter(document => Agreements.Any(agreement => agreement.Id == document.AgreementId));
        modelBuilder.Entity<JointService>().HasQueryFilter(service =>
            FollowsUpEverywhere
            || OfficesFollowedUp.Contains(service.Office)
            || Institutions.Any(institution => OwnInstitutions.Contains(institution.Code)
                && (institution.Id == service.HostId || service.Participants.Any(participant => participant.InstitutionId == institution.Id))));
        modelBuilder.Entity<MonthlyCaseload>().HasQueryFilter(caseload =>
            FollowsUpEverywhere
            || Institutions.Any(institution => institution.Id == caseload.InstitutionId
                && (OfficesFollowedUp.Contains(institution.Province ?? Offices.Head) || OwnInstitutions.Contains(institution.Code))));
        modelBuilder.Entity<Commitment>().HasQueryFilter(commitment =>
            FollowsUpEverywhere
            || OfficesFollowedUp.Contains(commitment.Office)
            || Agreements.Any(agreement => agreement.Id == commitment.AgreementId));
        modelBuilder.Entity<CommitmentDeadline>().HasQueryFilter(deadline =>
            FollowsUpEverywhere
            || OfficesFollowedUp.Contains(deadline.Office)
            || Agreements.Any(agreement => agreement.Id == deadline.AgreementId));
        modelBuilder.Entity<ProgressReport>().HasQueryFilter(report => Commitments.Any(commitment => commitment.Id == report.CommitmentId));
        modelBuilder.Entity<WorkPlan>().HasQueryFilter(plan => Agreements.Any(agreement => agreement.Id == plan.AgreementId));
        modelBuilder.Entity<Reminder>().HasQueryFilter(reminder =>
            FollowsUpEverywhere || OfficesFollowedUp.Contains(reminder.Office) || OwnInstitutions.Contains(reminder.Institution!));
        modelBuilder.Entity<EvidencePiece>().HasQueryFilter(piece => Assessments.Any(assessment => assessment.Id == piece.AssessmentId));
        modelBuilder.Entity<EvidenceUpload>().HasQueryFilter(upload => Assessments.Any(assessment => assessment.Id == upload.AssessmentId));
    }
}

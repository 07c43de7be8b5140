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

/// <summary>The query filters that determine which rows the caller of this context can see.</summary>
public abstract partial class ComplianceDbContext
{
    private AssessmentScope ReadableAssessments => AssessmentScope.Of(RequestContext.Caller, Permission.ReadAssessments);

    /// <summary>Whether the caller sees more than what is assigned to them; for assessors in the field the second-scoring filter is skipped.</summary>
    private bool SeesUnassigned => ReadableAssessments.Keys.Count > 0;

    private LiaisonScope OwnInstitutions => LiaisonScope.Of(RequestContext.Caller);

    private InstitutionScope FollowedInstitutions => InstitutionScope.Of(RequestContext.Caller, Permission.ReadFollowUp);

    private AccountId? CallerAccount => RequestContext.Caller.Id is { } id ? AccountId.From(id) : null;

    /// <summary>
    /// Drafts are confidential: an assessment, its sheet and everything that belongs to it do not exist for a caller who may not see
    /// them, in lists, counts and single reads alike. The condition for callers who see everything comes first, so that no row is looked up for them.
    /// </summary>
    private void AddQueryFilters(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Assessment>().HasQueryFilter(QueryFilters.Visible, assessment => ReadableAssessments.Covers(
            assessment.Office,
            assessment.Year,
            assessment.AssessorId == CallerAccount || assessment.Assignments.Any(assignment => assignment.AccountId == CallerAccount)));
        modelBuilder.Entity<Assessment>().HasQueryFilter(QueryFilters.Blind, assessment =>
            !SeesUnassigned
            || !SecondScorings.Any(each => each.AssessmentId == assessment.Id && each.ScorerId == CallerAccount && each.CompletedAt == null));
        modelBuilder.Entity<SheetRow>().HasQueryFilter(
            QueryFilters.Sheet, sheet => Assessments.Any(assessment => assessment.Id == sheet.AssessmentId));
        modelBuilder.Entity<Clarification>().HasQueryFilter(each =>
            OwnInstitutions.Covers(each.Institution, each.Year) || Assessments.Any(assessment => assessment.Id == each.AssessmentId));
        modelBuilder.Entity<AssessmentReturn>().HasQueryFilter(each => Assessments.Any(assessment => assessment.Id == each.AssessmentId));
        modelBuilder.Entity<CorrectiveAction>().HasQueryFilter(action => FollowedInstitutions.IsEverywhere || Institutions.Any(institution =>
            institution.Id == action.InstitutionId && FollowedInstitutions.Names(institution.Province ?? Offices.Head, institution.Code)));
        modelBuilder.Entity<EvaluationMeeting>().HasQueryFilter(meeting => FollowedInstitutions.IsEverywhere || Institutions.Any(institution =>
            institution.Id == meeting.InstitutionId && FollowedInstitutions.Names(institution.Province ?? Offices.Head, institution.Code)));
        modelBuilder.Entity<Agreement>().HasQueryFilter(agreement =>
            FollowedInstitutions.CoversOffice(agreement.Office)
            || agreement.Parties.Any(party => FollowedInstitutions.NamesOffice(party.Office) || Institutions.Any(institution =>
                institution.Id == party.InstitutionId && FollowedInstitutions.Names(institution.Province ?? Offices.Head, institution.Code))));
        modelBuilder.Entity<AgreementDocument>().HasQueryFilter(document => Agreements.Any(agreement => agreement.Id == document.AgreementId));
        modelBuilder.Entity<JointService>().HasQueryFilter(service =>
            FollowedInstitutions.CoversOffice(service.Office)
            || Institutions.Any(institution => FollowedInstitutions.IsOwn(institution.Code)
                && (institution.Id == service.HostId || service.Participants.Any(participant => participant.InstitutionId == institution.Id))));
        modelBuilder.Entity<MonthlyCaseload>().HasQueryFilter(caseload => FollowedInstitutions.IsEverywhere || Institutions.Any(institution =>
            institution.Id == caseload.InstitutionId && FollowedInstitutions.Names(institution.Province ?? Offices.Head, institution.Code)));
        modelBuilder.Entity<Commitment>().HasQueryFilter(commitment =>
            FollowedInstitutions.CoversOffice(commitment.Office) || Agreements.Any(agreement => agreement.Id == commitment.AgreementId));
        modelBuilder.Entity<CommitmentDeadline>().HasQueryFilter(deadline =>
            FollowedInstitutions.CoversOffice(deadline.Office) || Agreements.Any(agreement => agreement.Id == deadline.AgreementId));
        modelBuilder.Entity<ProgressReport>().HasQueryFilter(report => Commitments.Any(commitment => commitment.Id == report.CommitmentId));
        modelBuilder.Entity<WorkPlan>().HasQueryFilter(plan => Agreements.Any(agreement => agreement.Id == plan.AgreementId));
        modelBuilder.Entity<Reminder>().HasQueryFilter(reminder => FollowedInstitutions.Covers(reminder.Office, reminder.Institution));
        modelBuilder.Entity<EvidencePiece>().HasQueryFilter(piece => Assessments.Any(assessment => assessment.Id == piece.AssessmentId));
        modelBuilder.Entity<EvidenceUpload>().HasQueryFilter(upload => Assessments.Any(assessment => assessment.Id == upload.AssessmentId));
        ScopeCallExpander.WriteOut(modelBuilder.Model);
    }
}

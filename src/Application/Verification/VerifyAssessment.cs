using Compliance.Application.Access;
using Compliance.Application.Assessments;
using Compliance.Application.Audit;
using Compliance.Application.Cycles;
using Compliance.Application.Decisions;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Cycles;
using Compliance.Domain.Decisions;

namespace Compliance.Application.Verification;

/// <summary>Head office confirms a submitted assessment. Nobody who worked on it may do this.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.VerifyAssessments)]
public sealed record VerifyAssessment(Guid Id, ExpectedVersions Version) : IRequest<AssessmentDetails>;

internal sealed class VerifyAssessmentHandler(IComplianceDb db, AssessmentChanges changes, RequestContext context)
    : IRequestHandler<VerifyAssessment, AssessmentDetails>
{
    public Task<AssessmentDetails> Handle(VerifyAssessment request, CancellationToken cancellationToken) => changes.Make(
        request.Id, request.Version, Permission.VerifyAssessments, open => Verify(open, cancellationToken), cancellationToken);

    private async Task Verify(OpenSheet open, CancellationToken cancellationToken)
    {
        await db.RequireBeforePlenary(open.Assessment, cancellationToken);
        var figures = UnitFigures.Of(open.Known.Instrument, UnitInput.Of(open.Assessment, open.Sheet.Answers));
        open.Assessment.Verify(
            AuditActors.ActorOf(context.Caller), await db.WorkersOn(open.Assessment, cancellationToken), figures.InputsSha256);
        open.RevalidateConcurrentBatches();
        await db.Keep([figures], cancellationToken);
    }
}

/// <summary>What verification checks besides the assessment itself.</summary>
internal static class VerificationQueries
{
    private static readonly string[] work = [.. BatchJson.UseCases, "submitAssessment", "addEvidence"];

    /// <summary>Returns everyone who entered, decided or submitted something, as the audit names them.</summary>
    public static Task<IReadOnlyList<string>> WorkersOn(this IComplianceDb db, Assessment assessment, CancellationToken cancellationToken) =>
        db.ActorsOn(assessment.Resource, work, cancellationToken);

    public static async Task RequireBeforePlenary(
        this IComplianceDb db, Assessment assessment, CancellationToken cancellationToken)
    {
        var cycle = await db.Cycles.LoadByYear(assessment.Year, cancellationToken);
        Rule.Require(cycle.IsBeforePlenary, CycleErrors.PlenaryBegun);
    }
}

using Compliance.Application.Evidence;
using Compliance.Domain.Assessments;

namespace Compliance.Application.Assessments;

/// <summary>Reads what can block a submission besides the answers, for every use case that needs the completeness of an assessment.</summary>
internal static class SubmissionBlockerQueries
{
    /// <summary>Returns what can keep one assessment from being submitted or withdrawn.</summary>
    public static async Task<SubmissionBlockers> BlockersOf(this IComplianceDb db, OpenSheet open, CancellationToken cancellationToken) => new(
        [.. (await db.EvidencedObservations([open.Assessment.Id], cancellationToken))[open.Assessment.Id]],
        [.. open.Sheet.Conflicts.Select(conflict => new Observation(conflict.Sent.Answer.Indicator, conflict.Sent.Answer.Subject))],
        [.. open.Sheet.Refused.Select(item => item.Key)],
        [.. (await db.Returns.AsNoTracking().Where(each => each.AssessmentId == open.Assessment.Id).OrderBy(each => each.RaisedAt).ToListAsync(cancellationToken))
            .SelectMany(each => each.Reasons.OrderBy(reason => reason.Number)).Where(reason => reason.IsOpen).Select(reason => reason.Id.Value)],
        await db.SecondScorings.AnyAsync(each => each.AssessmentId == open.Assessment.Id && each.ScorerId != null, cancellationToken));
}

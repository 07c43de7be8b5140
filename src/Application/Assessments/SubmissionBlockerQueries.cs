using Compliance.Application.Evidence;
using Compliance.Domain.Assessments;

namespace Compliance.Application.Assessments;

/// <summary>What stands about sheets beside their answers, read in one place for every use case that asks how complete an assessment is.</summary>
internal static class SubmissionBlockerQueries
{
    /// <summary>What can keep one assessment from being submitted or withdrawn.</summary>
    public static async Task<SubmissionBlockers> BlockersOf(this IComplianceDb db, OpenSheet open, CancellationToken cancellationToken) => new(
        [.. (await db.EvidencedObservations([open.Assessment.Id], cancellationToken))[open.Assessment.Id]],
        [.. open.Sheet.Conflicts.Select(conflict => new Observation(conflict.Sent.Answer.Indicator, conflict.Sent.Answer.Subject))],
        [.. open.Sheet.Refused.Select(item => item.Key)],
        [.. (await db.Returns.AsNoTracking().Where(each => each.AssessmentId == open.Assessment.Id).OrderBy(each => each.RaisedAt).ToListAsync(cancellationToken))
            .SelectMany(each => each.Reasons.OrderBy(reason => reason.Number)).Where(reason => reason.IsOpen).Select(reason => reason.Id.Value)],
        await db.SecondScorings.AnyAsync(each => each.AssessmentId == open.Assessment.Id && each.ScorerId != null, cancellationToken));
}

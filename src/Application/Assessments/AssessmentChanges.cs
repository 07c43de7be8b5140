using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Assessments;

/// <summary>
/// How people change an assessment: it is loaded, the version that they have read is compared, one verb changes it, and
/// it is saved and shown. Of two at once, one finds another version.
/// </summary>
internal sealed class AssessmentChanges(IComplianceDb db, SheetQueries sheets, AssessmentQueries reading, RequestContext context)
{
    /// <summary>An answer that comes in meanwhile is no reason to refuse, so devices may win a few times.</summary>
    private const int Attempts = 20;

    public Task<AssessmentDetails> Make(
        Guid id, int version, Permission permission, Func<OpenSheet, Task> change, CancellationToken cancellationToken) => db.RetryOnConflict(Attempts, async () =>
    {
        await Try(id, version, permission, change, cancellationToken);

        return await reading.Details(id, cancellationToken);
    });

    private async Task Try(Guid id, int version, Permission permission, Func<OpenSheet, Task> change, CancellationToken cancellationToken)
    {
        var open = await sheets.Open(id, cancellationToken);
        db.Assessments.Attach(open.Assessment);
        db.Sheets.Attach(open.Row);
        Rule.Require(open.Assessment.Allows(context.Caller, permission), AccessErrors.OutsideScope);
        open.Assessment.RequireVersion(version);
        await change(open);
        await db.SaveChangesAsync(cancellationToken);
    }
}

internal static class ConcurrentBatches
{
    /// <summary>
    /// Lets answers that were judged before the change find another sheet than they have read, so that they are judged
    /// anew; and the change fails, to be tried again, where an answer was faster.
    /// </summary>
    public static void RevalidateConcurrentBatches(this OpenSheet open, int versionBefore)
    {
        if (open.Assessment.Version != versionBefore)
        {
            open.Row.Keep(open.Sheet);
        }
    }
}

using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Assessments;

/// <summary>
/// The common path of every change of an assessment by a person: load, compare the version, apply one operation, save, and
/// return the result. Of two concurrent changes, one fails with a version conflict.
/// </summary>
internal sealed class AssessmentChanges(IComplianceDb db, SheetQueries sheets, AssessmentQueries reading, RequestContext context)
{
    /// <summary>A concurrently stored answer is no reason to refuse the change, so the change is retried.</summary>
    private const int Attempts = 20;

    public Task<AssessmentDetails> Make(
        Guid id, ExpectedVersions version, Permission permission, Func<OpenSheet, Task> change, CancellationToken cancellationToken) => db.RetryOnConflict(Attempts, async () =>
    {
        await Try(id, version, permission, change, cancellationToken);

        return await reading.Details(id, cancellationToken);
    });

    private async Task Try(Guid id, ExpectedVersions version, Permission permission, Func<OpenSheet, Task> change, CancellationToken cancellationToken)
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
    /// Increases the sheet version, so that batches that were validated before the change conflict and are validated again. In turn,
    /// if a batch was stored first, this change conflicts and is retried.
    /// </summary>
    public static void RevalidateConcurrentBatches(this OpenSheet open)
    {
        if (open.Assessment.Version != open.VersionRead)
        {
            open.Row.Keep(open.Sheet);
        }
    }
}

namespace Compliance.Application.Common;

internal static class CommitEffects
{
    /// <inheritdoc cref="IComplianceDb.AfterCommit"/>
    public static Task AfterCommit(this IComplianceDb db, Action effect) => db.AfterCommit(() =>
    {
        effect();

        return Task.CompletedTask;
    });
}

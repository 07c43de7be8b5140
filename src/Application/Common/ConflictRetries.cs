namespace Compliance.Application.Common;

internal static class ConflictRetries
{
    private const int Attempts = 20;

    /// <summary>
    /// Runs what loads, checks and saves until no other writer comes between, as where the same is created twice at once.
    /// Each attempt reads anew, so it meets what the other one stored.
    /// </summary>
    public static async Task RetryOnConflict(this IComplianceDb db, Func<Task> save)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await save();

                return;
            }
            catch (DomainException refusal) when (refusal.Error == ConcurrencyErrors.ChangedMeanwhile && attempt < Attempts)
            {
                db.ClearTracking();
            }
        }
    }
}

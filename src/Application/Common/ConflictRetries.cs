namespace Compliance.Application.Common;

public static class ConflictRetries
{
    /// <summary>For what seldom meets another writer, as where the same is created twice at once.</summary>
    public const int UsualAttempts = 20;

    /// <summary>
    /// Runs what loads, checks and saves until no other writer comes between. Each attempt reads anew, so it meets what the
    /// other one stored.
    /// </summary>
    /// <param name="attempts">How often another writer may be faster before the last conflict is the answer.</param>
    /// <param name="work">Loads all that it changes: nothing that an attempt has loaded is left for the next one.</param>
    /// <param name="reset">Takes back what an attempt changed besides the database.</param>
    /// <param name="exhausted">What is refused where every attempt was lost; <see cref="ConcurrencyErrors.ChangedMeanwhile"/> unless another is given.</param>
    public static async Task<T> RetryOnConflict<T>(
        this IComplianceDb db, int attempts, Func<Task<T>> work, Action? reset = null, DomainError? exhausted = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (DomainException refusal) when (refusal.Error == ConcurrencyErrors.ChangedMeanwhile)
            {
                db.ClearTracking();
                reset?.Invoke();
                Rule.Require(attempt < attempts, exhausted ?? ConcurrencyErrors.ChangedMeanwhile);
            }
        }
    }

    public static Task RetryOnConflict(this IComplianceDb db, int attempts, Func<Task> work) => db.RetryOnConflict(attempts, async () =>
    {
        await work();

        return true;
    });
}

namespace Compliance.Application.Common;

public static class ConflictRetries
{
    /// <summary>For work with rare conflicts, such as two clients that create the same resource at once.</summary>
    public const int UsualAttempts = 20;

    /// <summary>
    /// Runs work that loads, checks and saves, and repeats it as long as it conflicts with another writer. Each attempt loads again, so it sees
    /// what the other writer stored.
    /// </summary>
    /// <param name="attempts">How many attempts are made before the conflict is reported.</param>
    /// <param name="work">Must load everything that it changes, because the change tracker is cleared after each attempt.</param>
    /// <param name="reset">Undoes what an attempt changed outside the database.</param>
    /// <param name="exhausted">The error if every attempt failed; <see cref="ConcurrencyErrors.ChangedMeanwhile"/> by default.</param>
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

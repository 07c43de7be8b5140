using System.Linq.Expressions;

namespace Compliance.Application.Common;

internal static class RepeatedCreates
{
    /// <summary>
    /// What was created before under an id that a client has chosen, so that the same request again gets the same answer; nothing
    /// where nothing was. Refuses with <see cref="ConcurrencyErrors.IdTaken"/> where it says something else, also where the caller may not
    /// see it: an id stands for one thing in the whole system.
    /// </summary>
    public static async Task<T?> FindRepeated<T>(
        this IQueryable<T> rows, Expression<Func<T, bool>> byId, Func<T, bool> saysTheSame, CancellationToken cancellationToken)
        where T : class
    {
        var existing = await rows.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(byId, cancellationToken);
        Rule.Require(existing is null || saysTheSame(existing), ConcurrencyErrors.IdTaken);

        return existing;
    }
}

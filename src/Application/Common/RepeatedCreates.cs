using System.Linq.Expressions;

namespace Compliance.Application.Common;

internal static class RepeatedCreates
{
    /// <summary>
    /// Returns what was created earlier under an id chosen by the client, so that a repeated request gets the same response; null if the id
    /// is new. Throws <see cref="ConcurrencyErrors.IdTaken"/> if the content differs, even if the caller may not see it, because an id is
    /// unique in the whole system.
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

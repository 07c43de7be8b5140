using System.Data.Common;
using System.Linq.Expressions;

namespace Compliance.Application.Common;

/// <summary>
/// For work on a list of rows that the program does by itself: a row that fails does not stop the others. What failed is collected and thrown once the
/// others are done. A failure of the database itself ends the work at once, because it would fail every row.
/// </summary>
internal sealed class RowFailures(IComplianceDb db)
{
    private readonly List<Exception> failures = [];

    /// <summary>Does the work of one row, or of several that can only be done together.</summary>
    /// <returns>Why it failed; null if it did not.</returns>
    public async Task<Exception?> Try(Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();

            return null;
        }
        catch (Exception problem) when (IsOfOneRow(problem, cancellationToken))
        {
            db.ClearTracking();
            failures.Add(problem);

            return problem;
        }
    }

    /// <summary>Does the work of all rows at once. If that fails, that of each half, down to the row that fails alone.</summary>
    public async Task InHalves<T>(IReadOnlyList<T> rows, Func<IReadOnlyList<T>, Task> work, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        try
        {
            await work(rows);
        }
        catch (Exception problem) when (IsOfOneRow(problem, cancellationToken))
        {
            db.ClearTracking();

            if (rows.Count == 1)
            {
                failures.Add(problem);

                return;
            }

            await InHalves([.. rows.Take(rows.Count / 2)], work, cancellationToken);
            await InHalves([.. rows.Skip(rows.Count / 2)], work, cancellationToken);
        }
    }

    /// <summary>Reads rows; those that cannot be read are left out.</summary>
    public async Task<IReadOnlyList<TRead>> Read<T, TId, TRead>(
        IQueryable<T> rows, Expression<Func<T, TId>> id, Func<IQueryable<T>, Task<IEnumerable<TRead>>> read, CancellationToken cancellationToken)
    {
        try
        {
            return [.. await read(rows)];
        }
        catch (Exception problem) when (IsOfOneRow(problem, cancellationToken))
        {
            // Found again below, with the row that it comes from.
        }

        List<TRead> found = [];
        await InHalves(await rows.Select(id).ToListAsync(cancellationToken), async part => found.AddRange(await read(rows.Where(Among(id, part)))), cancellationToken);

        return found;
    }

    /// <exception cref="AggregateException">Something failed.</exception>
    public void ThrowIfAny()
    {
        if (failures.Count > 0)
        {
            throw new AggregateException("Some rows failed; the others are done.", failures);
        }
    }

    private static Expression<Func<T, bool>> Among<T, TId>(Expression<Func<T, TId>> id, IReadOnlyList<TId> ids)
    {
        Expression<Func<TId, bool>> among = each => ids.Contains(each);

        return Expression.Lambda<Func<T, bool>>(new ParameterReplacement(new Dictionary<ParameterExpression, Expression> { [among.Parameters[0]] = id.Body }).Visit(among.Body), id.Parameters);
    }

    private static bool IsOfOneRow(Exception problem, CancellationToken cancellationToken) =>
        !(problem is OperationCanceledException && cancellationToken.IsCancellationRequested) && !IsLostRace(problem) && !IsOfTheDatabase(problem);

    private static bool IsOfTheDatabase(Exception problem) =>
        problem is DbException { IsTransient: true } or TimeoutException || (problem.InnerException is { } inner && IsOfTheDatabase(inner));

    /// <summary>Another writer does the same work; what is left is done at the next interval.</summary>
    private static bool IsLostRace(Exception problem) => problem is DomainException refusal && refusal.Error == ConcurrencyErrors.ChangedMeanwhile;
}

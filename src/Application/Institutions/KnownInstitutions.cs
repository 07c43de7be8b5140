using System.Collections.Concurrent;
using Compliance.Domain.Institutions;

namespace Compliance.Application.Institutions;

/// <summary>
/// Caches institutions. They come with the product and never change, so entries never expire; one that is not cached is read.
/// </summary>
internal sealed class KnownInstitutions
{
    private readonly ConcurrentDictionary<InstitutionId, Institution> byId = new();
    private readonly ConcurrentDictionary<string, Institution> byCode = new(StringComparer.Ordinal);

    /// <summary>Returns the institution with this code; null if there is none.</summary>
    public async ValueTask<Institution?> Find(IComplianceDb db, string code, CancellationToken cancellationToken) =>
        byCode.TryGetValue(code, out var known) ? known
            : await db.Institutions.AsNoTracking().SingleOrDefaultAsync(each => each.Code == code, cancellationToken) is { } found ? Keep(found)
            : null;

    /// <summary>Returns the institutions with these ids, by id.</summary>
    public async ValueTask<IReadOnlyDictionary<InstitutionId, Institution>> Of(
        IComplianceDb db, IEnumerable<InstitutionId> ids, CancellationToken cancellationToken)
    {
        var unknown = ids.Where(id => !byId.ContainsKey(id)).Distinct().ToList();

        if (unknown.Count > 0)
        {
            foreach (var found in await db.Institutions.AsNoTracking().Where(each => unknown.Contains(each.Id)).ToListAsync(cancellationToken))
            {
                Keep(found);
            }
        }

        return byId;
    }

    private Institution Keep(Institution institution)
    {
        byId.TryAdd(institution.Id, institution);

        return byCode.GetOrAdd(institution.Code, institution);
    }
}

using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

internal static class AccountLoading
{
    public static Task<Account> LoadSelf(this IQueryable<Account> accounts, RequestContext context, CancellationToken cancellationToken) =>
        accounts.LoadById(context.Caller.Id!.Value, cancellationToken);

    public static async Task<Account> LoadById(this IQueryable<Account> accounts, Guid id, CancellationToken cancellationToken)
    {
        var account = AccountId.From(id);

        return await accounts.SingleOrDefaultAsync(each => each.Id == account, cancellationToken) ?? throw new NotFoundException(ResourceKind.Account, id);
    }

    /// <summary>Refuses grants whose office or institution is not in the registry.</summary>
    public static async Task RequireKnown(this IComplianceDb db, IReadOnlyList<Grant> grants, CancellationToken cancellationToken)
    {
        var offices = grants.Select(grant => grant.Office).OfType<string>().Where(office => office != Offices.Head).Distinct().ToList();
        var institutions = grants.Select(grant => grant.Institution).OfType<string>().Distinct().ToList();
        var knownOffices = await db.Regions.Where(region => region.Parent == null && offices.Contains(region.Code))
            .Select(region => region.Code).ToListAsync(cancellationToken);
        var knownInstitutions = await db.Institutions.Where(institution => institutions.Contains(institution.Code))
            .Select(institution => institution.Code).ToListAsync(cancellationToken);
        Rule.RequireNone(
            [
                .. grants.SelectMany((grant, index) => grant.Faults().Select(fault => fault.Under($"/grants/{index}"))),
                .. grants.Select((grant, index) => (grant, index))
                    .Where(pair => pair.grant.Office is { } office && office != Offices.Head && !knownOffices.Contains(office))
                    .Select(pair => AccessErrors.UnknownOffice.At($"/grants/{pair.index}/office")),
                .. grants.Select((grant, index) => (grant, index))
                    .Where(pair => pair.grant.Institution is { } code && !knownInstitutions.Contains(code))
                    .Select(pair => Domain.Institutions.RegistryErrors.UnknownInstitution(pair.grant.Institution!, []).At($"/grants/{pair.index}/institution")),
            ],
            AccessErrors.GrantsRefused);
    }
}

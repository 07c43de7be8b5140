using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>Returns the caller's identity, roles and permissions.</summary>
[ForTheSignedIn]
public sealed record GetMe : IRequest<Me>;

/// <param name="Name">The name of the person, or of the API key.</param>
/// <param name="Permissions">Everything that the caller may do in at least one scope.</param>
public sealed record Me(
    CallerKind Kind,
    Guid? Id,
    string? Email,
    string? Name,
    string? Issuer,
    IReadOnlyList<MyRole> Roles,
    IReadOnlyList<Permission> Permissions,
    SecondFactor SecondFactor)
{
    internal static Me Of(Caller caller, Account account, bool isEnrolled) => new(
        caller.Kind,
        caller.Id,
        account.Email,
        account.Name,
        caller.Issuer,
        [.. caller.Grants.Select(grant => MyRole.Of(grant, counts: true)), .. caller.Dormant.Select(grant => MyRole.Of(grant, counts: false))],
        [.. caller.Grants.SelectMany(grant => grant.Role.Permissions()).Distinct().Order()],
        new(caller.Dormant.Count > 0, isEnrolled));

    internal static Me Of(Caller caller, ApiKey key) =>
        new(caller.Kind, caller.Id, null, key.Name, null, [], caller.KeyScopes, new(Missing: false, Enrolled: false));
}

/// <summary>A role with its scope and its permissions there.</summary>
/// <param name="Counts">Whether the role is in effect; false until the second factor is provided.</param>
public sealed record MyRole(Role Role, string? Office, string? Institution, int? Cycle, bool Counts, IReadOnlyList<Permission> Permissions)
{
    internal static MyRole Of(Grant grant, bool counts) =>
        new(grant.Role, grant.Office, grant.Institution, grant.Cycle, counts, grant.Role.Permissions());
}

/// <param name="Missing">Whether roles have no effect because the second factor was not provided.</param>
public sealed record SecondFactor(bool Missing, bool Enrolled);

internal sealed class GetMeHandler(IComplianceDb db, ICredentials credentials, RequestContext context) : IRequestHandler<GetMe, Me>
{
    public async Task<Me> Handle(GetMe request, CancellationToken cancellationToken)
    {
        if (context.Caller.Kind == CallerKind.ApiKey)
        {
            var key = ApiKeyId.From(context.Caller.Id!.Value);

            return Me.Of(context.Caller, await db.ApiKeys.AsNoTracking().SingleAsync(each => each.Id == key, cancellationToken));
        }

        var account = await db.Accounts.AsNoTracking().LoadSelf(context, cancellationToken);

        return Me.Of(context.Caller, account, await credentials.HasAuthenticator(account.Id));
    }
}

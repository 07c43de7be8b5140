using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>Creates an account and a one-time link by which its owner sets a password. Nobody can register without an invitation.</summary>
/// <param name="Id">Chosen by the client, so that the request can be repeated safely.</param>
[Needs(Permission.ManageUsers)]
public sealed record InviteUser(Guid? Id, string? Email, string? Name, IReadOnlyList<Grant>? Grants) : IRequest<UserInvited>, IRepeatable;

/// <param name="Invitation">Null if the account already existed: the link is shown once.</param>
public sealed record UserInvited(UserDetails User, Invitation? Invitation);

/// <param name="Token">The token for <c>POST /invitations/acceptance</c>; shown once.</param>
public sealed record Invitation(string Token, string Link, DateTimeOffset ExpiresAt);

internal sealed class InviteUserValidator : AbstractValidator<InviteUser>
{
    public InviteUserValidator()
    {
        RuleFor(request => request.Email).Required().Address();
        RuleFor(request => request.Name).Text(PlainText.NameLength);
        RuleFor(request => request.Grants).RequiredButMayBeEmpty();
        RuleForEach(request => request.Grants).Required().ChildRules(grant => grant.Scopes());
    }
}

internal sealed class InviteUserHandler(IComplianceDb db, Invitations invitations, TimeProvider clock) : IRequestHandler<InviteUser, UserInvited>
{
    public async Task<UserInvited> Handle(InviteUser request, CancellationToken cancellationToken)
    {
        await db.RequireKnown(request.Grants!, cancellationToken);
        var now = clock.GetUtcNow();
        var id = EntityId.GivenOrNew<AccountId>(request.Id, now);
        var key = Account.KeyOf(request.Email);

        if (await db.Accounts.FindRepeated(
            each => each.Id == id, each => each.EmailKey == key && each.Grants.SequenceEqual(request.Grants!), cancellationToken) is { } existing)
        {
            return new(UserDetails.Of(existing), null);
        }

        Rule.Require(!await db.Accounts.AnyAsync(each => each.EmailKey == key, cancellationToken), AccessErrors.EmailTaken);
        var account = Account.Invite(id, request.Email!.Trim(), request.Name, request.Grants!, now);
        db.Accounts.Add(account);
        var invitation = await invitations.Make(account);
        await db.SaveChangesAsync(cancellationToken);

        return new(UserDetails.Of(account), invitation);
    }
}

internal static class GrantRules
{
    public static void Scopes(this InlineValidator<Grant> grant)
    {
        grant.RuleFor(each => each.Office).Text(PlainText.NameLength);
        grant.RuleFor(each => each.Institution).Text(PlainText.NameLength);
    }
}

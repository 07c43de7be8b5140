using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>Changes the name, the roles and whether the account is disabled. The change also applies to open sessions.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.ManageUsers)]
public sealed record ChangeUser(Guid Id, ExpectedVersions Version, string? Name, IReadOnlyList<Grant>? Grants, bool Disabled, string? Reason)
    : IRequest<UserDetails>, IReasoned;

internal sealed class ChangeUserValidator : AbstractValidator<ChangeUser>
{
    public ChangeUserValidator()
    {
        RuleFor(request => request.Name).Text(PlainText.NameLength);
        RuleFor(request => request.Reason).Lines(PlainText.NoteLength);
        RuleFor(request => request.Grants).RequiredButMayBeEmpty();
        RuleForEach(request => request.Grants).Required().ChildRules(grant => grant.Scopes());
    }
}

internal sealed class ChangeUserHandler(IComplianceDb db, KnownCallers known, RequestContext context, TimeProvider clock) : IRequestHandler<ChangeUser, UserDetails>
{
    public async Task<UserDetails> Handle(ChangeUser request, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.LoadById(request.Id, cancellationToken);
        account.RequireVersion(request.Version);
        Rule.Require(account.Id.Value != context.Caller.Id || (!request.Disabled && account.Grants.SequenceEqual(request.Grants!)), AccessErrors.OwnAccess);
        await db.RequireKnown(request.Grants!, cancellationToken);
        account.Change(request.Name, request.Grants!, request.Disabled);

        if (request.Disabled)
        {
            await db.EndSessions(account.Id, clock.GetUtcNow(), cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await db.AfterCommit(known.Clear);

        return UserDetails.Of(account);
    }
}

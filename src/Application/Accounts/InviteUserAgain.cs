using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>Issues a new invitation after a lost password or phone: the old password, authenticator and sessions end.</summary>
[Needs(Permission.ManageUsers)]
public sealed record InviteUserAgain(Guid Id) : IRequest<UserInvited>;

internal sealed class InviteUserAgainHandler(IComplianceDb db, Invitations invitations, KnownCallers known, TimeProvider clock)
    : IRequestHandler<InviteUserAgain, UserInvited>
{
    public async Task<UserInvited> Handle(InviteUserAgain request, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.LoadById(request.Id, cancellationToken);
        account.InviteAgain();
        var invitation = await invitations.Make(account);
        await db.EndSessions(account.Id, clock.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.AfterCommit(known.Clear);

        return new(UserDetails.Of(account), invitation);
    }
}

using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>One-time links. Only the newest invitation of an account is valid, and only until it is used.</summary>
internal sealed class Invitations(ITokens tokens, ICredentials credentials, AccessSettings settings, TimeProvider clock)
{
    public async Task<Invitation> Make(Account account)
    {
        var expiresAt = clock.GetUtcNow() + AccessSettings.LifeOf(TokenKind.Invitation);
        var token = tokens.Issue(TokenKind.Invitation, account.Id.Value, expiresAt);
        await credentials.Invite(account.Id, Digest.Of(token));

        // In the fragment, so that no server on the way logs the token.
        return new(token, $"{settings.PublicUrl?.TrimEnd('/')}{AccessSettings.InvitationPage}#{token}", expiresAt);
    }
}

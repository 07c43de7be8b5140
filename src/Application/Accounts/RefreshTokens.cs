using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>Exchanges a refresh token for a new pair of tokens. A refresh token is valid once; if it is reused, its session ends.</summary>
[ForEveryone]
public sealed record RefreshTokens(string? RefreshToken) : IRequest<TokensIssued>;

internal sealed class RefreshTokensHandler(
    IComplianceDb db, ITokens tokens, SessionTokens sessions, CallerLookup lookup, KnownCallers known, RequestContext context, TimeProvider clock)
    : IRequestHandler<RefreshTokens, TokensIssued>
{
    public async Task<TokensIssued> Handle(RefreshTokens request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var content = tokens.Read(TokenKind.Refresh, request.RefreshToken ?? "");
        Rule.Require(content is not null, AccessErrors.RefreshRefused);
        var id = SessionId.From(content.Subject);
        var session = await db.Sessions.SingleOrDefaultAsync(each => each.Id == id, cancellationToken);
        Rule.Require(session?.IsOpen(now) == true, AccessErrors.RefreshRefused);
        var account = await db.Accounts.SingleAsync(each => each.Id == session.AccountId, cancellationToken);
        Rule.Require(lookup.MaySignIn(account), AccessErrors.RefreshRefused);
        var issued = sessions.Issue(id, now);
        var isFirstUse = session.Refresh(Digest.Of(request.RefreshToken!), Digest.Of(issued.RefreshToken), now);

        if (isFirstUse)
        {
            context.ReplaceCaller(CallerLookup.Of(account, session));
        }

        await (isFirstUse ? db.SaveChangesAsync(cancellationToken) : db.SaveDespiteRefusal(cancellationToken));
        await db.AfterCommit(known.Clear);
        Rule.Require(isFirstUse, AccessErrors.RefreshRefused);

        return issued;
    }
}

using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>Issues the access and refresh token of a session, at its start and at each renewal.</summary>
internal sealed class SessionTokens(IComplianceDb db, ITokens tokens, RequestContext context, TimeProvider clock)
{
    public (Session Session, TokensIssued Tokens) Begin(Account account, bool secondFactor)
    {
        var now = clock.GetUtcNow();
        var id = EntityId.New<SessionId>(now);
        var issued = Issue(id, now);
        var session = Session.Begin(id, account.Id, Digest.Of(issued.RefreshToken), secondFactor, context.Origin.Address, context.Origin.Device, now);
        db.Sessions.Add(session);

        return (session, issued);
    }

    public TokensIssued Issue(SessionId session, DateTimeOffset now) => new(
        tokens.Issue(TokenKind.Access, session.Value, now + AccessSettings.LifeOf(TokenKind.Access)),
        tokens.Issue(TokenKind.Refresh, session.Value, now + AccessSettings.LifeOf(TokenKind.Refresh)),
        (int)AccessSettings.AccessTokenLife.TotalSeconds);
}

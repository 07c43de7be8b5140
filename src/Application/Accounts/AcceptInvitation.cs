using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Passwords;

namespace Compliance.Application.Accounts;

/// <summary>Sets the password of an account with its invitation, once.</summary>
[ForEveryone]
public sealed record AcceptInvitation(string? Token, string? Password) : IRequest<InvitationAccepted>;

/// <param name="SecondFactorNeeded">Whether roles of the account take effect only after an authenticator is enrolled.</param>
public sealed record InvitationAccepted(string Email, bool SecondFactorNeeded);

internal sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitation>
{
    public AcceptInvitationValidator()
    {
        RuleFor(request => request.Token).Required();
        RuleFor(request => request.Password).Required().NoLongerThan(PlainText.NoteLength);
    }
}

internal sealed class AcceptInvitationHandler(
    IComplianceDb db, ITokens tokens, ICredentials credentials, PasswordRules passwords, TimeProvider clock)
    : IRequestHandler<AcceptInvitation, InvitationAccepted>
{
    public async Task<InvitationAccepted> Handle(AcceptInvitation request, CancellationToken cancellationToken)
    {
        var content = tokens.Read(TokenKind.Invitation, request.Token!);
        Rule.Require(content is not null && content.ExpiresAt > clock.GetUtcNow(), AccessErrors.InvitationInvalid);
        var id = AccountId.From(content.Subject);
        var account = await db.Accounts.SingleOrDefaultAsync(each => each.Id == id, cancellationToken);
        Rule.Require(account?.Status == AccountStatus.Invited, AccessErrors.InvitationInvalid);
        passwords.Require(request.Password!, account, "/password");
        Rule.Require(await credentials.Accept(id, Digest.Of(request.Token!), request.Password!), AccessErrors.InvitationInvalid);
        account.Activate();
        await db.SaveChangesAsync(cancellationToken);

        return new(account.Email!, account.Grants.Any(grant => grant.Role.IsHeadOffice()) && !account.IsDemo);
    }
}

internal static class PasswordChecks
{
    /// <summary>Refuses a password, with every rule that it violates.</summary>
    public static void Require(this PasswordRules rules, string password, Account account, string pointer) => Rule.RequireNone(
        [.. rules.Check(password, [account.Email?.Split('@')[0] ?? "", .. account.Name?.Split(' ') ?? []]).Select(error => error.At(pointer))],
        AccessErrors.PasswordRefused);
}

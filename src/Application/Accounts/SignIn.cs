using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>Opens a session with the password and, if an authenticator is enrolled, its code.</summary>
[ForEveryone]
public sealed record SignIn(string? Email, string? Password, string? Otp) : IRequest<TokensIssued>;

/// <param name="ExpiresIn">Seconds until the access token expires.</param>
public sealed record TokensIssued(string AccessToken, string RefreshToken, int ExpiresIn);

internal sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator()
    {
        RuleFor(request => request.Email).Required().Text(PlainText.NameLength);
        RuleFor(request => request.Password).Required().NoLongerThan(PlainText.NoteLength);
        RuleFor(request => request.Otp).Text(PlainText.NameLength);
    }
}

internal sealed class SignInHandler(IComplianceDb db, ICredentials credentials, SessionTokens sessions, CallerLookup lookup, RequestContext context)
    : IRequestHandler<SignIn, TokensIssued>
{
    private const int Attempts = 10;
    private const string Strangers = "sign-ins";
    private const string OtpMissing = """{"outcome":"otpMissing"}""";
    private const string NotLetIn = """{"outcome":"refused"}""";

    public async Task<TokensIssued> Handle(SignIn request, CancellationToken cancellationToken)
    {
        var before = context.Caller;

        // An attempt that lost to a concurrent one is counted as well; and a conflict response would reveal that the account exists.
        return await db.RetryOnConflict(
            Attempts, () => Try(request, cancellationToken), reset: () => context.ReplaceCaller(before), exhausted: AccessErrors.SignInRefused);
    }

    private async Task<TokensIssued> Try(SignIn request, CancellationToken cancellationToken)
    {
        var key = Account.KeyOf(request.Email);
        var account = await db.Accounts.SingleOrDefaultAsync(each => each.EmailKey == key, cancellationToken);
        var who = account is not null && lookup.MaySignIn(account) ? account : null;
        var check = await credentials.Check(who?.Id, request.Password!, request.Otp);

        if (check != SignInCheck.Right)
        {
            // Every failed attempt is counted and recorded, even if no account has the address.
            context.AddAuditContent(who is null ? Strangers : $"accounts/{who.Id.Value}", check == SignInCheck.OtpNeeded ? OtpMissing : NotLetIn);
            await db.SaveDespiteRefusal(cancellationToken);

            throw new DomainException(check == SignInCheck.OtpNeeded ? AccessErrors.OtpNeeded : AccessErrors.SignInRefused);
        }

        var (session, tokens) = sessions.Begin(who!, await credentials.HasAuthenticator(who!.Id));
        context.ReplaceCaller(CallerLookup.Of(who, session));
        await db.SaveChangesAsync(cancellationToken);

        return tokens;
    }
}

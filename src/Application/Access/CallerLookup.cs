using System.Security.Cryptography;
using System.Text;
using Compliance.Domain.Access;

namespace Compliance.Application.Access;

/// <summary>Finds the caller that a credential belongs to; null if the credential is not valid now.</summary>
public sealed class CallerLookup(IComplianceDb db, ITokens tokens, KnownCallers known, AccessSettings settings, RequestContext context, TimeProvider clock)
{
    private const int Attempts = 5;

    private static readonly TimeSpan usePrecision = TimeSpan.FromMinutes(1);

    public async ValueTask<Caller?> OfAccessToken(string token, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();

        if (tokens.Read(TokenKind.Access, token) is not { } content || content.ExpiresAt <= now)
        {
            return null;
        }

        var name = $"session:{content.Subject}";

        return known.Find(name) ?? Keep(name, await OfSession(SessionId.From(content.Subject), now, cancellationToken));
    }

    public async ValueTask<Caller?> OfApiKey(string text, CancellationToken cancellationToken)
    {
        if (ApiKeyText.Read(text) is not { } read)
        {
            return null;
        }

        var name = $"key:{read.Id}:{read.Hash}";

        return known.Find(name) ?? Keep(name, await OfKey(read.Id, read.Hash, cancellationToken));
    }

    /// <summary>
    /// Returns the caller for a person who is authenticated by another issuer. The account is created on the first request. An
    /// address that belongs to another account stays with that account.
    /// </summary>
    public async Task<Caller?> OfIssuer(ExternalIdentity person, CancellationToken cancellationToken)
    {
        // A concurrent first request of the same person may create the account, or another account may take the address.
        var account = await db.RetryOnConflict(
            Attempts, async () => await Find(person, cancellationToken) ?? await Register(person, cancellationToken));

        return account.Status is AccountStatus.Disabled or AccountStatus.Erased ? null : Of(account, person);
    }

    public static Caller Of(Account account, Session session)
    {
        var counting = account.GrantsIn(session.SecondFactor);

        return new(CallerKind.Account, account.Id.Value, null, session.Id.Value, counting, [.. account.Grants.Except(counting)], [])
        {
            SessionOrigin = new(session.Address, session.Device),
        };
    }

    public bool MaySignIn(Account account) => account.Status == AccountStatus.Active && (!account.IsDemo || settings.DemoAccounts);

    private static Caller Of(Account account, ExternalIdentity person)
    {
        var counting = person.Grants.Where(grant => person.SecondFactor || !grant.Role.IsHeadOffice()).ToList();

        return new(CallerKind.External, account.Id.Value, account.Issuer, null, counting, [.. person.Grants.Except(counting)], []);
    }

    private Task<Account?> Find(ExternalIdentity person, CancellationToken cancellationToken) => db.Accounts.AsNoTracking()
        .SingleOrDefaultAsync(each => each.Issuer == person.Issuer && each.Subject == person.Subject, cancellationToken);

    private async Task<Account> Register(ExternalIdentity person, CancellationToken cancellationToken)
    {
        var key = Account.KeyOf(person.Email);
        var isTaken = key is not null && await db.Accounts.AnyAsync(each => each.EmailKey == key, cancellationToken);
        var now = clock.GetUtcNow();
        var account = Account.FromIssuer(EntityId.New<AccountId>(now), person.Issuer, person.Subject, isTaken ? null : person.Email, person.Name, now);
        db.Accounts.Add(account);

        // Runs before any use case: the new account is recorded as created by that person.
        context.ReplaceCaller(Of(account, person));
        context.Begin("meetExternal", null);
        await db.SaveChangesAsync(cancellationToken);

        return account;
    }

    private async Task<Caller?> OfSession(SessionId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await (
            from session in db.Sessions.AsNoTracking()
            join account in db.Accounts.AsNoTracking() on session.AccountId equals account.Id
            where session.Id == id
            select new { session, account }).SingleOrDefaultAsync(cancellationToken);

        return row is not null && row.session.IsOpen(now) && MaySignIn(row.account) ? Of(row.account, row.session) : null;
    }

    private async Task<Caller?> OfKey(Guid id, string hash, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var keyId = ApiKeyId.From(id);
        var key = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(each => each.Id == keyId, cancellationToken);
        var sent = Encoding.ASCII.GetBytes(hash);

        if (key?.IsValid(now) != true || !key.ValidHashes(now).Any(valid => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(valid), sent)))
        {
            return null;
        }

        if (key.LastUsedAt is null || key.LastUsedAt < now - usePrecision)
        {
            await db.ApiKeys.Where(each => each.Id == keyId).ExecuteUpdateAsync(set => set.SetProperty(each => each.LastUsedAt, now), cancellationToken);
        }

        return Caller.OfKey(id, key.Scopes);
    }

    private Caller? Keep(string name, Caller? caller)
    {
        if (caller is not null)
        {
            known.Keep(name, caller);
        }

        return caller;
    }
}

/// <summary>What another issuer states about a person in a signed token. Texts that cannot be stored are left out.</summary>
public sealed record ExternalIdentity(string Issuer, string Subject, IReadOnlyList<Grant> Grants, bool SecondFactor)
{
    /// <summary>Null unless the issuer has verified it and a message can be sent to it.</summary>
    public string? Email { get; init => field = Kept(EmailAddress.Of(value)?.Text); }

    public string? Name { get; init => field = Kept(value); }

    private static string? Kept(string? text) => PlainText.Check(text, PlainText.NameLength) is null ? text : null;
}

/// <summary>An API key as its holder has it: <c>ck_</c>, the id and the secret. Only the hash of the whole key is stored.</summary>
internal static class ApiKeyText
{
    private const string Prefix = "ck_";
    private const int SecretBytes = 32;
    private const int IdLength = 32;

    public static (string Text, string Hash) Make(Guid id)
    {
        var text = $"{Prefix}{id:N}_{System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";

        return (text, Digest.Of(text));
    }

    public static (Guid Id, string Hash)? Read(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal)
        && text.Length > Prefix.Length + IdLength
        && Guid.TryParseExact(text.AsSpan(Prefix.Length, IdLength), "N", out var id)
            ? (id, Digest.Of(text))
            : null;
}

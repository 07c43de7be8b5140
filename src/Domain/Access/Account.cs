using Compliance.Domain.Common;

namespace Compliance.Domain.Access;

public readonly record struct AccountId(Guid Value) : IEntityId<AccountId>
{
    public static AccountId From(Guid value) => new(value);

    public static bool operator <(AccountId left, AccountId right) => left.Value < right.Value;

    public static bool operator >(AccountId left, AccountId right) => left.Value > right.Value;
}

public enum AccountStatus
{
    Invited,
    Active,
    Disabled,

    /// <summary>The personal data is deleted for good; the audit entries keep the account's id.</summary>
    Erased,
}

/// <summary>
/// A person who works with the system. The credentials (password and authenticator) are stored separately; name and e-mail address are the only
/// personal data here.
/// </summary>
public sealed class Account : IVersioned
{
    private Account(AccountId id, string? email, string? name, string? issuer, string? subject, bool isDemo, DateTimeOffset createdAt)
    {
        Id = id;
        Email = email;
        EmailKey = KeyOf(email);
        Name = name;
        Issuer = issuer;
        Subject = subject;
        IsDemo = isDemo;
        CreatedAt = createdAt;
    }

    public AccountId Id { get; }

    public string? Email { get; private set; }

    /// <summary>The e-mail address normalised for case-insensitive look-up.</summary>
    public string? EmailKey { get; private set; }

    public string? Name { get; private set; }

    /// <summary>The external issuer that authenticates this account, and the subject there; null for an account that signs in here.</summary>
    public string? Issuer { get; }

    public string? Subject { get; private set; }

    /// <summary>Created with the demo data; needs no second factor and works in Development only.</summary>
    public bool IsDemo { get; }

    public AccountStatus Status { get; private set; }

    public IReadOnlyList<Grant> Grants { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; }

    public int Version { get; private set; } = 1;

    public static Account Invite(AccountId id, string email, string? name, IReadOnlyList<Grant> grants, DateTimeOffset now, bool isDemo = false) =>
        new(id, email, name, null, null, isDemo, now) { Grants = grants };

    /// <summary>Creates an account for a person whom an external issuer authenticates; the roles come with each token.</summary>
    public static Account FromIssuer(AccountId id, string issuer, string subject, string? email, string? name, DateTimeOffset now) =>
        new(id, email, name, issuer, subject, isDemo: false, now) { Status = AccountStatus.Active };

    public static string? KeyOf(string? email) => email?.Trim().ToLowerInvariant();

    /// <summary>The grants that take effect in a session with or without a second factor.</summary>
    public IReadOnlyList<Grant> GrantsIn(bool secondFactor) =>
        [.. Grants.Where(grant => secondFactor || IsDemo || !grant.Role.IsHeadOffice())];

    /// <summary>Whether assessments of an office in a year can be assigned to it. An external issuer's roles are known only from its tokens.</summary>
    public bool MayBeAssigned(string office, int year) =>
        Status is AccountStatus.Invited or AccountStatus.Active
        && (Issuer is not null || Grants.Any(grant => grant.Role == Role.Assessor && Scope.Of(grant).Covers(office, year)));

    /// <summary>Whether it can be a second scorer in a cycle, which is a verifier's work.</summary>
    public bool MayVerifyIn(int year) =>
        Status is AccountStatus.Active
        && (Issuer is not null || Grants.Any(grant => grant.Role == Role.Verifier && Scope.Of(grant).Covers(Offices.Head, year)));

    public void Activate()
    {
        Rule.Require(Status != AccountStatus.Erased, AccessErrors.Erased);
        Status = AccountStatus.Active;
        Version++;
    }

    /// <summary>Returns the account to its invited state; the new invitation is needed to set a new password.</summary>
    public void InviteAgain()
    {
        Rule.Require(Status != AccountStatus.Erased, AccessErrors.Erased);
        Rule.Require(Issuer is null, AccessErrors.NoPassword);
        Rule.Require(Status != AccountStatus.Disabled, AccessErrors.Disabled);
        Status = AccountStatus.Invited;
        Version++;
    }

    public void Change(string? name, IReadOnlyList<Grant> grants, bool disabled)
    {
        Rule.Require(Status != AccountStatus.Erased, AccessErrors.Erased);
        Name = name;
        Grants = grants;
        Status = disabled ? AccountStatus.Disabled : Status == AccountStatus.Disabled ? AccountStatus.Active : Status;
        Version++;
    }

    /// <summary>Deletes everything that identifies the person, as Undang-Undang 27/2022 requires.</summary>
    public void Erase()
    {
        Rule.Require(Status != AccountStatus.Erased, AccessErrors.Erased);
        (Email, EmailKey, Name, Subject) = (null, null, null, null);
        Grants = [];
        Status = AccountStatus.Erased;
        Version++;
    }
}

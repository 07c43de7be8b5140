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

    /// <summary>Its personal data is gone for good; its deeds stay under its id.</summary>
    Erased,
}

/// <summary>
/// A person who works with the system. What proves that it is them, the password and the authenticator, is
/// kept apart; name and address are all that is personal here.
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

    /// <summary>By which it is found, whatever the case it is typed in.</summary>
    public string? EmailKey { get; private set; }

    public string? Name { get; private set; }

    /// <summary>Who vouches for it, where it signs in elsewhere, and under which name there.</summary>
    public string? Issuer { get; }

    public string? Subject { get; private set; }

    /// <summary>Comes with the demo data, has no second factor and counts in Development only.</summary>
    public bool IsDemo { get; }

    public AccountStatus Status { get; private set; }

    public IReadOnlyList<Grant> Grants { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; }

    public int Version { get; private set; } = 1;

    public static Account Invite(AccountId id, string email, string? name, IReadOnlyList<Grant> grants, DateTimeOffset now, bool isDemo = false) =>
        new(id, email, name, null, null, isDemo, now) { Grants = grants };

    /// <summary>An account for somebody whom another issuer vouches for; its roles come with each of its tokens.</summary>
    public static Account FromIssuer(AccountId id, string issuer, string subject, string? email, string? name, DateTimeOffset now) =>
        new(id, email, name, issuer, subject, isDemo: false, now) { Status = AccountStatus.Active };

    public static string? KeyOf(string? email) => email?.Trim().ToLowerInvariant();

    /// <summary>The grants that count in a session with or without a second factor.</summary>
    public IReadOnlyList<Grant> GrantsIn(bool secondFactor) =>
        [.. Grants.Where(grant => secondFactor || IsDemo || !grant.Role.IsHeadOffice())];

    /// <summary>Whether assessments of an office in a year can be assigned to it. Another issuer's roles are seen only when they are used.</summary>
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

    /// <summary>Back to the start: whoever holds the new invitation sets a new password.</summary>
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

    /// <summary>Undang-Undang 27/2022: nothing that names the person stays.</summary>
    public void Erase()
    {
        Rule.Require(Status != AccountStatus.Erased, AccessErrors.Erased);
        (Email, EmailKey, Name, Subject) = (null, null, null, null);
        Grants = [];
        Status = AccountStatus.Erased;
        Version++;
    }
}

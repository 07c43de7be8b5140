using Compliance.Domain.Institutions;

namespace Compliance.Domain.Access;

public enum CallerKind
{
    Anonymous,

    /// <summary>A person with an account of this system.</summary>
    Account,

    /// <summary>A person whom another issuer vouches for.</summary>
    External,

    ApiKey,

    /// <summary>This program itself: what it loads at its start, and its commands.</summary>
    Program,
}

/// <summary>Who asks, and what that one may do here and now.</summary>
/// <param name="Id">Of the account or of the key.</param>
/// <param name="Issuer">Who vouches for an external caller.</param>
/// <param name="Session">The session of an account, which remembers where it signed in.</param>
/// <param name="Grants">Those that count now.</param>
/// <param name="Dormant">Those that would count with a second factor.</param>
/// <param name="KeyScopes">What an API key was given.</param>
public sealed record Caller(
    CallerKind Kind,
    Guid? Id,
    string? Issuer,
    Guid? Session,
    IReadOnlyList<Grant> Grants,
    IReadOnlyList<Grant> Dormant,
    IReadOnlyList<Permission> KeyScopes)
{
    public static readonly Caller Anonymous = new(CallerKind.Anonymous, null, null, null, [], [], []);

    public static readonly Caller Program = new(CallerKind.Program, null, null, null, [], [], []);

    /// <summary>Where the session was begun.</summary>
    public Origin? SessionOrigin { get; init; }

    public bool IsKnown => Kind != CallerKind.Anonymous;

    public static Caller OfKey(Guid key, IReadOnlyList<Permission> scopes) => new(CallerKind.ApiKey, key, null, null, [], [], scopes);

    public bool May(Permission permission) =>
        Kind == CallerKind.Program || KeyScopes.Contains(permission) || Grants.Any(grant => grant.Role.Permissions().Contains(permission));

    /// <summary>Whether it may do something to one assessment; an assessor only where it is the assignee.</summary>
    public bool May(Permission permission, string office, int year, AccountId? assignee) =>
        AssessmentScope.Of(this, permission).Covers(office, year, assignee is { } assigned && assigned.Value == Id);

    /// <summary>Whether it is a liaison of an institution in a year.</summary>
    public bool SpeaksFor(string institution, int year) => LiaisonScope.Of(this).Covers(institution, year);

    /// <summary>Whether it may do something about an institution: as one of its own people, or for the office that is responsible.</summary>
    public bool MayAt(Permission permission, Institution institution) => InstitutionScope.Of(this, permission).Covers(institution);

    /// <summary>Whether it may do something for an office.</summary>
    public bool MayAt(Permission permission, string office) => InstitutionScope.Of(this, permission).CoversOffice(office);

    /// <summary>Whether it is one of an institution's own people, whatever it may do there.</summary>
    /// <param name="institution">The institution's code.</param>
    public bool BelongsTo(string institution) => Grants.Any(grant => grant.Institution == institution);

    public bool MayWithSecondFactor(Permission permission) => Dormant.Any(grant => grant.Role.Permissions().Contains(permission));

    /// <summary>Where it may do something, to whomever the assessment is assigned.</summary>
    public IReadOnlyList<Scope> ScopesOf(Permission permission) => Kind == CallerKind.Program ? [Scope.Everything] : Scopes(permission, ofAssessor: false);

    /// <summary>Where it may do something to what is assigned to it.</summary>
    public IReadOnlyList<Scope> AssignedScopesOf(Permission permission) => Scopes(permission, ofAssessor: true);

    private IReadOnlyList<Scope> Scopes(Permission permission, bool ofAssessor) => Grants.Count == 0 ? [] :
    [
        .. Grants.Where(grant => grant.Institution is null && grant.Role == Role.Assessor == ofAssessor && grant.Role.Permissions().Contains(permission)).Select(Scope.Of),
    ];
}

/// <summary>A part of all assessments: an office or every one, a cycle or every one.</summary>
public readonly record struct Scope(string? Office, int? Year)
{
    public static readonly Scope Everything;

    /// <summary>As one text, such as <c>14/2023</c>, <c>14/*</c> or <c>*/*</c>.</summary>
    public string Key => $"{Office ?? "*"}/{(Year is { } year ? FormattableString.Invariant($"{year}") : "*")}";

    public static Scope Of(Grant grant) => new(grant.Office, grant.Cycle);

    public bool Covers(string office, int year) => (Office is null || Office == office) && (Year is null || Year == year);
}

/// <summary>Where a call comes from: personal data, kept apart from what the audit hashes.</summary>
/// <param name="Address">The network address.</param>
/// <param name="Device">What the client calls itself.</param>
public sealed record Origin(string? Address, string? Device)
{
    public static readonly Origin Unknown = new(null, null);
}

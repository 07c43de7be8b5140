using Compliance.Domain.Institutions;

namespace Compliance.Domain.Access;

public enum CallerKind
{
    Anonymous,

    /// <summary>A person with an account of this system.</summary>
    Account,

    /// <summary>A person whom an external issuer authenticates.</summary>
    External,

    ApiKey,

    /// <summary>This program itself: the data it loads at startup, and its commands.</summary>
    Program,
}

/// <summary>The authenticated sender of a request, with its permissions.</summary>
/// <param name="Id">The id of the account or of the API key.</param>
/// <param name="Issuer">The issuer of an external caller's token.</param>
/// <param name="Session">The session of an account; it stores the origin of the sign-in.</param>
/// <param name="Grants">The grants that are in effect.</param>
/// <param name="Dormant">The grants that would take effect with a second factor.</param>
/// <param name="KeyScopes">The permissions of an API key.</param>
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

    /// <summary>The origin from which the session was started.</summary>
    public Origin? SessionOrigin { get; init; }

    public bool IsKnown => Kind != CallerKind.Anonymous;

    public static Caller OfKey(Guid key, IReadOnlyList<Permission> scopes) => new(CallerKind.ApiKey, key, null, null, [], [], scopes);

    public bool May(Permission permission) =>
        Kind == CallerKind.Program || KeyScopes.Contains(permission) || Grants.Any(grant => grant.Role.Permissions().Contains(permission));

    /// <summary>Whether it has a permission on one assessment; an assessor only as the assignee.</summary>
    public bool May(Permission permission, string office, int year, AccountId? assignee) =>
        AssessmentScope.Of(this, permission).Covers(office, year, assignee is { } assigned && assigned.Value == Id);

    /// <summary>Whether it is a liaison of an institution in a year.</summary>
    public bool SpeaksFor(string institution, int year) => LiaisonScope.Of(this).Covers(institution, year);

    /// <summary>Whether it has a permission at an institution: as a member of it, or through the responsible office.</summary>
    public bool MayAt(Permission permission, Institution institution) => InstitutionScope.Of(this, permission).Covers(institution);

    /// <summary>Whether it has a permission for an office.</summary>
    public bool MayAt(Permission permission, string office) => InstitutionScope.Of(this, permission).CoversOffice(office);

    /// <summary>Whether it is a member of an institution, regardless of its permissions there.</summary>
    /// <param name="institution">The institution's code.</param>
    public bool BelongsTo(string institution) => Grants.Any(grant => grant.Institution == institution);

    public bool MayWithSecondFactor(Permission permission) => Dormant.Any(grant => grant.Role.Permissions().Contains(permission));

    /// <summary>The scopes in which it has a permission regardless of the assignee.</summary>
    public IReadOnlyList<Scope> ScopesOf(Permission permission) => Kind == CallerKind.Program ? [Scope.Everything] : Scopes(permission, ofAssessor: false);

    /// <summary>The scopes in which it has a permission only on what is assigned to it.</summary>
    public IReadOnlyList<Scope> AssignedScopesOf(Permission permission) => Scopes(permission, ofAssessor: true);

    private IReadOnlyList<Scope> Scopes(Permission permission, bool ofAssessor) => Grants.Count == 0 ? [] :
    [
        .. Grants.Where(grant => grant.Institution is null && grant.Role == Role.Assessor == ofAssessor && grant.Role.Permissions().Contains(permission)).Select(Scope.Of),
    ];
}

/// <summary>A subset of all assessments: one office or all, one cycle or all.</summary>
public readonly record struct Scope(string? Office, int? Year)
{
    public static readonly Scope Everything;

    /// <summary>The scope as one text, such as <c>14/2023</c>, <c>14/*</c> or <c>*/*</c>.</summary>
    public string Key => $"{Office ?? "*"}/{(Year is { } year ? FormattableString.Invariant($"{year}") : "*")}";

    public static Scope Of(Grant grant) => new(grant.Office, grant.Cycle);

    public bool Covers(string office, int year) => (Office is null || Office == office) && (Year is null || Year == year);
}

/// <summary>The origin of a request: personal data, stored separately from what the audit hashes.</summary>
/// <param name="Address">The network address.</param>
/// <param name="Device">The user agent of the client.</param>
public sealed record Origin(string? Address, string? Device)
{
    public static readonly Origin Unknown = new(null, null);
}

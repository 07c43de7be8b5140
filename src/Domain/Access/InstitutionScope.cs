using System.Linq.Expressions;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.Access;

/// <summary>
/// The offices and institutions for which a caller has a permission: all of them, those of its offices, and its own
/// institutions. Each rule is defined once: the method evaluates it for an object, the expression of the same name in queries.
/// </summary>
/// <param name="Offices">The offices for which it acts, including the institutions in their responsibility.</param>
/// <param name="Institutions">The codes of the institutions of which the caller is a member.</param>
public sealed record InstitutionScope(bool IsEverywhere, IReadOnlyList<string> Offices, IReadOnlyList<string> Institutions)
{
    public static readonly Expression<Func<InstitutionScope, string?, bool>> NamesOfficeRule = (scope, office) => scope.Offices.Contains(office);

    public static readonly Expression<Func<InstitutionScope, string?, bool>> IsOwnRule = (scope, institution) => scope.Institutions.Contains(institution);

    public static readonly Expression<Func<InstitutionScope, string?, string?, bool>> NamesRule =
        (scope, office, institution) => scope.NamesOffice(office) || scope.IsOwn(institution);

    public static readonly Expression<Func<InstitutionScope, string?, bool>> CoversOfficeRule =
        (scope, office) => scope.IsEverywhere || scope.NamesOffice(office);

    public static readonly Expression<Func<InstitutionScope, string?, string?, bool>> CoversRule =
        (scope, office, institution) => scope.IsEverywhere || scope.Names(office, institution);

    private static readonly Func<InstitutionScope, string?, bool> namesOffice = NamesOfficeRule.Compile();
    private static readonly Func<InstitutionScope, string?, bool> isOwn = IsOwnRule.Compile();
    private static readonly Func<InstitutionScope, string?, string?, bool> names = NamesRule.Compile();
    private static readonly Func<InstitutionScope, string?, bool> coversOffice = CoversOfficeRule.Compile();
    private static readonly Func<InstitutionScope, string?, string?, bool> covers = CoversRule.Compile();

    /// <summary>Whether it acts for any office of the Ombudsman, and not for institutions only.</summary>
    public bool ActsForOffices => IsEverywhere || Offices.Count > 0;

    public static InstitutionScope Of(Caller caller, Permission permission)
    {
        var offices = caller.ScopesOf(permission).Select(scope => scope.Office).ToList();
        var own = caller.Grants.Where(grant => grant.Role.Permissions().Contains(permission)).Select(grant => grant.Institution);

        return new(offices.Contains(null), [.. offices.OfType<string>()], [.. own.OfType<string>().Distinct()]);
    }

    public bool CoversOffice(string? office) => coversOffice(this, office);

    /// <param name="office">The office that is responsible for the institution.</param>
    /// <param name="institution">Its code; null for something that belongs to an office only.</param>
    public bool Covers(string? office, string? institution) => covers(this, office, institution);

    public bool Covers(Institution institution) => Covers(Access.Offices.Of(institution.Province), institution.Code);

    /// <summary>Whether the caller is a member of the institution.</summary>
    public bool IsOwn(string? institution) => isOwn(this, institution);

    /// <summary>Whether it covers an office by name, and not only because it covers all of them.</summary>
    public bool NamesOffice(string? office) => namesOffice(this, office);

    /// <summary>Whether it covers an institution by name; after a check of <see cref="IsEverywhere"/>, this saves a query a look-up.</summary>
    public bool Names(string? office, string? institution) => names(this, office, institution);
}

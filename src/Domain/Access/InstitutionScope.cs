using System.Linq.Expressions;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.Access;

/// <summary>
/// For which offices and institutions a caller may do something: for all of them, for those of its offices, and for its own
/// institutions. Each rule stands once: the method decides about what is at hand, the expression of the same name in queries.
/// </summary>
/// <param name="Offices">The offices it acts for, with the institutions that they are responsible for.</param>
/// <param name="Institutions">The codes of the institutions whose own people it belongs to.</param>
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

    /// <summary>Whether it acts for an office of the Ombudsman at all, and not for institutions alone.</summary>
    public bool ActsForOffices => IsEverywhere || Offices.Count > 0;

    public static InstitutionScope Of(Caller caller, Permission permission)
    {
        var offices = caller.ScopesOf(permission).Select(scope => scope.Office).ToList();
        var own = caller.Grants.Where(grant => grant.Role.Permissions().Contains(permission)).Select(grant => grant.Institution);

        return new(offices.Contains(null), [.. offices.OfType<string>()], [.. own.OfType<string>().Distinct()]);
    }

    public bool CoversOffice(string? office) => coversOffice(this, office);

    /// <param name="office">The office that is responsible for the institution.</param>
    /// <param name="institution">Its code; null for what belongs to an office alone.</param>
    public bool Covers(string? office, string? institution) => covers(this, office, institution);

    public bool Covers(Institution institution) => Covers(Access.Offices.Of(institution.Province), institution.Code);

    /// <summary>Whether it is one of an institution's own people.</summary>
    public bool IsOwn(string? institution) => isOwn(this, institution);

    /// <summary>Whether it covers an office expressly, and not only because it covers all of them.</summary>
    public bool NamesOffice(string? office) => namesOffice(this, office);

    /// <summary>Whether it covers an institution expressly: a query that has asked before whether it covers all looks up no row in vain.</summary>
    public bool Names(string? office, string? institution) => names(this, office, institution);
}

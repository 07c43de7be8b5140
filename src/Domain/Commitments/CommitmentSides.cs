using Compliance.Domain.Access;

namespace Compliance.Domain.Commitments;

/// <summary>The two sides of a commitment and their members.</summary>
/// <param name="Obligated">The code of the obligated institution; null if an office is obligated.</param>
/// <param name="ObligatedOffice">The code of the obligated office; null if an institution is obligated.</param>
/// <param name="Offices">The offices that act for the Ombudsman: the one responsible for the agreement, and those that are parties.</param>
/// <param name="Institutions">The codes of the institutions that are parties.</param>
public sealed record CommitmentSides(
    string? Obligated, string? ObligatedOffice, IReadOnlyCollection<string> Offices, IReadOnlyCollection<string> Institutions)
{
    public bool MayReport(Caller caller) => ObligatedOffice is { } office
        ? caller.MayAt(Permission.ReportProgress, office)
        : InstitutionScope.Of(caller, Permission.ReportProgress).IsOwn(Obligated);

    public bool MayClose(Caller caller) => !IsOwnSide(caller) && (ObligatedOffice is null
        ? Offices.Any(each => caller.MayAt(Permission.CloseCommitments, each))
        : Institutions.Any(InstitutionScope.Of(caller, Permission.CloseCommitments).IsOwn));

    /// <summary>Whether the caller belongs to the obligated side, which can never close.</summary>
    public bool IsOwnSide(Caller caller) => SeparationOfDuties.IsOwnSide(caller, ObligatedOffice is null ? Obligated : null);
}

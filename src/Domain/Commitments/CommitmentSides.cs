using Compliance.Domain.Access;

namespace Compliance.Domain.Commitments;

/// <summary>Who acts for which side of a commitment.</summary>
/// <param name="Obligated">The code of the obligated institution; null where an office is obliged.</param>
/// <param name="ObligatedOffice">The code of the obligated office; null where an institution is.</param>
/// <param name="Offices">The offices that act for the Ombudsman: the one that looks after the agreement, and its parties.</param>
/// <param name="Institutions">The codes of the institutions that are party.</param>
public sealed record CommitmentSides(
    string? Obligated, string? ObligatedOffice, IReadOnlyCollection<string> Offices, IReadOnlyCollection<string> Institutions)
{
    public bool MayReport(Caller caller) => ObligatedOffice is { } office
        ? caller.MayAt(Permission.ReportProgress, office)
        : InstitutionScope.Of(caller, Permission.ReportProgress).IsOwn(Obligated);

    public bool MayClose(Caller caller) => !IsOwnSide(caller) && (ObligatedOffice is null
        ? Offices.Any(each => caller.MayAt(Permission.CloseCommitments, each))
        : Institutions.Any(InstitutionScope.Of(caller, Permission.CloseCommitments).IsOwn));

    /// <summary>Whether it belongs to the side that is obliged, which never closes.</summary>
    public bool IsOwnSide(Caller caller) => SeparationOfDuties.IsOwnSide(caller, ObligatedOffice is null ? Obligated : null);
}

namespace Compliance.Domain.Common;

/// <summary>The years that can be assessed, starting with the Law on Public Services (UU 25/2009).</summary>
public static class AssessmentYear
{
    public const int First = 2009;
    public const int Last = 2100;

    public static readonly DomainError OutOfRange = DomainError.Invalid(
        "yearOutOfRange",
        $"Tahun harus antara {First} (UU 25/2009) dan {Last}.",
        $"The year must be between {First} (Law 25/2009) and {Last}.");

    public static bool IsValid(int year) => year is >= First and <= Last;
}

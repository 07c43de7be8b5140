namespace Compliance.Domain.Common;

public static class ScoreErrors
{
    public static readonly DomainError OutOfRange = DomainError.Breaks(
        "scoreOutOfRange", "Nilai harus 0 sampai 100.", "A score lies between 0 and 100.");
}

namespace Compliance.Domain.Common;

public static class ScoreErrors
{
    public static readonly DomainError OutOfRange = DomainError.Invalid(
        "scoreOutOfRange", "Nilai harus antara 0 dan 100.", "A score must be between 0 and 100.");
}

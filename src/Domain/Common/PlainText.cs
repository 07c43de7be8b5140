namespace Compliance.Domain.Common;

/// <summary>The rules for every text that a caller sends and the system stores.</summary>
public static class PlainText
{
    public const int CodeLength = 60;
    public const int NameLength = 200;
    public const int NoteLength = 2000;

    public static readonly DomainError ControlCharacter = DomainError.Invalid(
        "controlCharacter",
        "Teks tidak boleh memuat karakter kendali (misalnya NUL).",
        "The text must not contain control characters (such as NUL).");

    public static readonly DomainError Required = DomainError.Invalid("required", "Wajib diisi.", "This field is required.");

    public static DomainError TooLong(int most) => DomainError.Invalid(
        "tooLong", $"Paling banyak {most} karakter.", $"At most {most} characters are allowed.");

    /// <summary>Returns the error of an optional text, or null.</summary>
    public static DomainError? Check(string? text, int most) => text switch
    {
        null => null,
        _ when HasForbiddenCharacter(text) => ControlCharacter,
        { Length: var length } when length > most => TooLong(most),
        _ => null,
    };

    private static bool HasForbiddenCharacter(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                index++;
            }
            else if (char.IsControl(text[index]) || char.IsSurrogate(text[index]))
            {
                return true;
            }
        }

        return false;
    }
}

namespace Compliance.Domain.Common;

/// <summary>
/// The rules for every text that a caller sends and the system stores. Lengths are counted in UTF-16 code units, as <c>length</c> counts them in
/// JavaScript, after normalisation.
/// </summary>
public static class PlainText
{
    public const int CodeLength = 60;
    public const int NameLength = 200;
    public const int NoteLength = 2000;

    /// <summary>Decomposed text has at most four times the length of its composed form (UAX #15). A longer one is too long for every rule.</summary>
    private const int LongestDecomposed = 4 * NoteLength;

    public static readonly DomainError ControlCharacter = DomainError.Invalid(
        "controlCharacter",
        "Teks tidak boleh memuat karakter kendali (misalnya NUL), karakter yang mengubah arah tulisan, atau, di isian satu baris, pergantian baris.",
        "The text must not contain control characters (such as NUL), characters that change the direction of writing, or, in a field of one line, line breaks.");

    public static readonly DomainError Required = DomainError.Invalid("required", "Wajib diisi.", "This field is required.");

    public static DomainError TooLong(int most) => DomainError.Invalid(
        "tooLong", $"Paling banyak {most} karakter.", $"At most {most} characters are allowed.");

    /// <summary>
    /// Returns a text as it is kept and compared: in Unicode's normalisation form C, so that "Soé" is one name however it was typed, with line breaks
    /// as LF. Applied once, where the text enters; never to secrets, nor to content that is hashed as it was sent.
    /// </summary>
    public static string Normalise(string text) => text.Length > LongestDecomposed
        ? text
        : ComposedText.Of(text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : text);

    /// <summary>Returns the error of an optional text of one line, or null.</summary>
    public static DomainError? Check(string? text, int most) => Check(text, most, character => IsControl(character) || ChangesDirection(character));

    /// <summary>Returns the error of an optional text that may have several lines, or null.</summary>
    public static DomainError? CheckLines(string? text, int most) => Check(
        text, most, character => character != '\n' && (IsControl(character) || ChangesDirection(character)));

    /// <summary>
    /// Returns the error of the optional name of a file, or null. It comes from a device, not from a person, so it may contain characters that change the direction of
    /// writing; a download gets a name without them.
    /// </summary>
    public static DomainError? CheckFileName(string? text, int most) => Check(text, most, IsControl);

    /// <summary>Cuts a text off without splitting a character.</summary>
    public static string Shorten(string text, int most) =>
        text.Length <= most ? text : text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    private static DomainError? Check(string? text, int most, Func<char, bool> isForbidden) => text switch
    {
        null => null,
        _ when HasForbiddenCharacter(text, isForbidden) => ControlCharacter,
        { Length: var length } when length > most => TooLong(most),
        _ => null,
    };

    private static bool HasForbiddenCharacter(string text, Func<char, bool> isForbidden)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                index++;
            }
            else if (char.IsSurrogate(text[index]) || isForbidden(text[index]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Among them U+0085, and the separators of lines and paragraphs, since a line break is LF.</summary>
    private static bool IsControl(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';

    /// <summary>
    /// Embeds or overrides the direction of writing, which makes a name look like another one. Marks of direction, as Arabic names need them, do not.
    /// </summary>
    private static bool ChangesDirection(char character) => character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

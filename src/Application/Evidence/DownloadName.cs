using System.Globalization;
using Compliance.Domain.Evidence;

namespace Compliance.Application.Evidence;

/// <summary>Makes the file name for a download: the original name without anything that an operating system could misinterpret.</summary>
internal static class DownloadName
{
    private const string Unsafe = "<>:\"/\\|?*%;";
    private const int Longest = 100;

    /// <summary>Names that are devices on Windows, whatever their extension.</summary>
    private static readonly HashSet<string> devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL",
        "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    public static string Of(string? name, ContentKind kind, string fallback)
    {
        var bare = (name ?? "").Split('/', '\\')[^1];
        var stem = Stem(bare, kind);
        var plain = string.Concat(stem.EnumerateRunes().Select(rune => IsPlain(rune) ? rune.ToString() : "_")).Trim(' ', '.');
        var cut = PlainText.Shorten(plain, Longest);

        return (cut.Length == 0 || devices.Contains(cut.Split('.')[0]) ? fallback : cut) + kind.Extension();
    }

    /// <summary>Removes the extension if it matches the content; any other one stays as part of the name.</summary>
    private static string Stem(string name, ContentKind kind) =>
        Path.GetExtension(name) is { Length: > 1 } extension && kind.Contradiction(null, $"a{extension}") is null ? name[..^extension.Length] : name;

    /// <summary>Excludes control characters and direction marks, which make <c>gpj.exe</c> look like <c>exe.jpg</c>.</summary>
    private static bool IsPlain(System.Text.Rune rune) =>
        System.Text.Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)
        && !Unsafe.Contains(rune.ToString(), StringComparison.Ordinal);
}

namespace Compliance.Domain.Evidence;

/// <summary>The accepted kinds of evidence files.</summary>
public enum ContentKind
{
    Jpeg,
    Png,
    WebP,
    Heic,
    Pdf,
    Mp4,
}

/// <summary>The media types and file extensions of each kind; the first ones are used for responses.</summary>
public static class ContentKinds
{
    /// <summary>Sent by clients that do not know the type; it claims nothing.</summary>
    private const string AnyBytes = "application/octet-stream";

    private const int LongestExtension = 5;

    private static readonly Dictionary<ContentKind, (string[] MediaTypes, string[] Extensions)> names = new()
    {
        [ContentKind.Jpeg] = (["image/jpeg", "image/jpg", "image/pjpeg"], [".jpg", ".jpeg", ".jpe", ".jfif"]),
        [ContentKind.Png] = (["image/png", "image/x-png"], [".png"]),
        [ContentKind.WebP] = (["image/webp"], [".webp"]),
        [ContentKind.Heic] = (["image/heic", "image/heif"], [".heic", ".heif"]),
        [ContentKind.Pdf] = (["application/pdf", "application/x-pdf"], [".pdf"]),
        [ContentKind.Mp4] = (["video/mp4"], [".mp4", ".m4v"]),
    };

    public static string MediaType(this ContentKind kind) => names[kind].MediaTypes[0];

    public static string Extension(this ContentKind kind) => names[kind].Extensions[0];

    /// <summary>Returns the media type or file name that contradicts the recognised content, or null.</summary>
    public static string? Contradiction(this ContentKind kind, string? mediaType, string? fileName) =>
        mediaType is { } type && !type.Equals(AnyBytes, StringComparison.OrdinalIgnoreCase) && !names[kind].MediaTypes.Contains(type, StringComparer.OrdinalIgnoreCase) ? type
        : ExtensionOf(fileName) is { } extension && !names[kind].Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase) ? fileName
        : null;

    /// <summary>Returns the extension of a file name if it denotes a type: <c>.jpg</c>, but not the <c>.31</c> of a date.</summary>
    private static string? ExtensionOf(string? fileName) =>
        Path.GetExtension(fileName) is { Length: > 1 and <= LongestExtension + 1 } extension
        && extension.Skip(1).All(char.IsAsciiLetterOrDigit)
        && extension.Any(char.IsAsciiLetter)
            ? extension
            : null;
}

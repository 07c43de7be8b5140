namespace Compliance.Domain.Audit;

/// <summary>Base64 with exactly one text for the same bytes: white space and unused bits, which decoders ignore, are refused.</summary>
internal static class Base64
{
    public static byte[]? TryRead(string text)
    {
        var bytes = new byte[text.Length];

        return Convert.TryFromBase64String(text, bytes, out var count) && Convert.ToBase64String(bytes, 0, count) == text ? bytes[..count] : null;
    }
}

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>Paths as the server understands them.</summary>
internal static class Address
{
    /// <summary>Decoded, with dot segments followed, and one slash at the end passed over.</summary>
    public static IReadOnlyList<string> SegmentsOf(string path)
    {
        var given = path[1..].Split('/').Select(Decoded).ToList();
        var segments = new List<string>();

        foreach (var segment in given)
        {
            if (segment == ".." && segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment is not ("." or ".."))
            {
                segments.Add(segment);
            }
        }

        // A dot at the end leaves the slash before it.
        return segments is [.., ""] && given[^1] is not ("." or "..") ? segments[..^1] : segments;
    }

    /// <summary>An encoded slash stays encoded, or it would be another segment.</summary>
    private static string Decoded(string segment) =>
        Uri.UnescapeDataString(segment.Replace("%2f", "%252f", StringComparison.OrdinalIgnoreCase));
}

namespace Compliance.Domain.Evidence;

/// <summary>What the virus scanner found in a file.</summary>
public enum ScanState
{
    /// <summary>There is no scanner, so nothing is known.</summary>
    NotScanned,

    /// <summary>The scanner did not answer; it is asked again.</summary>
    Pending,

    Clean,
    Infected,
}

/// <summary>Bytes of evidence, kept once however many pieces hold them. Which they are says their SHA-256.</summary>
public sealed class EvidenceBlob(string sha256, long size, ContentKind kind, DateTimeOffset receivedAt)
{
    public const int ThreatLength = 200;

    public string Sha256 { get; } = sha256;

    public long Size { get; } = size;

    /// <summary>What they are, judged by themselves.</summary>
    public ContentKind Kind { get; } = kind;

    public DateTimeOffset ReceivedAt { get; } = receivedAt;

    public ScanState Scan { get; private set; }

    public DateTimeOffset? ScannedAt { get; private set; }

    /// <summary>What the scanner calls that which it found.</summary>
    public string? Threat { get; private set; }

    /// <summary>Its chain in the audit.</summary>
    public string Resource => $"evidence-blobs/{Sha256}";

    public bool NeedsScan => Scan.IsOpen();

    /// <summary>Once it is known, it stays so: a scan that fails later says nothing new.</summary>
    /// <returns>Whether anything new was said.</returns>
    public bool RecordScan(ScanVerdict verdict, DateTimeOffset now)
    {
        if (!NeedsScan || verdict.State == Scan)
        {
            return false;
        }

        (Scan, Threat, ScannedAt) = (verdict.State, verdict.Threat, verdict.State.IsOpen() ? null : now);

        return true;
    }
}

/// <param name="Threat">What was found.</param>
public sealed record ScanVerdict(ScanState State, string? Threat = null);

public static class ScanStates
{
    /// <summary>Bytes that nobody gets. Without a scanner all are served.</summary>
    public static bool IsWithheld(this ScanState? scan) => scan is ScanState.Pending or ScanState.Infected;

    public static bool IsOpen(this ScanState scan) => scan is ScanState.NotScanned or ScanState.Pending;
}

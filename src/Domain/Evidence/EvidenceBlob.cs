namespace Compliance.Domain.Evidence;

/// <summary>The result of the virus scan of a file.</summary>
public enum ScanState
{
    /// <summary>No scanner is configured.</summary>
    NotScanned,

    /// <summary>The scanner did not answer; the scan is repeated.</summary>
    Pending,

    Clean,
    Infected,
}

/// <summary>The content of an evidence file, identified by its SHA-256 and stored once, however many pieces use it.</summary>
public sealed class EvidenceBlob(string sha256, long size, ContentKind kind, DateTimeOffset receivedAt)
{
    public const int ThreatLength = 200;

    public string Sha256 { get; } = sha256;

    public long Size { get; } = size;

    /// <summary>The kind that was recognised from the content.</summary>
    public ContentKind Kind { get; } = kind;

    public DateTimeOffset ReceivedAt { get; } = receivedAt;

    public ScanState Scan { get; private set; }

    public DateTimeOffset? ScannedAt { get; private set; }

    /// <summary>The scanner's name for the threat it found.</summary>
    public string? Threat { get; private set; }

    /// <summary>The name of its chain in the audit.</summary>
    public string Resource => $"evidence-blobs/{Sha256}";

    public bool NeedsScan => Scan.IsOpen();

    /// <summary>Records a verdict. A final one is kept: a later failure of the scanner does not change it.</summary>
    /// <returns>Whether the state changed.</returns>
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

/// <param name="Threat">The name of what was found.</param>
public sealed record ScanVerdict(ScanState State, string? Threat = null);

public static class ScanStates
{
    /// <summary>Whether the file must not be served. Without a scanner every file is served.</summary>
    public static bool IsWithheld(this ScanState? scan) => scan is ScanState.Pending or ScanState.Infected;

    public static bool IsOpen(this ScanState scan) => scan is ScanState.NotScanned or ScanState.Pending;
}

namespace Compliance.Application.Evidence;

/// <summary>The settings of evidence, checked once at startup.</summary>
/// <param name="MaxBytes">The maximum size of a file.</param>
/// <param name="UploadLife">How long an upload may take before it is deleted.</param>
/// <param name="ClamAv">The address of the virus scanner, <c>tcp://host:port</c> or <c>unix:/path</c>; null if there is none.</param>
/// <param name="ScanTimeout">How long to wait for the scanner to respond.</param>
/// <param name="SweepInterval">How often leftovers are deleted and unscanned files are scanned.</param>
public sealed record EvidenceSettings(long MaxBytes, TimeSpan UploadLife, Uri? ClamAv, TimeSpan ScanTimeout, TimeSpan SweepInterval)
{
    public EvidenceQuotas Quotas { get; init; } = new();

    public static readonly EvidenceSettings Usual = Of(null, null, null, null, null);

    /// <summary>Throws for an invalid value, with the name of its setting.</summary>
    public static EvidenceSettings Of(long? maxBytes, double? uploadDays, string? clamAv, double? clamAvSeconds, double? sweepSeconds) => new(
        Positive("Evidence:MaxBytes", maxBytes ?? 100 * 1024 * 1024),
        TimeSpan.FromDays(Positive("Evidence:UploadDays", uploadDays ?? 14)),
        string.IsNullOrWhiteSpace(clamAv) ? null : AddressOf(clamAv),
        TimeSpan.FromSeconds(Positive("Evidence:ClamAvSeconds", clamAvSeconds ?? 30)),
        TimeSpan.FromSeconds(Positive("Evidence:SweepSeconds", sweepSeconds ?? 60)));

    private static T Positive<T>(string name, T value)
        where T : System.Numerics.INumber<T> =>
        value > T.Zero ? value : throw new InvalidOperationException($"{name} is {value}; it must be more than 0.");

    private static Uri AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && ((address.Scheme == "tcp" && address is { Host.Length: > 0, Port: > 0, AbsolutePath: "/" or "" }) || (address.Scheme == "unix" && address.AbsolutePath.Length > 1))
            ? address
            : throw new InvalidOperationException($"Evidence:ClamAv is '{text}'; it must be tcp://host:port or unix:/path.");
}

namespace Compliance.Application.Evidence;

/// <summary>How evidence is taken, checked once when the program starts.</summary>
/// <param name="MaxBytes">The most that one file may have.</param>
/// <param name="UploadLife">How long an upload may take before it is removed.</param>
/// <param name="ClamAv">Where the virus scanner listens, as <c>tcp://host:port</c> or <c>unix:/path</c>; null: there is none.</param>
/// <param name="ScanTimeout">How long the scanner may be silent.</param>
/// <param name="SweepInterval">How often what is left over is removed, and what was not scanned is scanned.</param>
public sealed record EvidenceSettings(long MaxBytes, TimeSpan UploadLife, Uri? ClamAv, TimeSpan ScanTimeout, TimeSpan SweepInterval)
{
    public static readonly EvidenceSettings Usual = Of(null, null, null, null, null);

    /// <summary>Refuses, with the setting's name, what cannot work.</summary>
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

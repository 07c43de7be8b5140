using System.Globalization;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>How much is sent, and from which seed. The environment can say both.</summary>
internal sealed record FuzzSettings(ulong Seed, int Requests)
{
    private const string SeedVariable = "COMPLIANCE_FUZZ_SEED";
    private const string RequestsVariable = "COMPLIANCE_FUZZ_REQUESTS";

    /// <summary>The short form: enough to meet every operation often, and over in seconds.</summary>
    private const int ShortForm = 3_000;

    public static FuzzSettings Read() => new(
        ulong.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var seed)
            ? seed
            : (ulong)Random.Shared.NextInt64(1_000_000_000),
        int.TryParse(Environment.GetEnvironmentVariable(RequestsVariable), CultureInfo.InvariantCulture, out var requests) ? requests : ShortForm);

    public override string ToString() => $"{SeedVariable}={Seed} {RequestsVariable}={Requests}";
}

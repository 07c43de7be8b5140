using System.Globalization;

namespace Compliance.LongRun.Tests.FieldWork;

/// <summary>How many batches are made, how often the program is killed meanwhile, and from which seed. The environment can say all three.</summary>
internal sealed record FieldSettings(int Seed, int Batches, int Kills)
{
    private const string SeedVariable = "COMPLIANCE_FIELD_SEED";
    private const string BatchesVariable = "COMPLIANCE_FIELD_BATCHES";
    private const string KillsVariable = "COMPLIANCE_FIELD_KILLS";

    /// <summary>The short form: every outcome and some kills, over in about a minute on a busy machine.</summary>
    private const int ShortForm = 300;
    private const int FewKills = 6;

    public static FieldSettings Read() => new(
        Number(SeedVariable) ?? Random.Shared.Next(1_000_000),
        Number(BatchesVariable) ?? ShortForm,
        Number(KillsVariable) ?? FewKills);

    public override string ToString() => $"{SeedVariable}={Seed} {BatchesVariable}={Batches} {KillsVariable}={Kills}";

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}

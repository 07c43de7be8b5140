using System.Collections;
using System.Globalization;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Compliance.Domain.Tests;

/// <summary>
/// How many random cases a property gets: all that it names, or the percentage that <c>COMPLIANCE_RANDOM_PERCENT</c> says.
/// Mutation testing, which runs the same tests hundreds of times, asks for few; nothing else should. Fewer are the same ones in every
/// run: otherwise a mutation score could not be repeated, and a test with its seed in its name would not be found again.
/// </summary>
internal static class Randomness
{
    public const string Variable = "COMPLIANCE_RANDOM_PERCENT";

    private const int FixedSeed = 20231231;

    private static readonly int percent = Read(Environment.GetEnvironmentVariable(Variable));

    /// <summary>What the cases are drawn with; null where each run draws others.</summary>
    public static int? Seed => SeedOf(percent);

    /// <summary>At least one.</summary>
    public static int Of(int cases) => Of(cases, percent);

    internal static int? SeedOf(int percent) => percent < 100 ? FixedSeed : null;

    internal static int Of(int cases, int percent) => Math.Max(1, (int)((long)cases * percent / 100));

    /// <exception cref="InvalidOperationException">It is set, and no whole number from 1 to 100.</exception>
    internal static int Read(string? text) =>
        string.IsNullOrEmpty(text) ? 100
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100 ? number
        : throw new InvalidOperationException($"{Variable} is '{text}'; it must be a whole number from 1 to 100.");
}

/// <summary>A property over so many random cases, as far as <see cref="Randomness"/> does not ask for fewer.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RandomCasesAttribute : FsCheck.NUnit.PropertyAttribute
{
    /// <summary>The step of FsCheck's generator: odd, with as many bits set as not.</summary>
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    public RandomCasesAttribute(int cases)
    {
        Cases = cases;
        MaxTest = Randomness.Of(cases);

        if (Randomness.Seed is { } seed)
        {
            Replay = $"{seed},{Gamma}";
        }
    }

    public int Cases { get; }
}

/// <summary>So many seeds for a test that draws by itself; each stands in the name of its test.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class RandomSeedsAttribute(int seeds) : NUnitAttribute, IParameterDataSource
{
    public int Seeds { get; } = seeds;

    public IEnumerable GetData(IParameterInfo parameter)
    {
        var random = Randomness.Seed is { } seed ? new Random(seed) : Randomizer.GetRandomizer(parameter.ParameterInfo);

        return Enumerable.Range(0, Randomness.Of(Seeds)).Select(_ => random.Next(1, int.MaxValue)).ToArray();
    }
}

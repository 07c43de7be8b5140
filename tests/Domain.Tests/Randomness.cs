using System.Globalization;

namespace Compliance.Domain.Tests;

/// <summary>
/// How many random cases a property gets: all that it names, or the percentage that <c>COMPLIANCE_RANDOM_PERCENT</c> says.
/// Mutation testing, which runs the same tests hundreds of times, asks for few; nothing else should.
/// </summary>
internal static class Randomness
{
    public const string Variable = "COMPLIANCE_RANDOM_PERCENT";

    private static readonly int percent = Read(Environment.GetEnvironmentVariable(Variable));

    /// <summary>At least one.</summary>
    public static int Of(int cases) => Of(cases, percent);

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
    public RandomCasesAttribute(int cases)
    {
        Cases = cases;
        MaxTest = Randomness.Of(cases);
    }

    public int Cases { get; }
}

/// <summary>So many seeds for a test that draws by itself; each stands in the name of its test.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class RandomSeedsAttribute(int seeds) : RandomAttribute(1, int.MaxValue, Randomness.Of(seeds))
{
    public int Seeds { get; } = seeds;
}

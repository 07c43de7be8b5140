using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Cycles;

namespace Compliance.Domain.SecondScorings;

/// <summary>
/// The sample of a cycle's assessments that are scored twice. The same seed gives the same sample again, which proves that
/// nobody chose it.
/// </summary>
public sealed class SecondScoringDraw
{
    public const int SeedLength = PlainText.CodeLength;

    private SecondScoringDraw(CycleId cycleId, int year)
    {
        CycleId = cycleId;
        Year = year;
        Seed = "";
    }

    public CycleId CycleId { get; }

    public int Year { get; }

    public int Size { get; private set; }

    public string Seed { get; private set; }

    public DateTimeOffset DrawnAt { get; private set; }

    public AccountId DrawnBy { get; private set; }

    public int Version { get; private set; }

    public static SecondScoringDraw For(Cycle cycle) => new(cycle.Id, cycle.Year);

    /// <param name="seed">Null matches any seed.</param>
    public bool IsSameAs(int size, string? seed) => Size == size && (seed is null || Seed == seed);

    /// <summary>Draws a sample, which replaces the current one.</summary>
    /// <param name="eligible">All submitted or verified assessments, in any order.</param>
    /// <param name="current">The current sample. It cannot be replaced once scoring has begun.</param>
    public IReadOnlyList<AssessmentId> Draw(
        int size, string seed, IReadOnlyCollection<AssessmentId> eligible, IReadOnlyCollection<SecondScoring> current, AccountId by, DateTimeOffset now)
    {
        Rule.Require(!current.Any(each => each.IsBegun), SecondScoringErrors.SampleBegun);
        Rule.Require(size <= eligible.Count, SecondScoringErrors.SampleTooLarge(eligible.Count));
        (Size, Seed, DrawnBy, DrawnAt) = (size, seed, by, now);
        Version++;

        return Sample(size, seed, eligible);
    }

    /// <summary>Returns the first ids in the order of the SHA-256 of <c>seed/id</c>, both as text.</summary>
    public static IReadOnlyList<AssessmentId> Sample(int size, string seed, IEnumerable<AssessmentId> eligible) =>
        [.. eligible.OrderBy(id => Digest.Of($"{seed}/{id.Value}"), StringComparer.Ordinal).Take(size)];
}

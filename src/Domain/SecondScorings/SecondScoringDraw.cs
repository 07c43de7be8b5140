using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Cycles;

namespace Compliance.Domain.SecondScorings;

/// <summary>
/// Which assessments of a cycle are scored twice. Whoever knows the seed draws the same sample again, so it can be proved that
/// nobody chose.
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

    /// <param name="seed">Null where any will do.</param>
    public bool IsSameAs(int size, string? seed) => Size == size && (seed is null || Seed == seed);

    /// <summary>Draws, in place of the sample that stood.</summary>
    /// <param name="eligible">All that is submitted or verified, in any order.</param>
    /// <param name="current">The sample so far, which is only replaced while nobody has begun to score it.</param>
    public IReadOnlyList<AssessmentId> Draw(
        int size, string seed, IReadOnlyCollection<AssessmentId> eligible, IReadOnlyCollection<SecondScoring> current, AccountId by, DateTimeOffset now)
    {
        Rule.Require(!current.Any(each => each.IsBegun), SecondScoringErrors.SampleBegun);
        Rule.Require(size <= eligible.Count, SecondScoringErrors.SampleTooLarge(eligible.Count));
        (Size, Seed, DrawnBy, DrawnAt) = (size, seed, by, now);
        Version++;

        return Sample(size, seed, eligible);
    }

    /// <summary>The first of all by the SHA-256 of <c>seed/id</c>, both as text.</summary>
    public static IReadOnlyList<AssessmentId> Sample(int size, string seed, IEnumerable<AssessmentId> eligible) =>
        [.. eligible.OrderBy(id => Digest.Of($"{seed}/{id.Value}"), StringComparer.Ordinal).Take(size)];
}

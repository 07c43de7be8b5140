using Compliance.Domain.Audit;

namespace Compliance.Domain.Tests.Audit;

/// <summary>Random trails, each changed in every way that there is, once at a time. The seed stands in a test's name.</summary>
public sealed class TamperingTests
{
    private const int Trails = 6;
    private const int ChangesPerTrail = 11;
    private const int AttemptsPerChange = 200;

    private static readonly Tampering[] Ways = [.. Tampering.OfOneColumn, .. Tampering.OfTwoRows, .. RowTampering.Removed, .. RowTampering.Mended, .. RowTampering.Added];

    private static readonly int trails = Randomness.Of(Trails);

    private readonly SigningKey[] keys = [SigningKey.Create(), SigningKey.Create()];

    [OneTimeTearDown]
    public void Forget() => Array.ForEach(keys, key => key.Dispose());

    [Test]
    public void A_trail_that_nobody_touched_is_intact([RandomSeeds(40)] int seed)
    {
        var trail = TrailBuilder.Any(new(seed), keys);
        var verdict = trail.Verify(keys);

        verdict.Breaks.Should().BeEmpty();
        verdict.Should().BeEquivalentTo(new
        {
            Intact = true,
            Chains = trail.Chains.Count,
            Entries = (long)trail.Entries.Count,
            Checkpoints = trail.Checkpoints.Count,
            Unsealed = trail.Chains.Sum(chain => (long)chain.Length - chain.SealedLength),
            SealedAt = (DateTimeOffset?)trail.Checkpoints[^1].At,
            LastCheckpoint = trail.Checkpoints[^1].Hash,
        });
    }

    [Test]
    public void There_are_enough_ways() => (Ways.Length * Trails * ChangesPerTrail).Should().BeGreaterThan(5000);

    [Test]
    public void Every_change_is_found_where_it_was_made([ValueSource(nameof(Ways))] Tampering way, [RandomSeeds(1)] int seed)
    {
        var random = new Random(seed);

        for (var number = 0; number < trails; number++)
        {
            var trail = TrailBuilder.Any(random, keys);

            for (var change = 0; change < ChangesPerTrail; change++)
            {
                var tampered = Change(trail, way, random);

                Verdict(trail, tampered).Should().BeNull($"trail {number}, change {change}");
            }
        }
    }

    /// <summary>A change that changes something; what only looks like one is thrown away.</summary>
    private static Tampered Change(Trail trail, Tampering way, Random random)
    {
        for (var attempt = 0; attempt < AttemptsPerChange; attempt++)
        {
            if (way.Apply(random, trail) is { } tampered && !tampered.Trail.SaysTheSameAs(trail))
            {
                return tampered;
            }
        }

        throw new InvalidOperationException($"There was nothing to change in this way: {way}.");
    }

    /// <summary>What is wrong with the verdict over a changed trail, or nothing.</summary>
    private string? Verdict(Trail before, Tampered tampered)
    {
        var verdict = tampered.Trail.Verify(keys);

        // Without the entry that erased them, all that was erased is missing, in whatever resource.
        var anywhere = before.Entries.Any(entry => entry.UseCase is PersonalData.EraseAccount or PersonalData.PurgeOrigins && tampered.Where.Contains(entry.Resource));

        return verdict.Intact || verdict.Breaks.Count == 0 ? "It was not found."
            : !anywhere && !tampered.Where.Contains(verdict.Breaks[0].Resource) ? $"It was found first in {verdict.Breaks[0]}."
            : null;
    }
}

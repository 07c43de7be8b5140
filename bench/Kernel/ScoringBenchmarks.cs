using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using Compliance.Domain.Common;
using Compliance.Domain.Instruments;
using Compliance.Domain.Scoring;
using Perfolizer.Horology;

namespace Compliance.Kernel;

/// <summary>
/// Goals: a full sheet of 218 observations scored without its trace in less than 20 µs and 16 KB; a national
/// year, 587 institutions with six units each, from answers to institution scores in less than 0.5 s on one core.
/// </summary>
[Config(typeof(Short))]
public class ScoringBenchmarks
{
    private readonly Answer[] answers = NationalYear.Answers(seed: 1);
    private readonly ScoreSheet full;
    private readonly ScoreSheet half;

    public ScoringBenchmarks()
    {
        full = ScoreSheet.Of(NationalYear.Instrument, answers);
        half = ScoreSheet.Of(NationalYear.Instrument, [.. answers.Where((_, index) => index % 2 == 0)]);
    }

    [Benchmark(Description = "Full sheet, no trace")]
    public UnitScore FullSheet_without_trace() => ScoreCalculator.Score(full);

    [Benchmark(Description = "Half-filled sheet, no trace, with its range")]
    public UnitScore HalfSheet_without_trace() => ScoreCalculator.Score(half);

    [Benchmark(Description = "Full sheet laid out from 218 answers, no trace")]
    public UnitScore FullSheet_from_answers() => ScoreCalculator.Score(ScoreSheet.Of(NationalYear.Instrument, answers));

    [Benchmark(Description = "Full sheet with the trace")]
    public ScoreCard FullSheet_with_trace() => ScoreCalculator.Explain(full);

    /// <summary>Enough warm-up for the optimised code to be in place, enough rounds to see the noise.</summary>
    internal sealed class Short : ManualConfig
    {
        public Short()
        {
            AddJob(Job.Default.WithWarmupCount(4).WithIterationCount(10).WithIterationTime(TimeInterval.FromMilliseconds(250)));
            AddDiagnoser(BenchmarkDotNet.Diagnosers.MemoryDiagnoser.Default);
        }
    }
}

/// <summary>Apart from the others, because its answers alone take some 80 MB.</summary>
[Config(typeof(ScoringBenchmarks.Short))]
public class NationalBenchmarks
{
    private Answer[][] sheets = [];

    [GlobalSetup]
    public void Prepare() =>
        sheets = [.. Enumerable.Range(0, NationalYear.Institutions * NationalYear.UnitsEach).Select(NationalYear.Answers)];

    [Benchmark(Description = "National recompute, 3,522 sheets to 587 scores")]
    public int National_recompute()
    {
        var (units, hundredths) = (new Score[NationalYear.UnitsEach], 0);

        for (var sheet = 0; sheet < sheets.Length; sheet++)
        {
            var unit = ScoreCalculator.Score(ScoreSheet.Of(NationalYear.Instrument, sheets[sheet]));
            units[sheet % units.Length] = unit.Outcome!.Value.Score;

            if (sheet % units.Length == units.Length - 1)
            {
                hundredths += InstitutionScore.Of(units).Hundredths;
            }
        }

        return hundredths;
    }
}

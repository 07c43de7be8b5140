using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Scoring;

namespace Compliance.Domain.Results;

/// <summary>A result as it was printed: the texts of the source, with its numbers parsed.</summary>
public sealed record PrintedResult(
    decimal? Score,
    IReadOnlyDictionary<string, decimal> Dimensions,
    string? Zone,
    string? Category,
    string? Status,
    string? Reason,
    string? Source);

/// <summary>The content of a printed result under its instrument. Faults refuse it; warnings are reported with it.</summary>
public sealed record ParsedResult(ResultContent? Content, IReadOnlyList<Fault> Faults, IReadOnlyList<Fault> Warnings);

/// <summary>
/// Parses printed results under an instrument. The published score is always kept; the other printed values
/// are compared with the bands, and a difference is a warning. Pointers name the columns: <c>/score</c>.
/// </summary>
public static class PrintedResultRules
{
    /// <summary>Each printed dimension and the printed total were rounded to a hundredth independently.</summary>
    private const decimal RoundingOfOnePart = Score.Step / 2;

    public static ParsedResult Read(Instrument instrument, InstitutionKind kind, PrintedResult printed)
    {
        var faults = new List<Fault>();
        var warnings = new List<Fault>();
        var status = StatusOf(printed, faults);
        var reason = ReasonOf(printed, status, faults);
        var score = Checked(printed.Score, "/score", faults);
        var dimensions = DimensionsOf(instrument, printed, faults);
        var zone = ZoneOf(instrument, printed.Zone, faults);
        var (category, qualifier) = CategoryOf(instrument, printed.Category, faults);

        if (status == ResultStatus.NotAssessed && (score is not null || zone is not null || category is not null || dimensions.Count > 0))
        {
            faults.Add(ResultErrors.NotAssessedWithScore.At("/status"));
        }

        if (status == ResultStatus.Assessed && faults.Count == 0 && score is null && zone is null && category is null)
        {
            faults.Add(ResultErrors.NothingPublished.At("/score"));
        }

        if (faults.Count > 0)
        {
            return new(null, faults, warnings);
        }

        WarnOfSum(instrument, score, dimensions, warnings);
        var band = score is { } known ? instrument.BandOf(known) : category;
        var shownZone = score is null ? zone ?? category?.Zone : band!.Zone;
        var zoneDiffers = zone is not null && zone.Code != shownZone?.Code;
        var categoryDiffers = category is not null && category.Category != band!.Category;

        if (zoneDiffers)
        {
            warnings.Add(ResultErrors.ZoneDiffers(zone!, shownZone).At("/zone"));
        }

        if (categoryDiffers)
        {
            warnings.Add(ResultErrors.CategoryDiffers(printed.Category!, band!.LabelFor(kind), band.Category).At("/category"));
        }

        return new(
            new(
                status,
                reason,
                score,
                band?.Category,
                shownZone?.Code,
                qualifier?.Code,
                ResultBasis.Published,
                zoneDiffers ? zone!.Code : null,
                categoryDiffers ? category!.Category : null,
                printed.Source,
                dimensions),
            faults,
            warnings);
    }

    /// <summary>Computes the result of an institution that has published units but no published total.</summary>
    public static ResultContent FromUnits(Instrument instrument, IReadOnlyCollection<Score> units)
    {
        var score = InstitutionScore.Of(units);
        var band = instrument.BandOf(score);

        return new(ResultStatus.Assessed, null, score, band.Category, band.Zone?.Code, null, ResultBasis.Units, null, null, null, []);
    }

    private static ResultStatus StatusOf(PrintedResult printed, List<Fault> faults)
    {
        if (printed.Status is null)
        {
            return ResultStatus.Assessed;
        }

        if (NameMatching.Key(printed.Status) is not ("assessed" or "notassessed"))
        {
            faults.Add(ResultErrors.UnknownStatus.At("/status"));
        }

        return NameMatching.Key(printed.Status) == "notassessed" ? ResultStatus.NotAssessed : ResultStatus.Assessed;
    }

    private static NotAssessedReason? ReasonOf(PrintedResult printed, ResultStatus status, List<Fault> faults)
    {
        if (status == ResultStatus.Assessed)
        {
            if (printed.Reason is not null)
            {
                faults.Add(ResultErrors.ReasonWithoutNotAssessed.At("/reason"));
            }

            return null;
        }

        foreach (var reason in Enum.GetValues<NotAssessedReason>())
        {
            if (NameMatching.Key(reason.ToString()) == NameMatching.Key(printed.Reason ?? ""))
            {
                return reason;
            }
        }

        faults.Add(ResultErrors.UnknownReason.At("/reason"));

        return null;
    }

    private static Score? Checked(decimal? value, string pointer, List<Fault> faults)
    {
        if (value is not { } given)
        {
            return null;
        }

        if (given is < 0 or > Score.Highest)
        {
            faults.Add(ScoreErrors.OutOfRange.At(pointer));

            return null;
        }

        if (!Score.IsExact(given))
        {
            faults.Add(ResultErrors.MoreThanTwoDecimals.At(pointer));

            return null;
        }

        return Score.Of(given);
    }

    private static List<DimensionPoints> DimensionsOf(Instrument instrument, PrintedResult printed, List<Fault> faults)
    {
        var points = new List<DimensionPoints>();

        foreach (var (code, value) in printed.Dimensions)
        {
            var declared = instrument.Dimensions.FirstOrDefault(dimension => dimension.Code == code);

            if (declared is not null && value > declared.Weight)
            {
                faults.Add(ScoringErrors.PointsOutOfRange(declared.Weight).At($"/{code}"));
            }
            else if (Checked(value, $"/{code}", faults) is { } earned)
            {
                points.Add(new(code, earned));
            }
        }

        return points;
    }

    private static Zone? ZoneOf(Instrument instrument, string? printed, List<Fault> faults)
    {
        if (printed is null)
        {
            return null;
        }

        var zones = instrument.Definition.Zones;
        var zone = zones.FirstOrDefault(each => IsNamed(printed, each.Code, each.Label));

        if (zone is null)
        {
            faults.Add(ResultErrors.UnknownZone(printed, zones).At("/zone"));
        }

        return zone;
    }

    /// <summary>Finds a category by its code or any of its labels, with or without a following qualifier.</summary>
    private static (Band? Band, Qualifier? Qualifier) CategoryOf(Instrument instrument, string? printed, List<Fault> faults)
    {
        if (printed is null)
        {
            return (null, null);
        }

        var qualifiers = instrument.Definition.Qualifiers;
        var qualifier = qualifiers.FirstOrDefault(each => EndsWith(printed, each.Label.Id) || EndsWith(printed, each.Label.En) || EndsWith(printed, each.Code));
        var key = NameMatching.Key(printed);
        var bare = qualifier is null ? key : new[] { qualifier.Label.Id, qualifier.Label.En, qualifier.Code }
            .Select(NameMatching.Key).Where(suffix => key.EndsWith(suffix, StringComparison.Ordinal))
            .Select(suffix => key[..^suffix.Length]).First();
        var band = instrument.Bands.FirstOrDefault(each => each.Labels.Any(label => IsNamed(bare, each.Category, label)));

        if (band is null)
        {
            faults.Add(ResultErrors.UnknownCategory(printed, instrument.Bands).At("/category"));
        }

        return (band, qualifier);
    }

    private static bool EndsWith(string printed, string suffix) => NameMatching.Key(printed).EndsWith(NameMatching.Key(suffix), StringComparison.Ordinal);

    private static bool IsNamed(string printed, string code, LocalizedText label) =>
        NameMatching.Key(printed) is var key && (key == NameMatching.Key(code) || key == NameMatching.Key(label.Id) || key == NameMatching.Key(label.En));

    private static void WarnOfSum(Instrument instrument, Score? score, List<DimensionPoints> dimensions, List<Fault> warnings)
    {
        if (score is not { } total || instrument.IsResultsOnly || dimensions.Count != instrument.Dimensions.Count)
        {
            return;
        }

        var sum = dimensions.Sum(points => points.Points.Value);

        if (Math.Abs(sum - total.Value) > RoundingOfOnePart * (dimensions.Count + 1))
        {
            warnings.Add(ResultErrors.SumDiffers(sum, total).At("/score"));
        }
    }
}

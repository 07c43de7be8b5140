using Compliance.Domain.Common;

namespace Compliance.Domain.Instruments;

/// <summary>An indicator declares theme, threshold and advice of its findings together, or none of them and is never a finding.</summary>
internal static class FindingRequirements
{
    private const int MostDecimals = 4;

    public static IEnumerable<Fault> Check(Indicator indicator)
    {
        if (indicator is { Threshold: { } threshold } && (threshold is < 0m or > 1m || !Rounding.HasAtMost(MostDecimals, threshold)))
        {
            yield return InstrumentErrors.ThresholdOutOfRange.At("/threshold");
        }

        if (indicator is { Theme: null, Advice: null })
        {
            yield break;
        }

        if (indicator.Theme is null)
        {
            yield return InstrumentErrors.ThemeMissing.At("/theme");
        }

        if (indicator.Threshold is null)
        {
            yield return InstrumentErrors.ThresholdMissing.At("/threshold");
        }

        if (indicator.Advice is not { } advice || string.IsNullOrWhiteSpace(advice.Id) || string.IsNullOrWhiteSpace(advice.En))
        {
            yield return InstrumentErrors.AdviceMissing.At("/advice");
        }
        else if ((PlainText.Check(advice.Id, PlainText.NoteLength) ?? PlainText.Check(advice.En, PlainText.NoteLength)) is { } error)
        {
            yield return error.At("/advice");
        }
    }
}

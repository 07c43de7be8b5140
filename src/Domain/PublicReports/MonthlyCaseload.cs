using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.PublicReports;

/// <summary>The monthly figures of the public reports (laporan masyarakat) about an institution.</summary>
/// <param name="Settled">Settled in the month, regardless of the month of receipt.</param>
/// <param name="MedianDays">From receipt to settlement, over those settled in the month; null if none was.</param>
/// <param name="Over14Days">Those settled in the month more than 14 days after receipt, and those open at its end for more than 14 days.</param>
public sealed record CaseloadFigures(int Received, int Settled, decimal? MedianDays, int Over14Days)
{
    public const int MostReports = 1_000_000;
    public const int MostDays = 9999;

    /// <summary>Returns the faults of the figures by themselves.</summary>
    public IEnumerable<Fault> Faults()
    {
        foreach (var (pointer, _) in new[] { ("/received", Received), ("/settled", Settled), ("/over14Days", Over14Days) }
            .Where(count => count.Item2 is < 0 or > MostReports))
        {
            yield return PublicReportErrors.CountOutOfRange.At(pointer);
        }

        if (MedianDays is { } median && (median is < 0 or > MostDays || !Rounding.HasAtMost(1, median)))
        {
            yield return PublicReportErrors.MedianOutOfRange.At("/medianDays");
        }

        if (MedianDays is null && Settled > 0)
        {
            yield return PublicReportErrors.MedianMissing.At("/medianDays");
        }

        if (MedianDays is not null && Settled == 0)
        {
            yield return PublicReportErrors.MedianOfNothing.At("/medianDays");
        }
    }
}

/// <summary>The recorded figures of an institution for a month.</summary>
public sealed class MonthlyCaseload : IVersioned
{
    private MonthlyCaseload()
    {
    }

    public InstitutionId InstitutionId { get; private init; }

    public Month Month { get; private init; }

    public int Received { get; private set; }

    public int Settled { get; private set; }

    public decimal? MedianDays { get; private set; }

    public int Over14Days { get; private set; }

    /// <summary>Null if the program itself loaded it.</summary>
    public AccountId? RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public int Version { get; private set; } = 1;

    public CaseloadFigures Figures => new(Received, Settled, MedianDays, Over14Days);

    internal static MonthlyCaseload Record(InstitutionId institution, Month month, CaseloadFigures figures, AccountId? by, DateTimeOffset now)
    {
        var caseload = new MonthlyCaseload { InstitutionId = institution, Month = month };
        caseload.Apply(figures, by, now);

        return caseload;
    }

    internal void Correct(CaseloadFigures figures, AccountId? by, DateTimeOffset now)
    {
        Apply(figures, by, now);
        Version++;
    }

    private void Apply(CaseloadFigures figures, AccountId? by, DateTimeOffset now) =>
        (Received, Settled, MedianDays, Over14Days, RecordedBy, RecordedAt) =
        (figures.Received, figures.Settled, figures.MedianDays, figures.Over14Days, by, now);
}

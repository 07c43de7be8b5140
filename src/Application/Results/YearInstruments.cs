using Compliance.Application.Instruments;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Results;

/// <summary>The instrument of each year: that of its cycle, or else the one named after the year. Each is loaded once.</summary>
internal sealed class YearInstruments
{
    private readonly IComplianceDb db;
    private readonly InstrumentLibrary library;
    private readonly Dictionary<int, string> cycles;
    private readonly Dictionary<int, Instrument?> found = [];

    private YearInstruments(IComplianceDb db, InstrumentLibrary library, Dictionary<int, string> cycles) => (this.db, this.library, this.cycles) = (db, library, cycles);

    public static async Task<YearInstruments> Of(IComplianceDb db, InstrumentLibrary library, CancellationToken cancellationToken) =>
        new(db, library, await db.Cycles.AsNoTracking().ToDictionaryAsync(cycle => cycle.Year, cycle => cycle.Instrument, cancellationToken));

    /// <summary>Returns null if the year has none.</summary>
    public async ValueTask<Instrument?> Find(int year, CancellationToken cancellationToken)
    {
        if (!found.TryGetValue(year, out var instrument))
        {
            instrument = (await library.Find(db, cycles.GetValueOrDefault(year) ?? $"{year}", cancellationToken))?.Instrument;
            found.Add(year, instrument);
        }

        return instrument;
    }
}

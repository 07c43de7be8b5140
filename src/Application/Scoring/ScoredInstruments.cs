using Compliance.Application.Instruments;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Scoring;

internal static class ScoredInstruments
{
    /// <summary>Returns the instrument that a request names; refuses the request, with the pointer, if there is none.</summary>
    public static async Task<KnownInstrument> ForScoring(this InstrumentLibrary library, IComplianceDb db, string code, CancellationToken cancellationToken) =>
        await library.Find(db, code, cancellationToken)
        ?? throw new DomainException(InstrumentErrors.UnknownInstrument(code), [InstrumentErrors.UnknownInstrument(code).At("/instrument")]);
}

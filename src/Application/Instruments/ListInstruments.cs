using Compliance.Application.Access;

namespace Compliance.Application.Instruments;

/// <summary>Lists the published instruments, newest first.</summary>
[ForEveryone]
public sealed record ListInstruments(Language Language, Paging Paging) : IRequest<Page<InstrumentLine>>;

public sealed record InstrumentLine(
    string Code, int Version, string Title, bool ResultsOnly, int Indicators, int Observations, string Sha256, DateTimeOffset PublishedAt);

internal sealed class ListInstrumentsHandler(IComplianceDb db, InstrumentLibrary library) : IRequestHandler<ListInstruments, Page<InstrumentLine>>
{
    public async Task<Page<InstrumentLine>> Handle(ListInstruments request, CancellationToken cancellationToken)
    {
        var after = request.Paging.After?.Parts[0];
        var rows = (await library.All(db, cancellationToken))
            .Where(known => after is null || string.CompareOrdinal(known.Instrument.Code, after) < 0)
            .Take(request.Paging.Limit + 1)
            .ToList();

        return request.Paging.Cut(rows, known => Show(known, request.Language), known => new(known.Instrument.Code), new(GeneratedAt: rows.Max(known => (DateTimeOffset?)known.PublishedAt)));
    }

    private static InstrumentLine Show(KnownInstrument known, Language language) => new(
        known.Instrument.Code,
        known.Document.Version,
        known.Document.Title.In(language),
        known.Instrument.IsResultsOnly,
        known.Instrument.Indicators.Count,
        known.Instrument.Slots,
        known.Sha256,
        known.PublishedAt);
}

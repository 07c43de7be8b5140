using Compliance.Application.Access;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Instruments;

/// <summary>Lists the bands of an instrument, best first.</summary>
[ForEveryone]
public sealed record ListBands(string Instrument, Language Language) : IRequest<Page<BandLine>>;

/// <param name="From">Inclusive, in points.</param>
/// <param name="To">Inclusive, in points.</param>
public sealed record BandLine(decimal From, decimal To, CategoryLabel Category, ZoneLabel? Zone);

/// <summary>A category, in the requested language.</summary>
public sealed record CategoryLabel(string Code, string Label);

/// <summary>A zone, in the requested language; null under an instrument without zones.</summary>
public sealed record ZoneLabel(string Code, string Label, int Order, string Colour)
{
    public static ZoneLabel? Of(Zone? zone, Language language) =>
        zone is null ? null : new(zone.Code, zone.Label.In(language), zone.Order, zone.Colour);
}

internal sealed class ListBandsHandler(IComplianceDb db, InstrumentLibrary library) : IRequestHandler<ListBands, Page<BandLine>>
{
    public async Task<Page<BandLine>> Handle(ListBands request, CancellationToken cancellationToken)
    {
        var known = await library.Get(db, request.Instrument, cancellationToken);

        return new(
            [
                .. known.Instrument.Bands.Select(band => new BandLine(
                    band.From,
                    band.To,
                    new(band.Category, band.Label.In(request.Language)),
                    ZoneLabel.Of(band.Zone, request.Language))),
            ],
            null,
            new(Instrument: known.Instrument.Code, GeneratedAt: known.PublishedAt));
    }
}

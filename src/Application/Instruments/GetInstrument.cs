using Compliance.Application.Access;

namespace Compliance.Application.Instruments;

[ForEveryone]
public sealed record GetInstrument(string Code) : IRequest<InstrumentDetails>;

/// <summary>A complete published instrument, in both languages.</summary>
/// <param name="Threshold">The achievement below which an indicator is a finding, unless it has a threshold of its own.</param>
public sealed record InstrumentDetails(
    string Code,
    int Version,
    string Sha256,
    DateTimeOffset PublishedAt,
    bool ResultsOnly,
    LocalizedText Title,
    IReadOnlyList<LocalizedText> Notes,
    IReadOnlyList<string> Assumed,
    IReadOnlyList<string> Inferred,
    int Observations,
    decimal? Threshold,
    IReadOnlyList<ZonePart> Zones,
    IReadOnlyList<BandPart> Bands,
    IReadOnlyList<QualifierPart> Qualifiers,
    IReadOnlyList<DimensionPart> Dimensions)
{
    internal static InstrumentDetails Of(KnownInstrument known)
    {
        var document = known.Document;

        return new(
            document.Code,
            document.Version,
            known.Sha256,
            known.PublishedAt,
            known.Instrument.IsResultsOnly,
            document.Title,
            document.Notes,
            document.Assumed,
            document.Inferred,
            known.Instrument.Slots,
            document.Threshold,
            document.Zones,
            document.Bands,
            document.Qualifiers,
            document.Dimensions);
    }
}

internal sealed class GetInstrumentHandler(IComplianceDb db, InstrumentLibrary library) : IRequestHandler<GetInstrument, InstrumentDetails>
{
    public async Task<InstrumentDetails> Handle(GetInstrument request, CancellationToken cancellationToken) =>
        InstrumentDetails.Of(await library.Get(db, request.Code, cancellationToken));
}

using System.Text.Json;
using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Common;
using Compliance.Application.Instruments;
using Compliance.Domain.Common;
using Compliance.Domain.Instruments;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class InstrumentEndpoints
{
    public static void MapInstruments(this IEndpointRouteBuilder routes)
    {
        var instruments = routes.MapGroup("/instruments").WithTags("Instruments");
        instruments.MapGet("", List).WithName("listInstruments").Sends<ListInstruments>().WithSummary("List the published instruments, newest first");
        instruments.MapGet("/{code}", Get).WithName("getInstrument").Sends<GetInstrument>()
            .WithSummary("Read an instrument in both languages")
            .Takes("code", ParameterTexts.Instrument)
            .Refuses(HttpRefusals.NotFound);
        instruments.MapGet("/{code}/bands", ListBands).WithName("listBands").Sends<ListBands>()
            .WithSummary("List the bands of an instrument, best first")
            .Takes("code", ParameterTexts.Instrument)
            .Refuses(HttpRefusals.NotFound);
        instruments.MapPost("", Publish).WithName("publishInstrument").Sends<PublishInstrument>()
            .WithSummary("Publish an instrument")
            .WithDescription("A published instrument cannot be changed.")
            .Accepts<InstrumentDocument>("application/json").TakesJson()
            .Refuses(InstrumentErrors.OtherContent("", ""))
            .Refuses(InstrumentErrors.Broken, InstrumentErrors.OneAnswerKind(""), InstrumentErrors.NumberMapping)
            .TakesIdempotencyKey();
    }

    private static async Task<Document<Page<InstrumentLine>>> List(
        string? limit, string? cursor, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListInstruments(http.ReaderLanguage(), query.Paging(limit, cursor));
        query.Check();

        var page = await mediator.Send(request, cancellationToken);

        return Document.Published(page, page.Meta.GeneratedAt, keep: false);
    }

    private static async Task<Document<InstrumentDetails>> Get(string code, IMediator mediator, CancellationToken cancellationToken)
    {
        var instrument = await mediator.Send(new GetInstrument(code), cancellationToken);

        return Document.Published(instrument, instrument.PublishedAt, keep: true);
    }

    private static async Task<Document<Page<BandLine>>> ListBands(string code, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new ListBands(code, http.ReaderLanguage()), cancellationToken);

        return Document.Published(page, page.Meta.GeneratedAt, keep: true);
    }

    private static async Task<Created<InstrumentPublished>> Publish(JsonElement body, IMediator mediator, CancellationToken cancellationToken)
    {
        var published = await mediator.Send(new PublishInstrument(ReadDocument(body)), cancellationToken);

        return TypedResults.Created($"/api/v1/instruments/{Uri.EscapeDataString(published.Code)}", published);
    }

    /// <summary>As strict as for the files: no unknown member, no missing one, no null in a list.</summary>
    private static InstrumentDocument ReadDocument(JsonElement body)
    {
        InstrumentDocument? document;

        try
        {
            document = body.Deserialize(InstrumentJson.Default.InstrumentDocument);
        }
        catch (JsonException problem)
        {
            throw new BadHttpRequestException("The instrument cannot be read.", problem);
        }

        return NullIn(body, "") is { } pointer ? throw new InvalidRequestException([PlainText.Required.At(pointer)]) : document!;
    }

    private static string? NullIn(JsonElement element, string pointer) => element.ValueKind switch
    {
        JsonValueKind.Null => pointer,
        JsonValueKind.Array => element.EnumerateArray().Select((child, index) => NullIn(child, $"{pointer}/{index}")).FirstOrDefault(found => found is not null),
        JsonValueKind.Object => element.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null)
            .Select(member => NullIn(member.Value, $"{pointer}/{member.Name}")).FirstOrDefault(found => found is not null),
        _ => null,
    };
}

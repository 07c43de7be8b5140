using System.Reflection;
using System.Text.Json;
using Compliance.Api.Documents;
using Compliance.Api.Requests;
using Compliance.Application.Common;
using Compliance.Application.Instruments;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class InstrumentEndpoints
{
    public static void MapInstruments(this IEndpointRouteBuilder routes)
    {
        var instruments = routes.MapGroup("/instruments").WithTags("Instruments");
        instruments.MapGet("", List).WithName("listInstruments").WithSummary("Published instruments, newest first");
        instruments.MapGet("/{code}", Get).WithName("getInstrument")
            .WithSummary("One instrument, whole, in both languages")
            .Refuses(404, "notFound");
        instruments.MapGet("/{code}/bands", ListBands).WithName("listBands")
            .WithSummary("The bands of an instrument, best first")
            .Refuses(404, "notFound");
        instruments.MapPost("", Publish).WithName("publishInstrument")
            .WithSummary("Publish an instrument for good")
            .Accepts<InstrumentDocument>("application/json")
            .Refuses(400, "malformedRequest")
            .Refuses(409, "instrumentPublished", "idempotencyKeyReused")
            .Refuses(422, "instrumentBroken")
            .SafeToRepeat()
            .WritesFromThisMachineOnly("methodOwner");
    }

    private static async Task<Document<Page<InstrumentLine>>> List(
        string? limit, string? cursor, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryReading();
        var request = new ListInstruments(http.ReaderLanguage(), query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<InstrumentDetails>> Get(string code, IMediator mediator, CancellationToken cancellationToken)
    {
        var instrument = await mediator.Send(new GetInstrument(code), cancellationToken);

        return Document.Published(instrument, instrument.PublishedAt, keep: true);
    }

    private static async Task<Document<Page<BandLine>>> ListBands(string code, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Published(await mediator.Send(new ListBands(code, http.ReaderLanguage()), cancellationToken), null, keep: true);

    private static async Task<Created<InstrumentPublished>> Publish(InstrumentBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        var published = await mediator.Send(new PublishInstrument(body.Document), cancellationToken);

        return TypedResults.Created($"/api/v1/instruments/{Uri.EscapeDataString(published.Code)}", published);
    }
}

/// <summary>An instrument of a request, read as strictly as the files that ship: an unknown member is refused.</summary>
internal sealed record InstrumentBody(InstrumentDocument Document) : IBindableFromHttpContext<InstrumentBody>
{
    public static async ValueTask<InstrumentBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (!context.Request.HasJsonContentType())
        {
            throw new BadHttpRequestException("An instrument is JSON.", StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            return await context.Request.ReadFromJsonAsync(InstrumentJson.Default.InstrumentDocument, context.RequestAborted) is { } document
                ? new(document)
                : null;
        }
        catch (JsonException problem)
        {
            throw new BadHttpRequestException("The instrument cannot be read.", problem);
        }
    }
}

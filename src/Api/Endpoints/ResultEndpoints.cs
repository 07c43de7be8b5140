using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Errors;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Common;
using Compliance.Application.Imports;
using Compliance.Application.Results;
using Compliance.Domain.Institutions;
using MediatR;

namespace Compliance.Api.Endpoints;

internal static class ResultEndpoints
{
    private static readonly Dictionary<string, ResultOrder> Orders = new()
    {
        ["-score"] = ResultOrder.HighestFirst,
        ["score"] = ResultOrder.LowestFirst,
        ["-year"] = ResultOrder.NewestFirst,
    };

    public static void MapResults(this IEndpointRouteBuilder routes)
    {
        var results = routes.MapGroup("/results").WithTags("Results");
        results.MapGet("", List).WithName("listResults").Sends<ListResults>()
            .WithSummary("List announced results")
            .Takes("year", ParameterTexts.ResultYear)
            .TakesOneOf<InstitutionKind>("kind", ParameterTexts.InstitutionKind)
            .Takes("province", ParameterTexts.Province)
            .Takes("zone", "The code of a zone, such as green.")
            .Takes("category", "The code of a category, such as B.")
            .Takes("minScore", "The lowest score, 0 to 100 with at most two decimals.")
            .Takes("maxScore", "The highest score, 0 to 100 with at most two decimals.")
            .TakesOneOf("sort", "The order, -score by default", Orders.Keys);
        results.MapGet("/summary", Summarise).WithName("summariseResults").Sends<SummariseResults>()
            .WithSummary("Summarise the results of a year")
            .Takes("year", ParameterTexts.ResultYear)
            .Takes("province", ParameterTexts.Province);
        results.MapPost("/import", Import).WithName("importResults").Sends<ImportResults>()
            .WithSummary("Import published results from CSV")
            .WithDescription("Imports all rows or none.")
            .Takes("dryRun", ParameterTexts.DryRun)
            .Takes("decision", "The number of the Chair's decision, such as 418/2023.")
            .Takes("date", "The day of the decision, such as 2023-12-14; needs decision.")
            .TakesCsv().Produces<ImportReport>()
            .Refuses(HttpRefusals.ImportRefused)
            .Refuses(CsvErrors.NotUtf8)
            .TakesIdempotencyKey();
    }

    public static void MapRankings(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/rankings", Rank).WithName("rankInstitutions").WithTags("Results").Sends<RankInstitutions>()
            .WithSummary("Rank the institutions of each kind in a year")
            .WithDescription("Institutions with the same score share a rank.")
            .Takes("year", ParameterTexts.ResultYear)
            .TakesOneOf<InstitutionKind>("kind", ParameterTexts.InstitutionKind)
            .Takes("province", ParameterTexts.Province);

    private static async Task<Document<Page<ResultDetails>>> List(
        string? year,
        string? kind,
        string? province,
        string? zone,
        string? category,
        string? minScore,
        string? maxScore,
        string? sort,
        string? limit,
        string? cursor,
        HttpContext http,
        IMediator mediator,
        CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListResults(
            query.Year(nameof(year), year),
            query.OneOf<InstitutionKind>(nameof(kind), kind),
            query.Text(nameof(province), province),
            query.Text(nameof(zone), zone),
            query.Text(nameof(category), category),
            query.Score(nameof(minScore), minScore),
            query.Score(nameof(maxScore), maxScore),
            query.OneOf(nameof(sort), sort, Orders) ?? ResultOrder.HighestFirst,
            http.ReaderLanguage(),
            query.Paging(limit, cursor, parts: 3));
        query.Check();
        var page = await mediator.Send(request, cancellationToken);

        return Document.Published(page, page.Meta.GeneratedAt, keep: false);
    }

    private static async Task<Document<ResultsSummary>> Summarise(
        string? year, string? province, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new SummariseResults(query.RequiredYear(nameof(year), year), query.Text(nameof(province), province), http.ReaderLanguage());
        query.Check();
        var summary = await mediator.Send(request, cancellationToken);

        return Document.Published(summary, summary.Meta.GeneratedAt, keep: summary.Total.Assessed > 0);
    }

    private static async Task<Document<Page<RankedInstitution>>> Rank(
        string? year,
        string? kind,
        string? province,
        string? limit,
        string? cursor,
        HttpContext http,
        IMediator mediator,
        CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new RankInstitutions(
            query.RequiredYear(nameof(year), year),
            query.OneOf<InstitutionKind>(nameof(kind), kind),
            query.Text(nameof(province), province),
            http.ReaderLanguage(),
            query.Paging(limit, cursor, parts: 3));
        query.Check();
        var page = await mediator.Send(request, cancellationToken);

        return Document.Published(page, page.Meta.GeneratedAt, keep: cursor is null && page.Items.Count > 0);
    }

    private static async Task<IResult> Import(
        string? dryRun, string? decision, string? date, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var (isDryRun, number, day) = (query.Flag(nameof(dryRun), dryRun), query.Text(nameof(decision), decision), query.Day(nameof(date), date));
        query.Check();

        var report = await mediator.Send(new ImportResults(await http.ReadCsv(cancellationToken), isDryRun, number, day, http.ReaderLanguage()), cancellationToken);

        return report.Errors.Count == 0 ? TypedResults.Ok(report) : new ImportRefused(report);
    }
}

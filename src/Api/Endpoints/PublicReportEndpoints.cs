using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Errors;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Common;
using Compliance.Application.Imports;
using Compliance.Application.PublicReports;
using Compliance.Application.Results;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.PublicReports;
using MediatR;

namespace Compliance.Api.Endpoints;

internal static class PublicReportEndpoints
{
    private const string Tag = "Public reports";

    public static void MapPublicReports(this IEndpointRouteBuilder routes)
    {
        var ofInstitution = routes.MapGroup("/institutions/{code}/public-reports").WithTags(Tag)
            .Takes("code", ParameterTexts.Institution)
            .Refuses(HttpRefusals.NotFound);
        ofInstitution.MapGet("", List).WithName("listPublicReports").Sends<ListPublicReports>()
            .WithSummary("List the public reports about an institution by month")
            .Takes("from", "The first month, such as 2023-01.")
            .Takes("to", "The last month, such as 2023-12.");
        ofInstitution.MapPut("/{month}", Record).WithName("recordPublicReports").Sends<RecordPublicReports>()
            .WithSummary("Record the public reports about an institution in a month")
            .Takes("month", "The month, such as 2024-03.")
            .TakesJson().TakesIfMatch("Send If-Match with the ETag of the last read, unless the month has no figures yet.")
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(
                PublicReportErrors.Refused, PublicReportErrors.MonthInFuture, PublicReportErrors.CountOutOfRange, PublicReportErrors.MedianOutOfRange,
                PublicReportErrors.MedianMissing, PublicReportErrors.MedianOfNothing, PublicReportErrors.MoreSettledThanOpen(new(2009, 1), 0),
                PublicReportErrors.MoreLateThanReceived(new(2009, 1), 0));
        routes.MapPost("/public-reports/import", Import).WithTags(Tag).WithName("importPublicReports").Sends<ImportPublicReports>()
            .WithSummary("Import monthly public reports from CSV")
            .WithDescription("Imports all rows or none.")
            .Takes("dryRun", ParameterTexts.DryRun)
            .TakesCsv().Produces<ImportReport>()
            .Refuses(ConcurrencyErrors.ChangedMeanwhile)
            .Refuses(HttpRefusals.ImportRefused)
            .Refuses(CsvErrors.NotUtf8)
            .TakesIdempotencyKey();
    }

    private static async Task<Document<Page<MonthDetails>>> List(
        string code, string? from, string? to, string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListPublicReports(code, query.Month(nameof(from), from), query.Month(nameof(to), to), query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<MonthDetails>> Record(
        string code, string month, PublicReportsBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var read = query.Month(nameof(month), month);
        query.Check();
        var creates = http.Request.Headers.IfMatch.Count == 0;

        try
        {
            var request = new RecordPublicReports(
                code, read!.Value, creates ? ExpectedVersions.NotYet : http.ExpectedVersions(), body.Received, body.Settled, body.MedianDays, body.Over14Days);
            var recorded = await mediator.Send(request, cancellationToken);

            return Document.Changing(recorded, recorded.Version);
        }
        catch (DomainException refusal) when (creates && refusal.Error.Refusal == Refusal.Outdated)
        {
            // The month is recorded with other figures: only then is this an update, which must name the version.
            throw new IfMatchMissingException();
        }
    }

    private static async Task<IResult> Import(string? dryRun, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var isDryRun = query.Flag(nameof(dryRun), dryRun);
        query.Check();
        var report = await mediator.Send(
            new ImportPublicReports(await http.ReadCsv(cancellationToken), isDryRun, http.ReaderLanguage()), cancellationToken);

        return report.Errors.Count == 0 ? TypedResults.Ok(report) : new ImportRefused(report);
    }
}

internal sealed record PublicReportsBody(int? Received, int? Settled, decimal? MedianDays, int? Over14Days);

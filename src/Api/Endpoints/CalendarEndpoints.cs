using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Calendars;
using Compliance.Application.Common;
using Compliance.Domain.Access;
using Compliance.Domain.Calendars;
using Compliance.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class CalendarEndpoints
{
    private const string Tag = "Reminders";

    public static void MapCalendars(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/calendar.ics", Get).WithName("getCalendar").WithTags(Tag).Sends<GetCalendar>()
            .AcceptsFeedSecret()
            .WithSummary("Export due dates as an iCalendar file")
            .WithDescription("With the secret of a calendar feed instead of credentials, the file shows what the feed covers.")
            .Takes("institution", "Only the due dates of this institution, by its code.")
            .Takes("office", ParameterTexts.Office)
            .Takes("feed", "The secret of a calendar feed, instead of credentials.")
            .Refuses(HttpRefusals.NotFound);
        var feeds = routes.MapGroup("/calendar-feeds").WithTags(Tag);
        feeds.MapGet("", List).WithName("listCalendarFeeds").Sends<ListCalendarFeeds>().WithSummary("List your own calendar feeds");
        feeds.MapPost("", Make).WithName("makeCalendarFeed").Sends<MakeCalendarFeed>()
            .WithSummary("Create a calendar feed")
            .WithDescription("A calendar program subscribes to its secret address, which is shown in this answer only.")
            .TakesJson()
            .Refuses(AccessErrors.OutsideScope, AccessErrors.AccountsOnly)
            .Refuses(HttpRefusals.NotFound)
            .Refuses(ConcurrencyErrors.IdTaken)
            .Refuses(CalendarErrors.FeedScope)
            .TakesIdempotencyKey();
        feeds.MapDelete("/{id:guid}", Revoke).WithName("revokeCalendarFeed").Sends<RevokeCalendarFeed>()
            .WithSummary("Revoke a calendar feed")
            .Takes("id", "The id of the calendar feed.")
            .Refuses(HttpRefusals.NotFound)
            .Refuses(ConcurrencyErrors.ChangedMeanwhile);
    }

    /// <param name="feed">Already read as the credential; declared here only so that it is documented as a parameter.</param>
    private static async Task<CalendarDocument> Get(
        string? institution, string? office, string? feed, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new GetCalendar(query.Text(nameof(institution), institution), query.Text(nameof(office), office));
        _ = query.Text(nameof(feed), feed);
        query.Check();

        return new(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<Page<CalendarFeedDetails>>> List(string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListCalendarFeeds(query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Created<CalendarFeedMade>> Make(
        CalendarFeedBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        var made = await mediator.Send(new MakeCalendarFeed(body.Id, body.Institution, body.Office), cancellationToken);

        return TypedResults.Created((string?)null, made);
    }

    private static async Task<Ok<CalendarFeedDetails>> Revoke(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new RevokeCalendarFeed(id), cancellationToken));
}

internal sealed record CalendarFeedBody(Guid? Id, string? Institution, string? Office);

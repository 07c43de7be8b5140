using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Calendars;

namespace Compliance.Application.Calendars;

/// <summary>Lists the caller's own feeds in order of creation, including revoked ones.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record ListCalendarFeeds(Paging Paging) : IRequest<Page<CalendarFeedDetails>>;

internal sealed class ListCalendarFeedsHandler(IComplianceDb db, RequestContext context) : IRequestHandler<ListCalendarFeeds, Page<CalendarFeedDetails>>
{
    public async Task<Page<CalendarFeedDetails>> Handle(ListCalendarFeeds request, CancellationToken cancellationToken)
    {
        var account = AccountId.From(context.Caller.Id!.Value);
        var feeds = db.CalendarFeeds.AsNoTracking().Where(feed => feed.AccountId == account);

        if (request.Paging.After is { } cursor)
        {
            var after = CalendarFeedId.From(cursor.Part<Guid>(0));
            feeds = feeds.Where(feed => feed.Id > after);
        }

        var page = await feeds.OrderBy(feed => feed.Id).Take(request.Paging.Limit + 1).ToListAsync(cancellationToken);

        return request.Paging.Cut(page, CalendarFeedDetails.Of, feed => new(feed.Id.Value.ToString()));
    }
}

using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Calendars;

namespace Compliance.Application.Calendars;

/// <summary>Revokes one of the caller's feeds permanently. Idempotent.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record RevokeCalendarFeed(Guid Id) : IRequest<CalendarFeedDetails>;

internal sealed class RevokeCalendarFeedHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<RevokeCalendarFeed, CalendarFeedDetails>
{
    public async Task<CalendarFeedDetails> Handle(RevokeCalendarFeed request, CancellationToken cancellationToken)
    {
        var (id, account) = (CalendarFeedId.From(request.Id), AccountId.From(context.Caller.Id!.Value));
        var feed = await db.CalendarFeeds.SingleOrDefaultAsync(each => each.Id == id && each.AccountId == account, cancellationToken)
            ?? throw new NotFoundException(ResourceKind.CalendarFeed, request.Id);
        feed.Revoke(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);

        return CalendarFeedDetails.Of(feed);
    }
}

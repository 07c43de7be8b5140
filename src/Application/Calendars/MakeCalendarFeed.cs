using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Calendars;

namespace Compliance.Application.Calendars;

/// <summary>Creates a secret calendar address of an institution or an office for the caller.</summary>
/// <param name="Id">Chosen by the client, so that the request can be repeated safely; the address is returned only the first time.</param>
[Needs(Permission.ReadFollowUp)]
public sealed record MakeCalendarFeed(Guid? Id, string? Institution, string? Office) : IRequest<CalendarFeedMade>, IRepeatable;

/// <param name="Url">The address to which a calendar program subscribes; shown once, null if the feed already existed.</param>
public sealed record CalendarFeedMade(Guid Id, string? Institution, string? Office, string? Url);

internal sealed class MakeCalendarFeedValidator : AbstractValidator<MakeCalendarFeed>
{
    public MakeCalendarFeedValidator()
    {
        RuleFor(request => request.Institution).Text(PlainText.CodeLength);
        RuleFor(request => request.Office).Text(PlainText.CodeLength);
    }
}

internal sealed class MakeCalendarFeedHandler(IComplianceDb db, RequestContext context, AccessSettings settings, TimeProvider clock)
    : IRequestHandler<MakeCalendarFeed, CalendarFeedMade>
{
    public async Task<CalendarFeedMade> Handle(MakeCalendarFeed request, CancellationToken cancellationToken)
    {
        // The roles of external accounts come with each of their tokens, so a feed could not tell whether they are still valid.
        Rule.Require(context.Caller.Kind == CallerKind.Account, AccessErrors.AccountsOnly);
        Rule.Require(request.Institution is null != request.Office is null, CalendarErrors.FeedScope);
        await RequireScope(request, cancellationToken);
        var now = clock.GetUtcNow();
        var account = AccountId.From(context.Caller.Id!.Value);
        var id = EntityId.GivenOrNew<CalendarFeedId>(request.Id, now);

        if (await db.CalendarFeeds.FindRepeated(
            each => each.Id == id,
            each => (each.AccountId, each.Institution, each.Office) == (account, request.Institution, request.Office),
            cancellationToken) is not null)
        {
            return new(id.Value, request.Institution, request.Office, null);
        }

        var secret = CalendarFeedLookup.MakeSecret();
        db.CalendarFeeds.Add(new(id, account, request.Institution, request.Office, Digest.Of(secret), now));
        await db.SaveChangesAsync(cancellationToken);

        return new(id.Value, request.Institution, request.Office, $"{settings.PublicUrl?.TrimEnd('/')}/api/v1/calendar.ics?feed={secret}");
    }

    private async Task RequireScope(MakeCalendarFeed request, CancellationToken cancellationToken)
    {
        var scope = InstitutionScope.Of(context.Caller, Permission.ReadFollowUp);
        var mayRead = request.Institution is { } code
            ? scope.Covers(await db.Institutions.LoadByCode(code, cancellationToken))
            : scope.CoversOffice(request.Office);
        Rule.Require(mayRead, AccessErrors.OutsideScope);
    }
}

using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Application.Obligations;
using Compliance.Domain.Access;

namespace Compliance.Application.Calendars;

/// <summary>Returns all obligations and events of joint services that the caller may see, from three months ago to two years ahead.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record GetCalendar(string? Institution, string? Office) : IRequest<IReadOnlyList<CalendarEntry>>;

internal sealed class GetCalendarHandler(IComplianceDb db, ObligationQueries due, TimeProvider clock) : IRequestHandler<GetCalendar, IReadOnlyList<CalendarEntry>>
{
    private const int DaysBack = 90;
    private const int DaysAhead = 731;

    public async Task<IReadOnlyList<CalendarEntry>> Handle(GetCalendar request, CancellationToken cancellationToken)
    {
        var institution = request.Institution is { } code ? await db.Institutions.LoadByCode(code, cancellationToken) : null;
        var today = IndonesianTime.DayOf(clock.GetUtcNow());
        var window = new ObligationWindow(today.AddDays(-DaysBack), today.AddDays(DaysAhead), today.AddDays(DaysAhead), OnlyOpen: false, institution, request.Office);

        return [.. (await due.Read(window, cancellationToken)).Select(CalendarEntry.Of), .. await db.EventsOf(window, cancellationToken)];
    }
}

using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Reminders;

namespace Compliance.Application.Reminders;

/// <summary>All that is due and that the caller may see, from a quarter ago to two years ahead.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record GetCalendar(string? Institution, string? Office) : IRequest<IReadOnlyList<DueThing>>;

internal sealed class GetCalendarHandler(IComplianceDb db, DueThings due, TimeProvider clock) : IRequestHandler<GetCalendar, IReadOnlyList<DueThing>>
{
    private const int DaysBack = 90;
    private const int DaysAhead = 731;

    public async Task<IReadOnlyList<DueThing>> Handle(GetCalendar request, CancellationToken cancellationToken)
    {
        var institution = request.Institution is { } code ? await db.Institutions.LoadByCode(code, cancellationToken) : null;
        var today = IndonesianTime.DayOf(clock.GetUtcNow());
        var window = new DueWindow(today.AddDays(-DaysBack), today.AddDays(DaysAhead), today.AddDays(DaysAhead), OnlyOpen: false, institution, request.Office);

        return await due.Read(window, cancellationToken);
    }
}

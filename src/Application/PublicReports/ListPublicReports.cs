using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.PublicReports;

namespace Compliance.Application.PublicReports;

/// <summary>Lists the recorded months of an institution, earliest first, with derived figures.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record ListPublicReports(string Institution, Month? From, Month? To, Paging Paging) : IRequest<Page<MonthDetails>>;

internal sealed class ListPublicReportsHandler(IComplianceDb db, RequestContext context) : IRequestHandler<ListPublicReports, Page<MonthDetails>>
{
    public async Task<Page<MonthDetails>> Handle(ListPublicReports request, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.LoadByCode(request.Institution, cancellationToken);
        var caseload = await db.LoadCaseload(institution, cancellationToken);
        var months = caseload.Months.Where(month => !(month.Month < request.From) && !(month.Month > request.To));

        if (request.Paging.After is { } cursor)
        {
            var after = Month.TryRead(cursor.Parts[0], out var read) ? read : throw new BadCursorException();
            months = months.Where(month => month.Month > after);
        }

        return request.Paging.Cut(
            [.. months.Take(request.Paging.Limit + 1)],
            month => month.Show(caseload, institution, context.Caller),
            month => new(month.Month.ToString()));
    }
}

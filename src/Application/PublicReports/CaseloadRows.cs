using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Institutions;
using Compliance.Domain.PublicReports;

namespace Compliance.Application.PublicReports;

/// <summary>The public reports about an institution in one month.</summary>
/// <param name="Month">As 2024-03.</param>
/// <param name="Open">Open at the end of the month: all received up to then without all settled.</param>
/// <param name="SettledWithin14Days">Per cent of those settled; null where none was.</param>
public sealed record MonthDetails(
    InstitutionRef Institution,
    string Month,
    int Received,
    int Settled,
    decimal? MedianDays,
    int Over14Days,
    int Open,
    decimal? SettledWithin14Days,
    DateTimeOffset RecordedAt,
    IReadOnlyList<string> AllowedActions,
    int Version);

internal static class CaseloadRows
{
    /// <summary>All months on record that the caller may see; a balance runs through them.</summary>
    public static async Task<Caseload> LoadCaseload(this IComplianceDb db, Institution institution, CancellationToken cancellationToken) =>
        new(institution.Id, await db.MonthlyCaseloads.Where(row => row.InstitutionId == institution.Id).ToListAsync(cancellationToken));

    public static MonthDetails Show(this CaseloadMonth month, Caseload caseload, Institution institution, Caller caller)
    {
        var row = caseload[month.Month]!;

        return new(
            new(institution.Code, institution.Name, institution.Kind, institution.Province),
            month.Month.ToString(),
            row.Received,
            row.Settled,
            row.MedianDays,
            row.Over14Days,
            month.Open,
            month.SettledWithin14Days,
            row.RecordedAt,
            caller.MayAt(Permission.RecordPublicReports, institution) ? ["recordPublicReports"] : [],
            row.Version);
    }

    /// <summary>The month that it is by the calendar of the office that is responsible.</summary>
    public static Month MonthOf(this Institution institution, DateTimeOffset now) =>
        Month.Of(IndonesianTime.DayOf(now, IndonesianTime.ZoneOf(Offices.Of(institution.Province))));
}

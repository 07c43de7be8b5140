using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Institutions;
using Compliance.Domain.PublicReports;

namespace Compliance.Application.PublicReports;

/// <summary>The public reports about an institution in one month.</summary>
/// <param name="Month">Such as 2024-03.</param>
/// <param name="Open">Open at the end of the month: all received so far minus all settled.</param>
/// <param name="SettledWithin14Days">In per cent of the settled ones; null if there were none.</param>
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
    /// <summary>Loads all recorded months that the caller may see; open reports are carried from month to month, so all are needed.</summary>
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

    /// <summary>Returns the current month in the time zone of the responsible office.</summary>
    public static Month MonthOf(this Institution institution, DateTimeOffset now) =>
        Month.Of(IndonesianTime.DayOf(now, IndonesianTime.ZoneOf(Offices.Of(institution.Province))));
}

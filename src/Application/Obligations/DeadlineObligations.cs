using Compliance.Domain.Access;
using Compliance.Domain.Commitments;
using Compliance.Domain.Institutions;
using Compliance.Domain.Obligations;

namespace Compliance.Application.Obligations;

/// <summary>Deadlines of commitments, as things that are due.</summary>
internal static class DeadlineObligations
{
    private const string Ombudsman = "Ombudsman";

    public static async Task<IEnumerable<Obligation>> Deadlines(this IComplianceDb db, ObligationWindow window, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows =
            from deadline in db.CommitmentDeadlines.AsNoTracking()
            join commitment in db.Commitments.AsNoTracking() on deadline.CommitmentId equals commitment.Id
            join agreement in db.Agreements.AsNoTracking() on deadline.AgreementId equals agreement.Id
            join institution in db.Institutions on deadline.InstitutionId equals (InstitutionId?)institution.Id into institutions
            from institution in institutions.DefaultIfEmpty()
            where deadline.DueOn >= window.From && deadline.DueOn <= window.Until
            select new { deadline, commitment, agreement.TerminatedOn, institution };
        rows = window.OnlyOpen ? rows.Where(row => row.deadline.Status == ObligationProgress.Open) : rows;
        rows = window.Of is { } own ? rows.Where(row => row.deadline.InstitutionId == own.Id) : rows;
        rows = window.Office is { } office ? rows.Where(row => row.deadline.Office == office) : rows;

        return (await rows.OrderBy(row => row.deadline.DueOn).ThenBy(row => row.deadline.Id).ToListAsync(cancellationToken))
            .Select(row => Of(row.deadline, row.commitment, row.TerminatedOn, row.institution, now));
    }

    private static Obligation Of(CommitmentDeadline deadline, Commitment commitment, DateOnly? terminatedOn, Institution? institution, DateTimeOffset now)
    {
        var zone = IndonesianTime.ZoneOf(deadline.Office);

        return new(
            ObligationKind.Deadline,
            deadline.Id.Value,
            deadline.DueOn,
            commitment.Title,
            institution?.Name ?? Ombudsman,
            [institution is null ? new(null, commitment.ObligatedOffice ?? deadline.Office) : new(institution.Code, Offices.Of(institution.Province))],
            commitment.PersonInCharge,
            zone,
            deadline.ProgressUnder(terminatedOn, IndonesianTime.DayOf(now, zone)),
            commitment.MadeAt,
            commitment.Version);
    }
}

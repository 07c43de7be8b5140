using System.Linq.Expressions;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Institutions;
using Compliance.Domain.Obligations;

namespace Compliance.Application.Obligations;

/// <summary>
/// The filtered obligations: the only place that composes these queries. The follow-up list and its summary, reminders and calendars differ
/// only in the columns that they read. Every condition is served by an index. The general query filters would be evaluated for every row, so
/// they are left out if everything requested is visible to the caller, or if the rows are limited to the caller's own institutions.
/// </summary>
internal sealed class ObligationRows
{
    private readonly IComplianceDb db;
    private readonly FollowUpFilter filter;
    private readonly Institution? institution;

    /// <summary>The caller's own institutions, if the caller may see only these.</summary>
    private readonly IReadOnlyList<InstitutionId>? own;
    private readonly bool isWithinReach;

    private ObligationRows(IComplianceDb db, FollowUpFilter filter, Institution? institution, bool isWithinReach, IReadOnlyList<InstitutionId>? own) =>
        (this.db, this.filter, this.institution, this.isWithinReach, this.own) = (db, filter, institution, isWithinReach, own);

    /// <returns>Null if the requested institution does not exist.</returns>
    public static async Task<ObligationRows?> Of(
        IComplianceDb db, KnownInstitutions institutions, FollowUpFilter filter, Caller caller, CancellationToken cancellationToken)
    {
        var institution = filter.Institution is { } code ? await institutions.Find(db, code, cancellationToken) : null;

        if (filter.Institution is not null && institution is null)
        {
            return null;
        }

        var scope = InstitutionScope.Of(caller, Permission.ReadFollowUp);

        if (scope.CoversOffice(filter.Office) || (institution is not null && scope.Covers(institution)))
        {
            return new(db, filter, institution, isWithinReach: true, own: null);
        }

        if (scope.ActsForOffices)
        {
            return new(db, filter, institution, isWithinReach: false, own: null);
        }

        var own = new List<InstitutionId>();

        foreach (var each in scope.Institutions)
        {
            own.AddRange(await institutions.Find(db, each, cancellationToken) is { } found ? [found.Id] : []);
        }

        return new(db, filter, institution, isWithinReach: true, own);
    }

    public IQueryable<CommitmentDeadline> Deadlines(ObligationDays days)
    {
        var rows = isWithinReach ? db.CommitmentDeadlines.AsNoTracking().IgnoreQueryFilters() : db.CommitmentDeadlines.AsNoTracking();
        var agreements = own is null ? null : AgreementsOf(own);
        rows = agreements is null ? rows : rows.Where(row => agreements.Contains(row.AgreementId));
        rows = institution is null ? rows : rows.Where(row => row.InstitutionId == institution.Id);
        rows = filter.Office is { } office ? rows.Where(row => row.Office == office) : rows;

        if (filter.Agreement is { } given)
        {
            var agreement = AgreementId.From(given);
            rows = rows.Where(row => row.AgreementId == agreement);
        }

        return Filter(rows, CommitmentDeadline.Row, days);
    }

    public IQueryable<CorrectiveAction> Actions(DateOnly today)
    {
        var rows = isWithinReach ? db.CorrectiveActions.AsNoTracking().IgnoreQueryFilters() : db.CorrectiveActions.AsNoTracking();
        rows = own switch
        {
            null => rows,
            [var only] => rows.Where(row => row.InstitutionId == only),
            _ => rows.Where(row => own.Contains(row.InstitutionId)),
        };
        rows = institution is null ? rows : rows.Where(row => row.InstitutionId == institution.Id);
        rows = filter.Office is { } office
            ? rows.Where(row => db.Institutions.Where(each => (each.Province ?? Offices.Head) == office).Select(each => each.Id).Contains(row.InstitutionId))
            : rows;

        return Filter(rows, CorrectiveAction.Row, ObligationDays.Of(today));
    }

    /// <summary>Agreements by their last day. An office may be a party to an agreement for which another office is responsible.</summary>
    public IQueryable<Agreement> AgreementEnds(ObligationDays days)
    {
        var rows = db.Agreements.AsNoTracking();
        rows = institution is null ? rows : rows.Where(row => row.Parties.Any(party => party.InstitutionId == institution.Id));
        rows = filter.Office is { } office ? rows.Where(row => row.Office == office || row.Parties.Any(party => party.Office == office)) : rows;

        return Filter(rows, Agreement.EndRow, days);
    }

    private IQueryable<T> Filter<T>(IQueryable<T> rows, Expression<Func<T, ObligationRow<T>>> toRow, ObligationDays days)
    {
        var due = rows.Select(toRow);
        due = filter.DueAfter is { } after ? due.Where(row => row.DueOn > after) : due;
        due = filter.DueBefore is { } before ? due.Where(row => row.DueOn < before) : due;
        due = filter.IsAnyStatus ? due : due.Where(OverdueRule.HasStatus<T>(filter.Status, days));

        return due.Select(row => row.Source);
    }

    /// <summary>
    /// Searches the indexed parties; the filter of agreements would scan all agreements. A single institution is compared by equality, because a
    /// query with a list is planned anew each time.
    /// </summary>
    private IQueryable<AgreementId> AgreementsOf(IReadOnlyList<InstitutionId> institutions)
    {
        var parties = db.Agreements.SelectMany(agreement => agreement.Parties, (agreement, party) => new { agreement.Id, party.InstitutionId });
        parties = institutions is [var only]
            ? parties.Where(each => each.InstitutionId == only)
            : parties.Where(each => each.InstitutionId != null && institutions.Contains(each.InstitutionId.Value));

        return parties.Select(each => each.Id);
    }
}

using System.Globalization;
using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Institutions;

namespace Compliance.Application.Agreements;

/// <summary>Lists the agreements that the caller may see, newest signature first, then the unsigned ones.</summary>
/// <param name="Institution">The code of an institution that is a party, or has a unit that is one.</param>
/// <param name="Office">The office that is responsible for it.</param>
/// <param name="Search">A part of the title or number.</param>
[Needs(Permission.ReadFollowUp)]
public sealed record ListAgreements(
    string? Institution, string? Office, AgreementKind? Kind, AgreementStatus? Status, string? Search, Paging Paging) : IRequest<Page<AgreementDetails>>;

internal sealed class ListAgreementsHandler(IComplianceDb db, AgreementQueries reading, AgreementTerms terms, TimeProvider clock)
    : IRequestHandler<ListAgreements, Page<AgreementDetails>>
{
    private const string Day = "yyyy-MM-dd";

    public async Task<Page<AgreementDetails>> Handle(ListAgreements request, CancellationToken cancellationToken)
    {
        var rows = Matching(request);

        if (request.Paging.After is { } cursor)
        {
            var (signed, id) = (cursor.Part<DateOnly>(0), AgreementId.From(cursor.Part<Guid>(1)));
            rows = rows.Where(each => (each.SignedOn ?? DateOnly.MinValue) < signed || ((each.SignedOn ?? DateOnly.MinValue) == signed && each.Id < id));
        }

        var page = await rows.OrderByDescending(each => each.SignedOn ?? DateOnly.MinValue).ThenByDescending(each => each.Id)
            .Take(request.Paging.Limit + 1).ToListAsync(cancellationToken);
        var shown = (await reading.Show(page, cancellationToken)).ToDictionary(each => each.Id);

        return request.Paging.Cut(
            page,
            row => shown[row.Id.Value],
            row => new((row.SignedOn ?? DateOnly.MinValue).ToString(Day, CultureInfo.InvariantCulture), row.Id.Value.ToString()));
    }

    private IQueryable<Agreement> Matching(ListAgreements request)
    {
        var rows = db.Agreements.AsNoTracking();
        rows = request.Office is { } office ? rows.Where(each => each.Office == office) : rows;
        rows = request.Kind is { } kind ? rows.Where(each => each.Kind == kind) : rows;
        rows = request.Status is { } status ? rows.WithStatus(status, terms, clock.GetUtcNow()) : rows;

        if (request.Institution is { } code)
        {
            rows = rows.Where(each => each.Parties.Any(party => db.Institutions.Any(institution => institution.Id == party.InstitutionId && institution.Code == code)));
        }

        if (request.Search is { } search)
        {
            var key = NameMatching.Key(search);
            rows = rows.Where(each => each.Key.Contains(key));
        }

        return rows;
    }
}

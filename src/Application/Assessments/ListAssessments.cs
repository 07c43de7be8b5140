using System.Linq.Expressions;
using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;

namespace Compliance.Application.Assessments;

/// <summary>Lists assessments in the order in which they were planned.</summary>
/// <param name="Assessor">The e-mail address of the assessor of the unit or of one of its techniques.</param>
/// <param name="Office">A province code, or 00.</param>
[Needs(Permission.ReadAssessments)]
public sealed record ListAssessments(int? Cycle, string? Office, string? Assessor, AssessmentStatus? Status, Paging Paging)
    : IRequest<Page<AssessmentLine>>;

internal sealed class ListAssessmentsHandler(IComplianceDb db, AssessmentQueries reading) : IRequestHandler<ListAssessments, Page<AssessmentLine>>
{
    public async Task<Page<AssessmentLine>> Handle(ListAssessments request, CancellationToken cancellationToken)
    {
        var rows = db.AssessmentsWithNames();
        rows = request.Cycle is { } year ? rows.Where(row => row.Year == year) : rows;
        rows = request.Office is { } office ? rows.Where(row => row.Assessment.Office == office) : rows;
        rows = Account.KeyOf(request.Assessor) is { } key ? rows.Where(IsAssigned(db.Accounts.Where(account => account.EmailKey == key))) : rows;
        rows = request.Status is { } status ? rows.Where(row => row.Assessment.Status == status) : rows;

        if (request.Paging.After is { } cursor)
        {
            var after = AssessmentId.From(cursor.Part<Guid>(0));
            rows = rows.Where(row => row.Assessment.Id > after);
        }

        var page = await rows.OrderBy(row => row.Assessment.Id).Take(request.Paging.Limit + 1).ToListAsync(cancellationToken);
        var lines = (await reading.Lines(page, cancellationToken)).ToDictionary(line => line.Id);

        return request.Paging.Cut(page, row => lines[row.Assessment.Id.Value], row => new(row.Assessment.Id.Value.ToString()));
    }

    private static Expression<Func<AssessmentRow, bool>> IsAssigned(IQueryable<Account> to) => row => to.Any(account =>
        row.Assessment.AssessorId == account.Id || row.Assessment.Assignments.Any(assignment => assignment.AccountId == account.Id));
}

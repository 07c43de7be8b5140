using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;

namespace Compliance.Application.Assessments;

/// <summary>Assessments in the order they were planned.</summary>
/// <param name="Office">A province code, or 00: the assessments of that office.</param>
[Needs(Permission.ReadAssessments)]
public sealed record ListAssessments(int? Cycle, string? Office, string? Assessor, AssessmentStatus? Status, Paging Paging)
    : IRequest<Page<AssessmentLine>>;

internal sealed class ListAssessmentsHandler(IComplianceDb db, Call call) : IRequestHandler<ListAssessments, Page<AssessmentLine>>
{
    public async Task<Page<AssessmentLine>> Handle(ListAssessments request, CancellationToken cancellationToken)
    {
        var rows = db.AssessmentsWithNames();
        rows = request.Cycle is { } year ? rows.Where(row => row.Year == year) : rows;
        rows = request.Office is { } office ? rows.Where(row => row.Assessment.Office == office) : rows;
        rows = Account.KeyOf(request.Assessor) is { } assessor ? rows.Where(row => row.AssessorKey == assessor) : rows;
        rows = request.Status is { } status ? rows.Where(row => row.Assessment.Status == status) : rows;

        if (request.Paging.After is { } cursor)
        {
            var after = AssessmentId.From(cursor.Part<Guid>(0));
            rows = rows.Where(row => row.Assessment.Id > after);
        }

        var page = await rows.OrderBy(row => row.Assessment.Id).Take(request.Paging.Limit + 1).ToListAsync(cancellationToken);

        return request.Paging.Cut(page, row => row.ToLine(call.Caller), row => new(row.Assessment.Id.Value.ToString()));
    }
}

using Compliance.Application.Access;
using Compliance.Application.Accounts;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;

namespace Compliance.Application.Verification;

/// <summary>Lists the returns of an assessment with their reasons, newest first.</summary>
[Needs(Permission.ReadAssessments)]
public sealed record ListReturns(Guid AssessmentId) : IRequest<Page<ReturnDetails>>;

/// <param name="Open">How many of its reasons are unanswered.</param>
public sealed record ReturnDetails(Guid Id, DateTimeOffset RaisedAt, AccountRef? RaisedBy, int Open, IReadOnlyList<ReturnReasonDetails> Reasons);

/// <param name="Pointer">The observation in question; empty for the whole sheet.</param>
/// <param name="Closure">The office's answer; null while the reason is open.</param>
public sealed record ReturnReasonDetails(Guid Id, string Pointer, string Text, ReasonClosure? Closure, IReadOnlyList<string> AllowedActions);

public sealed record ReasonClosure(string Text, DateTimeOffset At, AccountRef? By);

internal sealed class ListReturnsHandler(IComplianceDb db, RequestContext context) : IRequestHandler<ListReturns, Page<ReturnDetails>>
{
    public async Task<Page<ReturnDetails>> Handle(ListReturns request, CancellationToken cancellationToken)
    {
        var id = AssessmentId.From(request.AssessmentId);
        var assessment = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken)
            ?? throw new NotFoundException(ResourceKind.Assessment, request.AssessmentId);
        var returns = await db.Returns.AsNoTracking().Where(each => each.AssessmentId == id)
            .OrderByDescending(each => each.RaisedAt).ThenByDescending(each => each.Id)
            .ToListAsync(cancellationToken);
        var mayAnswer = assessment.Allows(context.Caller, Permission.AnswerReturns);

        return new(await db.ShowReturns(returns, assessment.Status, mayAnswer, cancellationToken), null, new());
    }
}

internal static class ReturnQueries
{
    public static async Task<IReadOnlyList<ReturnDetails>> ShowReturns(
        this IComplianceDb db, IReadOnlyList<AssessmentReturn> returns, AssessmentStatus status, bool mayAnswer, CancellationToken cancellationToken)
    {
        var people = await db.AccountsOf(
            returns.SelectMany(each => each.Reasons.Select(reason => reason.ClosedBy?.Value).Append(each.RaisedBy.Value)), cancellationToken);
        mayAnswer &= status.IsFieldWork();

        return
        [
            .. returns.Select(each => new ReturnDetails(
                each.Id.Value,
                each.RaisedAt,
                people.GetValueOrDefault(each.RaisedBy.Value),
                each.Reasons.Count(reason => reason.IsOpen),
                [.. each.Reasons.OrderBy(reason => reason.Number).Select(reason => Show(reason, people, mayAnswer))])),
        ];
    }

    internal static ReturnReasonDetails Show(ReturnReason reason, IReadOnlyDictionary<Guid, AccountRef> people, bool mayAnswer) => new(
        reason.Id.Value,
        reason.Pointer,
        reason.Text,
        reason is { Answer: { } answer, ClosedAt: { } at, ClosedBy: { } by } ? new(answer, at, people.GetValueOrDefault(by.Value)) : null,
        mayAnswer && reason.IsOpen ? ["closeReturnReason"] : []);
}

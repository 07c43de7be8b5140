using Compliance.Application.Access;
using Compliance.Application.Accounts;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;

namespace Compliance.Application.Assessments;

/// <summary>Lists the unsettled conflicts of a sheet, oldest first.</summary>
[Needs(Permission.ReadAssessments)]
public sealed record ListConflicts(Guid AssessmentId) : IRequest<Page<ConflictLine>>;

/// <param name="Met">The version that was current when the conflicting answer arrived.</param>
/// <param name="Standing">The current answer.</param>
/// <param name="By">The account that sent the conflicting answer.</param>
public sealed record ConflictLine(
    Guid Id,
    AnswerInput Sent,
    int? BaseVersion,
    int Met,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? ObservedAt,
    string? Device,
    AccountRef? By,
    FormAnswer Standing);

internal sealed class ListConflictsHandler(IComplianceDb db, SheetQueries sheets) : IRequestHandler<ListConflicts, Page<ConflictLine>>
{
    public async Task<Page<ConflictLine>> Handle(ListConflicts request, CancellationToken cancellationToken)
    {
        var open = await sheets.Open(request.AssessmentId, cancellationToken);
        var accounts = await db.AccountsOf(open.Sheet.Conflicts.Select(conflict => conflict.By), cancellationToken);

        return new([.. open.Sheet.Conflicts.Select(conflict => Show(conflict, open, accounts))], null, new(Instrument: open.Known.Instrument.Code));
    }

    private static ConflictLine Show(OpenConflict conflict, OpenSheet open, IReadOnlyDictionary<Guid, AccountRef> accounts) => new(
        conflict.Sent.Id,
        AnswerInput.Of(conflict.Sent.Answer),
        conflict.Sent.BaseVersion,
        conflict.Standing,
        conflict.ReceivedAt,
        conflict.Sent.ObservedAt,
        conflict.Sent.Device,
        conflict.By is { } by ? accounts.GetValueOrDefault(by) : null,
        FormAnswer.Of(open.Sheet.CurrentAnswerFor(conflict)));
}

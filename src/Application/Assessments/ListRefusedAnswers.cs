using System.Text.Json;
using Compliance.Application.Access;
using Compliance.Application.Accounts;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;

namespace Compliance.Application.Assessments;

/// <summary>Lists the refused items that still have to be corrected or dismissed, oldest first.</summary>
[Needs(Permission.ReadAssessments)]
public sealed record ListRefusedAnswers(Guid AssessmentId, Paging Paging, Language Language) : IRequest<Page<RefusedLine>>;

/// <param name="Key">Identifies the refused item, even if it has no id.</param>
/// <param name="Item">The item as it was sent.</param>
/// <param name="Problem">What is wrong; its pointer is relative to the item.</param>
public sealed record RefusedLine(string Key, string? Id, JsonElement Item, RefusedProblem Problem, DateTimeOffset ReceivedAt, AccountRef? By);

public sealed record RefusedProblem(string Code, string Pointer, string Message);

internal sealed class ListRefusedAnswersHandler(IComplianceDb db, SheetQueries sheets) : IRequestHandler<ListRefusedAnswers, Page<RefusedLine>>
{
    public async Task<Page<RefusedLine>> Handle(ListRefusedAnswers request, CancellationToken cancellationToken)
    {
        var open = await sheets.Open(request.AssessmentId, cancellationToken);
        IEnumerable<RefusedItem> items = open.Sheet.Refused.OrderBy(item => item.ReceivedAt).ThenBy(item => item.Key, StringComparer.Ordinal);

        if (request.Paging.After is { } cursor)
        {
            var (at, key) = (cursor.Part<DateTimeOffset>(0), cursor.Parts[1]);
            items = items.Where(item => item.ReceivedAt > at || (item.ReceivedAt == at && string.CompareOrdinal(item.Key, key) > 0));
        }

        List<RefusedItem> page = [.. items.Take(request.Paging.Limit + 1)];
        var accounts = await db.AccountsOf(page.Select(item => item.By), cancellationToken);

        return request.Paging.Cut(
            page, item => Show(item, accounts, request.Language), item => new(item.ReceivedAt.ToString("O"), item.Key));
    }

    private static RefusedLine Show(RefusedItem item, IReadOnlyDictionary<Guid, AccountRef> accounts, Language language)
    {
        using var document = JsonDocument.Parse(item.Item);

        return new(
            item.Key,
            item.Id,
            document.RootElement.Clone(),
            new(item.Code, item.Pointer, item.Message.In(language)),
            item.ReceivedAt,
            item.By is { } by ? accounts.GetValueOrDefault(by) : null);
    }
}

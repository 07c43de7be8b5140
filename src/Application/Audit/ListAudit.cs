using System.Text.Json;
using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Audit;

namespace Compliance.Application.Audit;

/// <summary>Lists audit entries, newest first.</summary>
/// <param name="Resource">Such as <c>assessments/0198…</c> or <c>cycles/2026</c>.</param>
/// <param name="Actor">As in the response: <c>account:0198…</c>, <c>apiKey:0198…</c>, <c>program</c>, <c>anonymous</c>.</param>
/// <param name="UseCase">Such as <c>putAnswers</c>.</param>
[Needs(Permission.ReadAudit)]
public sealed record ListAudit(
    string? Resource, string? Actor, string? UseCase, DateTimeOffset? From, DateTimeOffset? To, Paging Paging) : IRequest<Page<AuditLine>>;

/// <param name="Actor">The value for the filter <c>actor</c>.</param>
/// <param name="ActorEmail">Null if the actor has none, or if it was erased.</param>
/// <param name="Session">The session or key that was used.</param>
/// <param name="Changes">The rows before and after, by column.</param>
/// <param name="Content">What was sent, if the changes do not show it.</param>
/// <param name="Personal">The personal data, by the account that it is about; null once it is erased.</param>
public sealed record AuditLine(
    Guid Id,
    DateTimeOffset At,
    string Resource,
    int Sequence,
    string UseCase,
    string Actor,
    string? ActorEmail,
    string? Session,
    string? Reason,
    JsonElement? Changes,
    JsonElement? Content,
    IReadOnlyDictionary<string, JsonElement?> Personal,
    string Hash);

internal sealed class ListAuditHandler(IComplianceDb db) : IRequestHandler<ListAudit, Page<AuditLine>>
{
    public async Task<Page<AuditLine>> Handle(ListAudit request, CancellationToken cancellationToken)
    {
        var entries = db.AuditEntries.AsNoTracking();
        entries = request.Resource is { } resource ? entries.Where(entry => entry.Resource == resource) : entries;
        entries = request.Actor is { } actor ? entries.Where(entry => entry.Actor == actor) : entries;
        entries = request.UseCase is { } useCase ? entries.Where(entry => entry.UseCase == useCase) : entries;
        entries = request.From is { } from ? entries.Where(entry => entry.At >= from) : entries;
        entries = request.To is { } to ? entries.Where(entry => entry.At < to) : entries;

        if (request.Paging.After is { } cursor)
        {
            var before = AuditEntryId.From(cursor.Part<Guid>(0));
            entries = entries.Where(entry => entry.Id < before);
        }

        var rows = await entries.OrderByDescending(entry => entry.Id).Take(request.Paging.Limit + 1).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.Id).ToList();
        var personal = (await db.PersonalData.AsNoTracking().Where(data => ids.Contains(data.EntryId)).ToListAsync(cancellationToken))
            .ToLookup(data => data.EntryId);
        var emails = await EmailsOf(rows, cancellationToken);

        return request.Paging.Cut(rows, row => Show(row, personal[row.Id], emails), row => new(row.Id.Value.ToString()));
    }

    private static AuditLine Show(AuditEntry entry, IEnumerable<PersonalData> personal, Dictionary<Guid, string> emails)
    {
        using var document = JsonDocument.Parse(entry.Payload);
        var payload = document.RootElement;
        var kept = personal.ToDictionary(data => data.Subject, data => data.Content);

        return new(
            entry.Id.Value,
            entry.At,
            entry.Resource,
            entry.Sequence,
            entry.UseCase,
            entry.Actor,
            IdOf(entry) is { } id ? emails.GetValueOrDefault(id) : null,
            Find(payload.GetProperty("actor"), "key")?.GetString(),
            Find(payload, "reason")?.GetString(),
            Find(payload, "changes")?.Clone(),
            Find(payload, "content")?.Clone(),
            Find(payload, "personal") is { } committed
                ? committed.EnumerateObject().ToDictionary(each => each.Name, each => kept.TryGetValue(each.Name, out var content) ? Parse(content) : null)
                : new Dictionary<string, JsonElement?>(),
            entry.Hash);
    }

    private static JsonElement? Parse(string json)
    {
        using var document = JsonDocument.Parse(json);

        return document.RootElement.Clone();
    }

    private static JsonElement? Find(JsonElement element, string name) => element.TryGetProperty(name, out var found) ? found : null;

    private static Guid? IdOf(AuditEntry entry) => Guid.TryParse(entry.Actor.AsSpan(entry.Actor.LastIndexOfAny([':', '#']) + 1), out var id) ? id : null;

    private async Task<Dictionary<Guid, string>> EmailsOf(List<AuditEntry> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(IdOf).OfType<Guid>().Distinct().Select(AccountId.From).ToList();

        return await db.Accounts.AsNoTracking().Where(account => ids.Contains(account.Id) && account.Email != null)
            .ToDictionaryAsync(account => account.Id.Value, account => account.Email!, cancellationToken);
    }
}

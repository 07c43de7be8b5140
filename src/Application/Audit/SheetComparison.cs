using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Compliance.Application.Assessments;
using Compliance.Domain.Assessments;
using Compliance.Domain.Audit;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Audit;

/// <summary>
/// Compares the current answers of sheets with the batches in the trail: each answer is one that a batch stored, and none was replaced or taken away since. Open
/// conflicts and refused answers are not compared.
/// </summary>
internal sealed class SheetComparison(IComplianceDb db)
{
    private const int Portion = 100;
    private const string Prefix = "assessments/";

    // The payload is canonical: this is how a change of the row of a sheet is written.
    private const string SheetChange = "\"table\":\"sheets\"";

    /// <summary>Deeper than any payload nests.</summary>
    private const int Deepest = 1100;

    private readonly List<LoggedSheet> waiting = [];
    private long differing;
    private RowDifference? first;

    public async Task Read(AuditEntry entry, CancellationToken cancellationToken)
    {
        if (!entry.Resource.StartsWith(Prefix, StringComparison.Ordinal) || !Guid.TryParse(entry.Resource.AsSpan(Prefix.Length), out var id))
        {
            return;
        }

        if (waiting.Count == 0 || waiting[^1].Id.Value != id)
        {
            await CompareIfMany(cancellationToken);
            waiting.Add(new(AssessmentId.From(id)));
        }

        if (BatchJson.UseCases.Contains(entry.UseCase))
        {
            waiting[^1].AddBatch(entry.Payload);
        }
        else if (entry.Payload.Contains(SheetChange, StringComparison.Ordinal))
        {
            waiting[^1].AddChange(entry.Payload);
        }
    }

    /// <returns>How many sheets differ, and the first of them.</returns>
    public async Task<(long Differing, RowDifference? First)> Finish(CancellationToken cancellationToken)
    {
        await Compare(cancellationToken);

        return (differing, first);
    }

    private Task CompareIfMany(CancellationToken cancellationToken) => waiting.Count < Portion ? Task.CompletedTask : Compare(cancellationToken);

    private async Task Compare(CancellationToken cancellationToken)
    {
        var ids = waiting.Select(logged => logged.Id).ToList();
        var sheets = await db.Sheets.IgnoreQueryFilters().AsNoTracking().Where(sheet => ids.Contains(sheet.AssessmentId)).ToDictionaryAsync(sheet => sheet.AssessmentId, cancellationToken);

        foreach (var logged in waiting)
        {
            // A sheet that is gone is missed with its row.
            if (sheets.TryGetValue(logged.Id, out var sheet) && logged.DifferenceOf(sheet) is { } difference)
            {
                first ??= difference;
                differing++;
            }
        }

        waiting.Clear();
    }

    /// <summary>What the batches of one sheet stored.</summary>
    private sealed class LoggedSheet(AssessmentId id)
    {
        private readonly Dictionary<Guid, (int Version, Answer Answer)> stored = [];
        private int version;
        private bool isUnreadable;

        public AssessmentId Id { get; } = id;

        /// <summary>Other use cases count a version of the sheet as well, so that a batch that was read before them conflicts; their entry has it among its changes.</summary>
        public void AddChange(string payload)
        {
            try
            {
                var changes = JsonNode.Parse(payload, documentOptions: new() { MaxDepth = Deepest })?["changes"]?.AsArray() ?? [];
                version = changes.Where(change => (string?)change?["table"] == "sheets").Select(change => (int?)change!["after"]?["version"]).LastOrDefault(after => after is not null) ?? version;
            }
            catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
            {
                isUnreadable = true;
            }
        }

        public void AddBatch(string payload)
        {
            if (TryRead(payload) is not { Answers: { } answers } batch)
            {
                // The trail itself is broken here, which its own verification reports.
                isUnreadable = true;

                return;
            }

            version = batch.SheetVersion;

            foreach (var item in answers.Where(item => item is { Outcome: PutOutcome.Stored, Sent.Answer: not null, Version: not null }))
            {
                stored[item.Sent!.Id] = (item.Version!.Value, item.Sent.Answer);
            }
        }

        public RowDifference? DifferenceOf(SheetRow sheet)
        {
            if (isUnreadable)
            {
                return null;
            }

            if (sheet.Version != version)
            {
                return Differing("version", Text(version), Text(sheet.Version));
            }

            return HasAnswers(sheet) ? null : Differing("answers", null, null);
        }

        private static AnswerBatch? TryRead(string payload)
        {
            try
            {
                return BatchJson.Read(payload).Content;
            }
            catch (JsonException)
            {
                return null;
            }
        }

        /// <summary>An answer of version n replaced n - 1 earlier ones, so that the versions add up to the number of answers that were stored.</summary>
        private bool HasAnswers(SheetRow sheet)
        {
            try
            {
                return sheet.Answers.Sum(answer => answer.Version) == stored.Count && sheet.Answers.All(IsLogged);
            }
            catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException or ArgumentException or OverflowException)
            {
                return false;
            }
        }

        private bool IsLogged(StoredAnswer answer) =>
            stored.TryGetValue(answer.Id, out var logged) && logged.Version == answer.Version && logged.Answer.SaysTheSameAs(answer.Answer);

        private RowDifference Differing(string column, string? inTrail, string? inTable) => new("sheets", Id.Value.ToString(), column, inTrail, inTable);

        private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}

using System.Text.Json;
using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

/// <summary>
/// The members of a payload that other columns repeat. A member that is absent or of the wrong kind
/// is null and equals no column.
/// </summary>
/// <param name="Personal">Commitments by subject.</param>
internal sealed record Payload(
    string? Id,
    string? Resource,
    int? Sequence,
    string? At,
    string? UseCase,
    string? Actor,
    string? Previous,
    IReadOnlyDictionary<string, string?> Personal)
{
    // The length of a payload without its fragments; the buffer grows if that is not enough.
    private const int Frame = 1024;

    public static string Write(AuditRecord record, string resource, int sequence, string previous) =>
        new CanonicalObject(Frame + (record.Changes?.Length ?? 0) + (record.Content?.Length ?? 0))
            .Json("actor", record.Actor.ToJson())
            .Text("at", Instants.Write(record.At))
            .Json("changes", record.Changes)
            .Json("content", record.Content)
            .Text("id", record.Id.Value.ToString())
            .Json("personal", Commitments(record))
            .Text("previous", previous)
            .Text("reason", record.Reason)
            .Text("resource", resource)
            .Number("sequence", sequence)
            .Text("useCase", record.UseCase)
            .Close();

    /// <summary>Returns null if the text is not exactly canonical.</summary>
    /// <param name="bytes">The same text in UTF-8.</param>
    public static Payload? Read(string text, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            // One level deeper than the recorded content, which is a member here.
            using var document = JsonDocument.Parse(bytes, new() { MaxDepth = CanonicalJson.Depth + 1 });

            return CanonicalJson.Of(document.RootElement) == text ? Read(document.RootElement) : null;
        }
        catch (Exception malformed) when (malformed is JsonException or ArgumentException)
        {
            // The verifier reads input that may have been tampered with, and needs a result instead of an exception.
            return null;
        }
    }

    private static Payload Read(JsonElement root) => new(
        TextOf(root, "id"),
        TextOf(root, "resource"),
        Member(root, "sequence") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var sequence) ? sequence : null,
        TextOf(root, "at"),
        TextOf(root, "useCase"),
        Member(root, "actor") is { } actor ? ActorOf(actor)?.ToKey() : null,
        TextOf(root, "previous"),
        Member(root, "personal") is { ValueKind: JsonValueKind.Object } personal
            ? personal.EnumerateObject().ToDictionary(member => member.Name, member => AsText(member.Value))
            : []);

    private static Actor? ActorOf(JsonElement actor) =>
        TextOf(actor, "kind") is { } kind ? new(kind, TextOf(actor, "id"), TextOf(actor, "issuer"), TextOf(actor, "key")) : null;

    private static string? TextOf(JsonElement parent, string name) => Member(parent, name) is { } member ? AsText(member) : null;

    private static string? AsText(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : null;

    private static string? Commitments(AuditRecord record)
    {
        if (record.Personal.Count == 0)
        {
            return null;
        }

        var commitments = new CanonicalObject();
        string? last = null;

        foreach (var data in record.Personal.OrderBy(data => data.Subject, StringComparer.Ordinal))
        {
            if (data.EntryId != record.Id || data.Subject == last || data.TryCommit() is not { } commitment)
            {
                throw new ArgumentException($"The personal data of '{data.Subject}' are not this entry's, come twice or are malformed.", nameof(record));
            }

            commitments.Text(data.Subject, commitment);
            last = data.Subject;
        }

        return commitments.Close();
    }
}

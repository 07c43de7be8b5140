using FsCheck;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>Values seen in answers, by the member that held them, so that later requests ask for what is really there.</summary>
internal sealed class Harvest
{
    /// <summary>Examples of answers that fit an observation, as raw JSON without id and version.</summary>
    public const string Answers = "answers of a form";

    public const string ETags = "ETag";

    /// <summary>The code that documents of instruments carry until they get one of their own.</summary>
    public const string CodeOfDocuments = "code of a document";

    private const int MostOfAKind = 300;
    private const int MostDocuments = 4;
    private const int Longest = 400;
    private const int MostOfAList = 500;

    private readonly Dictionary<string, List<string>> values = [];
    private readonly Dictionary<string, int> taken = [];

    /// <summary>Instruments to publish, near those that were read.</summary>
    public List<Gen<string>> Documents { get; } = [];

    public IReadOnlyList<string> Of(string kind) => values.GetValueOrDefault(kind) ?? [];

    /// <summary>The value of a kind that a number leads to, or nothing where none was seen yet.</summary>
    public string? Any(string kind, int number) => Of(kind) is { Count: > 0 } seen ? seen[number % seen.Count] : null;

    /// <summary>What an answer shows. Its own members are kept by the kind of thing they belong to, all others by name alone.</summary>
    public void Take(ApiOperation? operation, Reply reply)
    {
        if (reply.Headers.ETag is { } etag)
        {
            Keep(ETags, etag.ToString());
        }

        if (operation is null || reply.Status is not (HttpStatusCode.OK or HttpStatusCode.Created) || reply.Text.Length == 0)
        {
            return;
        }

        // The audit's export is lines of JSON, of which nothing is needed.
        if (reply.ContentHeaders.ContentType?.MediaType != "application/json")
        {
            return;
        }

        var root = reply.Json;

        if (operation.Id == "getInstrument" && Documents.Count < MostDocuments)
        {
            Documents.Add(JsonExamples.Near(JsonSerializer.SerializeToElement(Instruments.Copy(root, CodeOfDocuments))));
        }

        Take(operation.Resource, root);

        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in items.EnumerateArray().Take(MostOfAList))
            {
                Take(operation.Resource, item);
                TakeAnswer(item);
            }
        }
    }

    private void Take(string resource, JsonElement thing)
    {
        if (thing.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var member in thing.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            {
                Keep($"{resource}.{member.Name}", member.Value.ToString());
                Keep(member.Name, member.Value.ToString());
            }
            else if (member.Value.ValueKind == JsonValueKind.Object)
            {
                Take(member.Name, member.Value);
            }
        }
    }

    private void TakeAnswer(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("lowest", out _) && item.TryGetProperty("indicator", out _))
        {
            Keep(Answers, Sheets.BestOfItem(item).ToJsonString());
        }
    }

    /// <summary>Once a kind is full, the new displaces the old one by one.</summary>
    private void Keep(string kind, string value)
    {
        var seen = values.TryGetValue(kind, out var known) ? known : values[kind] = [];

        if (value.Length is 0 or > Longest || seen.Contains(value))
        {
            return;
        }

        if (seen.Count < MostOfAKind)
        {
            seen.Add(value);
        }
        else
        {
            seen[taken[kind] % MostOfAKind] = value;
        }

        taken[kind] = taken.GetValueOrDefault(kind) + 1;
    }
}

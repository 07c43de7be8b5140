using System.Globalization;

namespace Compliance.LongRun.Tests.FieldWork;

/// <summary>Some observations of a form, so few that two devices meet often; and answers to them, right ones and wrong ones.</summary>
internal sealed class Questions
{
    private const int Asked = 120;
    private const string Earliest = "1970-01-01T00:00:00Z";
    private const string Latest = "2038-01-19T03:14:07Z";

    private static readonly DateTime Morning = new(2026, 5, 12, 1, 0, 0, DateTimeKind.Utc);

    private readonly Dictionary<Place, JsonElement> items;

    /// <param name="form">All items; whatever is not a level, which is rare, is asked always.</param>
    public Questions(IReadOnlyList<JsonElement> form, Random random)
    {
        var drawn = form.ToArray();
        random.Shuffle(drawn);
        items = drawn.OrderBy(item => item.Text("kind") == "level").Take(Asked).ToDictionary(Place.Of);
        Places = [.. items.Keys];
    }

    public IReadOnlyList<Place> Places { get; }

    public SentItem Right(Place place, int seen, string id, string device, Random random) =>
        SentItem.Of(Complete(Answer(place, random), id, seen, device, random), Fit.Right);

    /// <summary>Two answers to one observation that belong into the same batch.</summary>
    public IReadOnlyList<SentItem> Two(Place place, int seen, string device, Random random) =>
    [
        .. Enumerable.Range(0, 2).Select(_ => SentItem.Of(Complete(Answer(place, random), NewId(random), seen, device, random), Fit.Twice)),
    ];

    /// <summary>Wrong in one of the ways in which an item can be.</summary>
    public SentItem Wrong(Place place, int seen, string device, Random random)
    {
        var item = Complete(Answer(place, random), NewId(random), seen, device, random);

        switch (random.Next(7))
        {
            case 0:
                Say(item, "level", 99);
                break;
            case 1:
                Say(item, "number", -7);
                break;
            case 2:
                item["indicator"] = "input.nothing.ofTheKind";
                break;
            case 3:
                item["subject"] = "product:99";
                break;
            case 4:
                Say(item, "level", "three");
                break;
            case 5:
                item["id"] = $"tablet-{random.Next()}";
                break;
            default:
                item["reason"] = NewId(random);
                item.Remove("id");
                break;
        }

        return SentItem.Of(item, Fit.Wrong);
    }

    public static string NewId(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);

        return new Guid(bytes).ToString();
    }

    /// <summary>Members that say nothing are left out, as the program keeps it.</summary>
    private static JsonObject Complete(JsonObject answer, string id, int seen, string device, Random random)
    {
        answer["id"] = id;
        answer["device"] = device;

        if (seen > 0)
        {
            answer["baseVersion"] = seen;
        }

        if (random.Next(20) is var hour and < 18)
        {
            answer["observedAt"] = hour switch
            {
                0 => Earliest,
                1 => Latest,
                _ => Morning.AddSeconds(random.Next(100_000)).ToString("s", CultureInfo.InvariantCulture) + "Z",
            };
        }

        return answer;
    }

    private static void Say(JsonObject item, string member, JsonNode value)
    {
        foreach (var said in new[] { "level", "number", "checked", "notApplicable", "reason" })
        {
            item.Remove(said);
        }

        item[member] = value;
    }

    private JsonObject Answer(Place place, Random random)
    {
        var item = items[place];
        var answer = new JsonObject { ["indicator"] = place.Indicator, ["subject"] = place.Subject };

        if (place.Technique is { } technique)
        {
            answer["technique"] = technique;
        }

        if (item.Flag("notApplicable") && random.Next(6) == 0)
        {
            answer["notApplicable"] = true;
            answer["reason"] = $"Tidak ada layanan itu ({random.Next(3)}).";

            return answer;
        }

        switch (item.Text("kind"))
        {
            case "level":
                answer["level"] = random.Next(item.At("lowest").GetInt32(), item.At("highest").GetInt32() + 1);
                break;
            case "number":
                answer["number"] = random.Next((int)item.Number("lowest")!.Value * 4, ((int)item.Number("highest")!.Value * 4) + 1) / 4m;
                break;
            default:
                var options = item.Items("options").Select(option => option.Text("code")!).ToArray();
                random.Shuffle(options);
                answer["checked"] = new JsonArray([.. options.Take(random.Next(options.Length + 1)).Select(option => (JsonNode)option)]);
                break;
        }

        return answer;
    }
}

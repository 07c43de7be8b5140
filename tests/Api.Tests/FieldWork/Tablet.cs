using System.Security.Cryptography;

namespace Compliance.Api.Tests.FieldWork;

/// <summary>
/// A device in the field. It is given the text of one form and knows nothing else: it has no way to ask. What it observes
/// it keeps, until somebody carries it to the network.
/// </summary>
internal sealed class Tablet(string form, string name)
{
    private readonly JsonElement form = JsonDocument.Parse(form).RootElement;
    private readonly Dictionary<(string Indicator, string Subject), JsonObject> outbox = [];
    private readonly List<Snapshot> snapshots = [];

    public IReadOnlyList<JsonElement> Items => form.Items();

    /// <summary>What waits to be sent.</summary>
    public IReadOnlyCollection<JsonObject> Outbox => outbox.Values;

    public IReadOnlyList<Snapshot> Snapshots => snapshots;

    /// <summary>Keeps an answer to an item of the form. What was not sent yet may be said anew.</summary>
    public JsonObject Observe(JsonElement item, JsonObject answer, DateTimeOffset at)
    {
        var sent = Sheets.Sent(answer, baseVersion: item.Absent("answer") ? null : (int)item.Number("answer/version")!);
        sent["observedAt"] = at.ToString("O");
        sent["device"] = name;
        outbox[PlaceOf(sent)] = sent;

        return sent;
    }

    /// <summary>Keeps a photo that proves some of the observations; its hash tells later whether it came over whole.</summary>
    public Snapshot Photograph(byte[] photo, IEnumerable<JsonElement> items, DateTimeOffset at)
    {
        var snapshot = new Snapshot(
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            photo,
            Convert.ToHexStringLower(SHA256.HashData(photo)),
            [.. items.Select(item => (item.Text("indicator")!, item.Text("subject")!))],
            at);
        snapshots.Add(snapshot);

        return snapshot;
    }

    /// <summary>
    /// The score of the local sheet once everything is answered, by the form's own method: the mean of the achievements of
    /// an indicator's observations, times its part of its variable's weight, added up and rounded once.
    /// </summary>
    public decimal Score() => decimal.Round(
        (from dimension in form.Items("method/dimensions")
         from variable in dimension.Items("variables")
         let shares = variable.Items("indicators").Sum(indicator => indicator.Number("share")!.Value)
         from indicator in variable.Items("indicators")
         select variable.Number("weight")!.Value * indicator.Number("share")!.Value / shares * Mean(indicator)).Sum(),
        2,
        MidpointRounding.AwayFromZero);

    /// <summary>The category and the zone of a score, by the form's own bands.</summary>
    public (string? Category, string? Zone) OutcomeOf(decimal score)
    {
        var band = form.Items("method/bands").Single(each => score >= each.Number("from") && score <= each.Number("to"));

        return (band.Text("category"), band.Text("zone"));
    }

    private decimal Mean(JsonElement indicator) => Items.Where(item => item.Text("indicator") == indicator.Text("code")).Average(item => Achievement(indicator, item));

    private decimal Achievement(JsonElement indicator, JsonElement item)
    {
        var answer = outbox.TryGetValue((item.Text("indicator")!, item.Text("subject")!), out var local)
            ? JsonSerializer.SerializeToElement(local)
            : item.At("answer");

        return item.Text("kind") switch
        {
            "level" => Between(indicator, answer.Number("level")!.Value, "levels/lowest", "levels/highest"),
            "number" => Between(indicator, answer.Number("number")!.Value, "number/worst", "number/best"),
            _ => (decimal)answer.Items("checked").Count / indicator.Items("options").Count,
        };
    }

    private static decimal Between(JsonElement indicator, decimal value, string worst, string best) =>
        (value - indicator.Number(worst)!.Value) / (indicator.Number(best)!.Value - indicator.Number(worst)!.Value);

    private static (string, string) PlaceOf(JsonObject answer) => (answer["indicator"]!.GetValue<string>(), answer["subject"]!.GetValue<string>());
}

/// <param name="Id">Of the piece of evidence that it becomes.</param>
/// <param name="Upload">Of its way there.</param>
internal sealed record Snapshot(
    Guid Id, Guid Upload, byte[] Bytes, string Sha256, IReadOnlyList<(string Indicator, string Subject)> Places, DateTimeOffset CapturedAt);

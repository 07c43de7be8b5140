namespace Compliance.LongRun.Tests.FieldWork;

/// <summary>What a device puts at once; the same text however often it is sent.</summary>
internal sealed class Batch(IReadOnlyList<SentItem> items)
{
    public IReadOnlyList<SentItem> Items => items;

    public bool WasSent { get; set; }

    public string Body { get; } = $$"""{"answers":[{{string.Join(',', items.Select(item => item.Json))}}]}""";

    /// <exception cref="AssertionException">The answer does not name the items in their order.</exception>
    public IReadOnlyList<Acknowledged> Read(JsonElement answer)
    {
        var outcomes = answer.Items();
        outcomes.Select(each => each.Word("id")).Should().Equal(items.Select(item => item.Key.StartsWith("without id", StringComparison.Ordinal) ? null : item.Key));

        return
        [
            .. items.Zip(outcomes, (item, each) => new Acknowledged(
                item, each.Text("outcome")!, each.Whole("version"), each.Absent("problem") ? null : each.Text("problem/code"))),
        ];
    }
}

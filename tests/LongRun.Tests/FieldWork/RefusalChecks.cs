namespace Compliance.LongRun.Tests.FieldWork;

/// <summary>
/// Whether what was refused waits to be mended, once, as it was sent, until it is mended. Where a request was lost sight
/// of, it may have come between any two whose answers were read.
/// </summary>
internal static class RefusalChecks
{
    public static IEnumerable<string> Complaints(SheetBook book, FoundSheet found)
    {
        var waiting = found.Refused.ToLookup(each => each.Key);
        var told = book.Acknowledged.ToLookup(each => each.Item.Key);

        return
        [
            .. told.SelectMany(group => OfOne(group.Key, [.. group], [.. waiting[group.Key]], book.WasAdrift(group.Key))),
            .. found.Refused.Where(each => !told[each.Key].Any(word => word.Outcome == "rejected" && IsThat(word, each)))
                .Select(each => $"{each} waits to be mended and was never told to be refused so."),
        ];
    }

    /// <summary>
    /// The first success of an id mends what was refused under it before, for good; what was refused after it waits, and of
    /// several attempts the newest. Repetitions change neither.
    /// </summary>
    private static IEnumerable<string> OfOne(string key, List<Acknowledged> words, List<FoundRefusal> waiting, bool wasAdrift)
    {
        var success = words.FindIndex(word => word.Outcome != "rejected");
        var attempts = words.Index().Where(pair => pair.Item.Outcome == "rejected").DistinctBy(pair => (pair.Item.Item.Json, pair.Item.Code)).ToList();
        var isSure = !wasAdrift || (success < 0 && attempts.Count == 1);
        var open = attempts.Where(pair => success < pair.Index).Select(pair => pair.Item).LastOrDefault();

        if (open is not null && isSure && !waiting.Exists(each => IsThat(open, each)))
        {
            yield return $"{key} was refused ({open.Code}) and does not wait to be mended.";
        }

        if (open is null && isSure && waiting.Count > 0)
        {
            yield return $"{key} waits to be mended and was {words[^1].Outcome}.";
        }

        if (waiting.Count > 1)
        {
            yield return $"{key} waits to be mended {waiting.Count} times.";
        }
    }

    private static bool IsThat(Acknowledged word, FoundRefusal each) =>
        word.Code == each.Code && JsonNode.DeepEquals(JsonNode.Parse(word.Item.Json), JsonNode.Parse(each.Json));
}

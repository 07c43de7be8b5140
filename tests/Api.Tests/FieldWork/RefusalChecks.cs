namespace Compliance.Api.Tests.FieldWork;

/// <summary>
/// Whether what was refused waits to be mended, once, as it was sent, until it is mended. The last word about an id
/// counts; where one of its requests was lost sight of, that one may have come later than the last that was read.
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

    private static IEnumerable<string> OfOne(string key, List<Acknowledged> words, List<FoundRefusal> waiting, bool wasAdrift)
    {
        var isOpen = words[^1].Outcome == "rejected";
        var isSure = !wasAdrift || words.All(word => word.Outcome == "rejected");

        if (isOpen && isSure && !waiting.Exists(each => IsThat(words[^1], each)))
        {
            yield return $"{key} was refused ({words[^1].Code}) and does not wait to be mended.";
        }

        if (!isOpen && isSure && waiting.Count > 0)
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

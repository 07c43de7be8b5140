namespace Compliance.LongRun.Tests.FieldWork;

/// <summary>Whether every outcome that was read is explained by the history, and every line of the history was told to its device.</summary>
internal static class OutcomeChecks
{
    public static IEnumerable<string> Complaints(SheetBook book, FoundSheet found)
    {
        var stored = found.Events.Where(each => each.Outcome == "stored").ToLookup(each => each.Key);
        var versions = found.Events.Where(each => each.Outcome == "stored").ToLookup(each => (each.Place, each.Version));
        var confirmed = found.Events.Where(each => each is { Outcome: "unchanged", IsSettlement: false }).ToLookup(each => each.Key);
        var told = book.Acknowledged.Select(each => each.Item.Key).ToHashSet();

        return
        [
            .. book.Acknowledged.SelectMany(each => OfOne(each, stored, confirmed, versions)),
            .. book.Acknowledged.Where(each => each.Outcome == "stored").GroupBy(each => each.Item.Key).Where(group => group.Count() > 1)
                .Select(group => $"{group.Key} was acknowledged as stored {group.Count()} times."),
            .. found.Events.Where(each => !told.Contains(each.Key)).Select(each => $"{each.Key} is in the history and nobody was ever told."),
        ];
    }

    private static IEnumerable<string> OfOne(
        Acknowledged each, ILookup<string, FoundEvent> stored, ILookup<string, FoundEvent> confirmed, ILookup<(Place, int?), FoundEvent> versions)
    {
        var explained = each.Outcome switch
        {
            "stored" => stored[each.Item.Key].Any(line => (line.Version, line.Said, line.IsSettlement) == (each.Version, each.Item.Said, false)),
            "unchanged" => stored[each.Item.Key].Any(line => line.Version <= each.Version && line.Said == each.Item.Said)
                || versions[(each.Item.Place, each.Version)].Any(line => line.Said == each.Item.Said)
                || confirmed[each.Item.Key].Any(line => line.Version <= each.Version && line.Said == each.Item.Said
                    && versions[(each.Item.Place, line.Version)].Any(stood => stood.Said == line.Said)),
            "conflict" => versions[(each.Item.Place, each.Version)].Any(),
            _ => true,
        };

        if (!explained)
        {
            yield return $"Acknowledged was {each.Outcome} {each.Version} of {each.Item.Key} at {each.Item.Place}, and the history has it not so.";
        }

        if (each.Outcome == "rejected" ? each.Item.Fit == Fit.Right || (each.Item.Fit == Fit.Twice && each.Code != "duplicateAnswer") : each.Item.Fit == Fit.Wrong)
        {
            yield return $"{each.Item.Fit} is {each.Item.Json}, and yet {each.Outcome} {each.Code}.";
        }
    }
}

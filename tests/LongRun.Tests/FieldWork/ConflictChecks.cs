namespace Compliance.LongRun.Tests.FieldWork;

/// <summary>Whether every conflict is seen by who has to decide it, once, until it is decided, once.</summary>
internal static class ConflictChecks
{
    public static IEnumerable<string> Complaints(SheetBook book, FoundSheet found)
    {
        var met = found.Events.Where(each => each.Outcome == "conflict").ToLookup(each => each.Key);
        var settled = found.Events.Where(each => each.IsSettlement).ToLookup(each => each.Key);
        var open = found.Conflicts.ToLookup(each => each.Key);
        var told = book.Acknowledged.Where(each => each.Outcome == "conflict").ToLookup(each => each.Item.Key);

        return
        [
            .. told.Select(group => group.Key).Union(met.Select(group => group.Key)).Union(open.Select(group => group.Key))
                .Where(key => (met[key].Count(), open[key].Count() + settled[key].Count()) != (1, 1))
                .Select(key => $"{key} is in conflict {met[key].Count()} times, open {open[key].Count()} times and settled {settled[key].Count()} times."),
            .. told.Where(group => group.Any(each => each.Code == "conflictSettled") && !settled[group.Key].Any(each => each.Outcome == "unchanged"))
                .Select(group => $"{group.Key} was said to be settled, and the history does not say so."),
            .. found.Conflicts.Where(each => !met[each.Key].Any(line => (line.Version, line.Base, line.Said) == (each.Met, each.Base, each.Said)))
                .Select(each => $"{each} is open and not as it came."),
            .. found.Events.Where(each => each.IsSettlement && book.Decided.GetValueOrDefault(each.Key) != KeptBy(each))
                .Select(each => $"{each.Key} is settled as nobody decided: {each}."),
            .. book.Settled.Where(pair => !settled[pair.Key].Any(each => each.Version == pair.Value))
                .Select(pair => $"Acknowledged was the settlement of {pair.Key} at version {pair.Value}, and the history has it not so."),
        ];
    }

    private static string KeptBy(FoundEvent settlement) => settlement.Outcome == "stored" ? "sent" : "standing";
}

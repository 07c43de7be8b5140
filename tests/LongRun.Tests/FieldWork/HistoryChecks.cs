namespace Compliance.LongRun.Tests.FieldWork;

/// <summary>Whether the history is one order of what was sent, and ends in what stands.</summary>
internal static class HistoryChecks
{
    public static IEnumerable<string> Complaints(SheetBook book, FoundSheet found) =>
    [
        .. found.Events.GroupBy(each => each.Place).SelectMany(OfOrder),
        .. found.Events.SelectMany(each => OfOrigin(book, each)),
        .. found.Events.Where(each => each.Outcome == "stored").GroupBy(each => each.Key).Where(group => group.Count() > 1)
            .Select(group => $"{group.Key} is stored {group.Count()} times."),
        .. OfStanding(found),
    ];

    /// <summary>Versions run from 1 without gap; whatever else happened names the version that stood then, and was late for it.</summary>
    private static IEnumerable<string> OfOrder(IGrouping<Place, FoundEvent> place)
    {
        var version = 0;

        foreach (var each in place)
        {
            if (each.Outcome == "stored" && each.Version != ++version)
            {
                yield return $"{place.Key}: version {each.Version} of {each.Key} follows {version - 1}.";
            }

            if (each.Outcome is "conflict" or "unchanged" && each.Version != version)
            {
                yield return $"{place.Key}: {each.Key} met version {each.Version} while {version} stood.";
            }

            if (!each.IsSettlement && each.Outcome == "stored" && each.Version != (each.Base ?? 0) + 1)
            {
                yield return $"{place.Key}: {each.Key} had seen {each.Base} and became version {each.Version}.";
            }

            if (each.Outcome == "conflict" && each.Version <= (each.Base ?? 0))
            {
                yield return $"{place.Key}: {each.Key} had seen {each.Base} and yet is in conflict with {each.Version}.";
            }
        }
    }

    /// <summary>Every line is what a device sent, and its outcome was told in the end.</summary>
    private static IEnumerable<string> OfOrigin(SheetBook book, FoundEvent each)
    {
        if (book.WasDropped(each.Key) || book.SentUnder(each.Key).Count == 0)
        {
            yield return $"{each.Key} is in the history and was never sent.";
        }
        else if (!book.SentUnder(each.Key).Any(item => IsThat(item, each)))
        {
            yield return $"{each.Key} is in the history with another content than was sent: {each}.";
        }
    }

    private static bool IsThat(SentItem item, FoundEvent each) =>
        (item.Place, item.Said, item.Base, item.ObservedAt, item.Device) == (each.Place, each.Said, each.Base, each.ObservedAt, each.Device);

    private static IEnumerable<string> OfStanding(FoundSheet found)
    {
        var last = found.Events.Where(each => each.Outcome == "stored").GroupBy(each => each.Place)
            .Select(group => group.MaxBy(each => each.Version)!)
            .Select(each => new FoundAnswer(each.Place, each.Key, each.Version ?? 0, each.Said)).ToList();

        return
        [
            .. last.Except(found.Standing).Select(answer => $"{answer} is the last of the history and does not stand."),
            .. found.Standing.Except(last).Select(answer => $"{answer} stands and is not the last of the history."),
            .. found.Standing.GroupBy(answer => answer.Place).Where(group => group.Count() > 1).Select(group => $"{group.Key} stands twice."),
        ];
    }
}

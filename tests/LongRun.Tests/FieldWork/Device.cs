namespace Compliance.LongRun.Tests.FieldWork;

/// <summary>
/// A device in the field: it answers by its own copy of the sheet, and sends what it has when it happens to. All of its
/// choices follow from its seed and from what it is answered.
/// </summary>
internal sealed class Device(FieldRun run, FieldSheet sheet, string name, int seed)
{
    private const int MostKept = 40;

    private readonly Random random = new(seed);
    private readonly Dictionary<Place, int> known = [];
    private readonly List<Batch> outbox = [];
    private readonly List<Batch> finished = [];
    private readonly Queue<SentItem> refused = [];

    public async Task Work(int batches)
    {
        for (var made = 0; made < batches; made++)
        {
            Make();

            // What stays waits for another turn: it is late, and comes after what was made after it.
            while (outbox.Count > random.Next(5))
            {
                await Send(outbox[random.Next(3) == 0 ? random.Next(outbox.Count) : 0]);
            }

            if (finished.Count > 0 && random.Next(7) == 0)
            {
                run.Tally.Count("sent again though answered");
                await Send(finished[random.Next(finished.Count)]);
            }

            if (random.Next(4) == 0)
            {
                await ReadForm();
            }
        }

        while (outbox.Count > 0)
        {
            await Send(outbox[random.Next(outbox.Count)]);
        }
    }

    private void Make()
    {
        var places = sheet.Questions.Places.ToArray();
        random.Shuffle(places);
        var size = random.Next(100) == 0 ? places.Length : random.Next(1, 9);
        var batch = new Batch([.. places.Take(size).SelectMany(Items)]);
        run.Tally.Count("batches made");

        if (random.Next(30) == 0)
        {
            run.Tally.Count("batches dropped");
            sheet.Book.Drop(batch.Items.Where(item => sheet.Book.SentUnder(item.Key).Count == 0));
        }
        else
        {
            outbox.Add(batch);
        }
    }

    private IReadOnlyList<SentItem> Items(Place place)
    {
        var seen = known.GetValueOrDefault(place);

        return random.Next(40) switch
        {
            0 or 1 => [sheet.Questions.Wrong(place, seen, name, random)],
            2 => sheet.Questions.Two(place, seen, name, random),
            3 or 4 or 5 when refused.TryDequeue(out var wrong) => [sheet.Questions.Right(place, seen, wrong.Key, name, random)],
            _ => [sheet.Questions.Right(place, seen, Questions.NewId(random), name, random)],
        };
    }

    /// <summary>Sometimes as a network doubles it: twice, at the same time.</summary>
    private async Task Send(Batch batch)
    {
        if (!batch.WasSent)
        {
            batch.WasSent = true;
            sheet.Book.Send(batch.Items);
            run.CountFirst();
        }

        var before = new Dictionary<Place, int>(known);
        var sendings = Enumerable.Range(0, random.Next(15) == 0 ? 2 : 1).Select(_ => Once(batch)).ToList();
        run.Tally.Count("sent twice at once", sendings.Count - 1);

        foreach (var words in (await Task.WhenAll(sendings)).OfType<IReadOnlyList<Acknowledged>>())
        {
            Learn(words, before);
            outbox.Remove(batch);
            Keep(batch, words);
        }
    }

    private async Task<IReadOnlyList<Acknowledged>?> Once(Batch batch)
    {
        var patience = random.Next(20) switch { 0 or 1 => Patience.HangsUp, 2 or 3 => Patience.LosesNetwork, _ => Patience.Reads };
        run.Tally.Count("requests");
        var reply = await run.Client.Send(sheet.Assessor, HttpMethod.Put, $"{sheet.Path}/answers", batch.Body, patience, random.Next(30));
        run.CountRequest();

        if (reply is null)
        {
            run.Tally.Count(patience switch
            {
                Patience.HangsUp => "answers never read",
                Patience.LosesNetwork => "connections cut",
                _ => "requests that died with the program",
            });
            sheet.Book.LoseSightOf(batch.Items);

            return null;
        }

        if (reply.Status != HttpStatusCode.OK)
        {
            run.Tally.Count($"answered {(int)reply.Status}");

            if (reply.Status != HttpStatusCode.Conflict)
            {
                sheet.Book.Complain($"A batch was answered by {(int)reply.Status} {reply.Text}");
                sheet.Book.LoseSightOf(batch.Items);
            }

            return null;
        }

        return batch.Read(reply.Json);
    }

    /// <summary>A device looks at what stands, and answers on top of it from then on. Versions never fall.</summary>
    private void Learn(IReadOnlyList<Acknowledged> words, Dictionary<Place, int> before)
    {
        sheet.Book.Acknowledge(words);

        foreach (var word in words)
        {
            run.Tally.Count(word.Outcome);

            if (word.Version is { } version)
            {
                Learn(word.Item.Place, version, before);
            }
        }
    }

    private void Learn(Place place, int version, Dictionary<Place, int> before)
    {
        if (version < before.GetValueOrDefault(place))
        {
            sheet.Book.Complain($"{place} was at version {before[place]}, {name} knew, and is said to be at {version}.");
        }

        known[place] = Math.Max(known.GetValueOrDefault(place), version);
    }

    private void Keep(Batch batch, IReadOnlyList<Acknowledged> words)
    {
        if (!finished.Contains(batch))
        {
            finished.Add(batch);

            // Those that have a proper id may be mended under it.
            foreach (var word in words.Where(word => word.Outcome == "rejected" && word.Item.Fit == Fit.Wrong && Guid.TryParse(word.Item.Key, out _)))
            {
                refused.Enqueue(word.Item);
            }
        }

        if (finished.Count > MostKept)
        {
            finished.RemoveAt(random.Next(MostKept));
        }
    }

    private async Task ReadForm()
    {
        var before = new Dictionary<Place, int>(known);

        foreach (var item in (await run.Client.Read(sheet.Assessor, $"{sheet.Path}/form")).Items().Where(item => !item.Absent("answer")))
        {
            Learn(Place.Of(item), item.At("answer/version").GetInt32(), before);
        }
    }
}

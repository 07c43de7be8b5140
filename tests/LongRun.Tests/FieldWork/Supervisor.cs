using System.Threading.Channels;

namespace Compliance.LongRun.Tests.FieldWork;

/// <summary>The head of the office, who looks at a sheet now and then and settles some of its conflicts.</summary>
internal sealed class Supervisor(FieldRun run, IReadOnlyList<FieldSheet> sheets, int seed)
{
    private const string Name = "head.riau";

    private readonly Random random = new(seed);

    /// <param name="visits">Each is a reason to look.</param>
    public async Task Work(ChannelReader<int> visits)
    {
        await foreach (var _ in visits.ReadAllAsync())
        {
            await Visit(sheets[random.Next(sheets.Count)]);
        }
    }

    private async Task Visit(FieldSheet sheet)
    {
        var open = (await run.Client.Read(Name, $"{sheet.Path}/conflicts")).Items().Select(item => item.Text("id")!).ToArray();
        random.Shuffle(open);

        foreach (var conflict in open.Take(random.Next(16)))
        {
            await Settle(sheet, conflict);
        }
    }

    /// <summary>Decided once; where nobody knows whether it was heard, the same is said again.</summary>
    private async Task Settle(FieldSheet sheet, string conflict)
    {
        var keep = sheet.Book.Decided.GetValueOrDefault(conflict) ?? (random.Next(2) == 0 ? "sent" : "standing");
        var wasTried = sheet.Book.Decide(conflict, keep);
        var body = new JsonObject { ["keep"] = keep, ["reason"] = "Sudah dicek di lapangan." }.ToJsonString();
        var reply = await run.Client.Send(Name, HttpMethod.Put, $"{sheet.Path}/conflicts/{conflict}/settlement", body);

        if (reply?.Status == HttpStatusCode.OK)
        {
            run.Tally.Count("settled");
            sheet.Book.Settle(conflict, reply.Json.At("answer/version").GetInt32());
        }
        else if (reply is not null && !(reply.Text.Contains("sheetBusy", StringComparison.Ordinal) || (wasTried && reply.Text.Contains("noSuchConflict", StringComparison.Ordinal))))
        {
            sheet.Book.Complain($"The settlement of {conflict} was answered by {(int)reply.Status} {reply.Text}");
        }
    }
}

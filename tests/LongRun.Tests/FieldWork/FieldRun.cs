using System.Diagnostics;
using System.Threading.Channels;

namespace Compliance.LongRun.Tests.FieldWork;

/// <summary>Devices and a supervisor at work while the program is killed and started again, until all that was sent is answered.</summary>
internal sealed class FieldRun : IDisposable
{
    private const int DevicesOfASheet = 2;
    private const int RequestsAVisit = 8;
    private const int LongestMoment = 60;
    private const int LongestStart = 2_000;

    private readonly ServedProgram program;
    private readonly FieldSettings settings;
    private readonly Random random;
    private readonly Queue<int> killPoints;

    /// <summary>One is enough to wait: whoever is slower than the devices has no backlog of visits in the end.</summary>
    private readonly Channel<int> visits = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Channel<int> kills = Channel.CreateUnbounded<int>();
    private readonly Lock gate = new();
    private int first;
    private int requests;

    public FieldRun(ServedProgram program, FieldSettings settings)
    {
        this.program = program;
        this.settings = settings;
        random = new(settings.Seed);
        Client = new(program.Address);
        Client.Resume();

        // Dropped batches are never sent, hence fewer points than batches.
        killPoints = new(Enumerable.Range(0, settings.Kills).Select(_ => random.Next(1, Math.Max(2, settings.Batches * 9 / 10))).Order());
    }

    public FieldClient Client { get; }

    public FieldTally Tally { get; } = new();

    /// <summary>A batch leaves its device for the first time; some of these moments are the program's last.</summary>
    public void CountFirst()
    {
        lock (gate)
        {
            first++;

            while (killPoints.TryPeek(out var point) && point <= first)
            {
                kills.Writer.TryWrite(killPoints.Dequeue());
            }
        }
    }

    public void CountRequest()
    {
        if (Interlocked.Increment(ref requests) % RequestsAVisit == 0)
        {
            visits.Writer.TryWrite(requests);
        }
    }

    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> Work(IReadOnlyList<FieldSheet> sheets)
    {
        var started = Stopwatch.GetTimestamp();
        var devices = sheets.SelectMany(sheet => Enumerable.Range(1, DevicesOfASheet).Select(number => (sheet, number))).ToList();
        var supervisor = new Supervisor(this, sheets, random.Next()).Work(visits.Reader);
        var killer = Kill();
        var working = Task.WhenAll(devices.Select((each, index) => new Device(this, each.sheet, $"tablet-{each.number}", random.Next())
            .Work((settings.Batches / devices.Count) + (index < settings.Batches % devices.Count ? 1 : 0))).ToList());

        // Where the program does not come back, devices would wait for it for ever.
        await await Task.WhenAny(working, killer, supervisor);
        kills.Writer.Complete();
        await killer;
        visits.Writer.Complete();
        await supervisor;

        return Stopwatch.GetElapsedTime(started);
    }

    public void Dispose() => Client.Dispose();

    /// <summary>A few milliseconds after the moment that was drawn, while requests are under way; sometimes the new start dies, too.</summary>
    private async Task Kill()
    {
        var chance = new Random(settings.Seed + 1);

        await foreach (var _ in kills.Reader.ReadAllAsync())
        {
            // The moment itself is what is drawn; nothing is waited for.
            await Task.Delay(chance.Next(LongestMoment));
            Client.Pause();
            await program.Kill();
            Tally.Count("kills");
            program.Launch();

            if (chance.Next(6) == 0)
            {
                await Task.Delay(chance.Next(LongestStart));
                await program.Kill();
                Tally.Count("kills of a program that was starting");
                program.Launch();
            }

            await program.BecomeReady();
            Client.Resume();
        }
    }
}

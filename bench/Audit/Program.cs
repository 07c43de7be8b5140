using System.Collections.Concurrent;
using System.Globalization;
using Compliance.Application.Access;
using Compliance.Application.Assessments;
using Compliance.Bench.Audit;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Infrastructure.Persistence;
using Compliance.TestKit;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

// What the audit costs: batches of 100 answers by 16 writers on PostgreSQL, with the audit and without, in turns.
const int Writers = 16;
const int BatchesAWriter = 40;
const int Rounds = 7;
const int Answers = 100;

await using var database = await TestDatabase.Prepared("postgresql");
var instruments = new Dictionary<bool, ServiceProvider> { [true] = Program(audited: true), [false] = Program(audited: false) };
var instrument = await Known(instruments[true]);
var (assessor, assessments) = await Field.Plan(database, instrument, (Rounds + 1) * 2 * Writers * BatchesAWriter);
var left = new ConcurrentQueue<Guid>(assessments);
var caller = new Caller(CallerKind.Account, assessor.Id.Value, null, Guid.CreateVersion7(), assessor.Grants, [], []);
var rates = new Dictionary<bool, List<double>> { [true] = [], [false] = [] };
var form = await Send(instruments[true], new GetForm(assessments[0], Language.English));

for (var round = 0; round <= Rounds; round++)
{
    foreach (var audited in new[] { round % 2 == 0, round % 2 != 0 })
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => Write(instruments[audited], round))));
        var rate = Writers * BatchesAWriter / Stopwatch.GetElapsedTime(started).TotalSeconds;

        // The first round warms up.
        if (round > 0)
        {
            rates[audited].Add(rate);
        }
    }
}

var (on, off) = (Median(rates[true]), Median(rates[false]));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"audit on  {on,8:0} batches/s [{rates[true].Min():0}..{rates[true].Max():0}]"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"audit off {off,8:0} batches/s [{rates[false].Min():0}..{rates[false].Max():0}]"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio     {on / off,8:0.00} (goal 0.8)"));

return on / off >= 0.8 ? 0 : 1;

ServiceProvider Program(bool audited)
{
    var services = database.Services();

    if (!audited)
    {
        services.AddDbContextPool<UnauditedContext>(options => options.UseNpgsql(database.Settings.ConnectionString));
        services.AddScoped<ComplianceDbContext>(provider =>
        {
            var db = provider.GetRequiredService<UnauditedContext>();
            db.SetRequestContext(provider.GetRequiredService<RequestContext>(), TimeProvider.System, () => throw new NotSupportedException());

            return db;
        });
    }

    return services.BuildServiceProvider();
}

async Task Write(ServiceProvider program, int round)
{
    for (var batch = 0; batch < BatchesAWriter; batch++)
    {
        if (!left.TryDequeue(out var assessment))
        {
            throw new InvalidOperationException("There are too few sheets.");
        }

        var put = await Send(program, new PutAnswers(assessment, Field.Batch(form, Answers, round), Language.English));

        if (put.Items.Count != Answers || put.Items.Any(item => item.Outcome != Compliance.Domain.Assessments.PutOutcome.Stored))
        {
            throw new InvalidOperationException("An answer was not stored.");
        }
    }
}

async Task<T> Send<T>(ServiceProvider program, IRequest<T> request)
{
    await using var scope = program.CreateAsyncScope();
    scope.ServiceProvider.GetRequiredService<RequestContext>().SetCaller(caller, Origin.Unknown);

    return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
}

static async Task<Compliance.Domain.Instruments.Instrument> Known(ServiceProvider program)
{
    await using var scope = program.CreateAsyncScope();
    var library = scope.ServiceProvider.GetRequiredService<Compliance.Application.Instruments.InstrumentLibrary>();

    return (await library.Find(scope.ServiceProvider.GetRequiredService<Compliance.Application.Common.IComplianceDb>(), "2024", default))!.Instrument;
}

static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);

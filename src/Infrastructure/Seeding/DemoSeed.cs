using System.Globalization;
using Compliance.Application.Access;
using Compliance.Application.Assessments;
using Compliance.Application.Cycles;
using Compliance.Application.Results;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Compliance.Infrastructure.Seeding;

/// <summary>
/// The published results, six units of Indragiri Hilir in a 2023 cycle with invented answers, and joint services.
/// Everything is loaded through the use cases of the API.
/// </summary>
internal sealed class DemoSeed(
    ComplianceDbContext db, IMediator mediator, DemoAccounts accounts, JointServiceDemo jointServices, RequestContext context, TimeProvider clock)
{
    public static readonly string[] Files = ["results", "registry/units.csv", "demo"];

    private const int Year = 2023;
    private const string Instrument = "2023";

    public async Task Load(ShippedFiles files, CancellationToken cancellationToken)
    {
        await ImportResults(files, cancellationToken);
        await accounts.Load(cancellationToken);
        var units = await RegisterUnits(files, cancellationToken);
        await mediator.Send(new OpenCycle(null, Year, Instrument, new(Year, 5, 1), new(Year, 11, 30)), cancellationToken);
        var planned = await mediator.Send(new PlanAssessments(Year, [.. units.Values.Select(id => id.Value)], DemoAccounts.Assessor), cancellationToken);
        var assessments = planned.Items.ToDictionary(item => item.Unit, item => item.Id);

        foreach (var unit in files.Rows("demo/answers.csv").GroupBy(row => row["unit"]))
        {
            await Answer(assessments[units[unit.Key].Value], [.. unit], cancellationToken);
        }

        await new DemoAgreements(db, mediator).Load(files, units, cancellationToken);
        db.ClearTracking();
        await jointServices.Load(files, cancellationToken);
        db.ClearTracking();
    }

    private async Task ImportResults(ShippedFiles files, CancellationToken cancellationToken)
    {
        var csv = await File.ReadAllBytesAsync(files.PathOf("results/published.csv"), cancellationToken);
        var report = await mediator.Send(new ImportResults(csv, DryRun: false, null, null, Language.English), cancellationToken);

        if (report.Errors.Count > 0)
        {
            throw new InvalidDataException($"results/published.csv: {string.Join("; ", report.Errors)}");
        }
    }

    private async Task<Dictionary<string, ServiceUnitId>> RegisterUnits(ShippedFiles files, CancellationToken cancellationToken)
    {
        context.Begin("loadDemoUnits", null);
        var units = new Dictionary<string, ServiceUnitId>(StringComparer.Ordinal);

        foreach (var row in files.Rows("registry/units.csv"))
        {
            var institution = await db.Institutions.SingleAsync(each => each.Code == row["institution"], cancellationToken);
            var key = NameMatching.Key(row["name"]);
            var unit = await db.ServiceUnits.SingleOrDefaultAsync(each => each.InstitutionId == institution.Id && each.Key == key, cancellationToken)
                ?? Register(institution, row["name"], row["products"].Split('|'));
            units.Add(row["name"], unit.Id);
        }

        await db.SaveChangesAsync(cancellationToken);

        return units;
    }

    private ServiceUnit Register(Institution institution, string name, string[] products)
    {
        var now = clock.GetUtcNow();
        var unit = new ServiceUnit(EntityId.New<ServiceUnitId>(now), institution.Id, name);
        Array.ForEach(products, product => unit.Offer(EntityId.New<ServiceProductId>(now), product));
        db.ServiceUnits.Add(unit);

        return unit;
    }

    private async Task Answer(Guid assessment, List<IReadOnlyDictionary<string, string>> rows, CancellationToken cancellationToken) =>
        await mediator.Send(
            new PutAnswers(
                assessment,
                [.. rows.Select(row => new SentAnswer(Guid.CreateVersion7(clock.GetUtcNow()), null, null, "demo", ToAnswer(row)))
                    .Select(ReceivedItem.Of)],
                Language.English),
            cancellationToken);

    private static Answer ToAnswer(IReadOnlyDictionary<string, string> row) => new(row["indicator"], row["subject"])
    {
        Level = row["level"].Length == 0 ? null : int.Parse(row["level"], CultureInfo.InvariantCulture),
        Number = row["number"].Length == 0 ? null : decimal.Parse(row["number"], CultureInfo.InvariantCulture),
        Checked = row["checked"].Length == 0 ? null : row["checked"].Split('|'),
    };
}

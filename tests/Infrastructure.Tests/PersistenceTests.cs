using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Infrastructure.Persistence;

namespace Compliance.Infrastructure.Tests;

/// <summary>A database that the tests of one fixture share, each with subjects of its own.</summary>
public abstract class PersistenceTests(string provider)
{
    protected const string Method = "trial";

    protected static readonly DateTimeOffset Noon = new(2023, 6, 1, 5, 0, 0, TimeSpan.Zero);

    protected static readonly Instrument Instrument = Instrument.Of(new(
        Method,
        1,
        new("uji", "trial"),
        [],
        [],
        [new(0m, 100m, "A", new("A", "A"), new Dictionary<InstitutionKind, LocalizedText>(), null)],
        [],
        [
            new("d", new("d", "d"), 100m,
            [
                new("v", new("v", "v"), 100m,
                [
                    new("level", new("i", "i"), 1m, new Levels(0, 4), SubjectKind.Product, 2, [Technique.Document], EvidenceNeed.None, true),
                    new("number", new("i", "i"), 1m, new LinearNumber(25m, 100m), SubjectKind.Unit, 1, [], EvidenceNeed.None, true),
                    new("list", new("i", "i"), 1m, new Checklist([new("ramp", new("r", "r")), new("toilet", new("t", "t"))]), SubjectKind.Unit, 1, [], EvidenceNeed.None, true),
                ]),
            ]),
        ]));

    private int numbers;

    protected TestDatabase Database { get; private set; } = null!;

    protected int NextNumber => Interlocked.Increment(ref numbers);

    [OneTimeSetUp]
    public async Task Migrate()
    {
        Database = await TestDatabase.Migrated(provider);
        await Save(db =>
        {
            db.Instruments.Add(new(Method, 1, "{}", new string('0', 64), Noon));
            db.Publications.Add(new(1, Noon, "418/2023", new(2023, 12, 14), new string('a', 64)));
        });
    }

    [OneTimeTearDown]
    public async Task Drop()
    {
        if (Database is not null)
        {
            await Database.DisposeAsync();
        }
    }

    protected Institution NewInstitution()
    {
        var number = NextNumber;

        return new(EntityId.New<InstitutionId>(Noon), $"code-{number}", $"Kabupaten {number}", InstitutionKind.Regency, "14", null);
    }

    protected async Task<Institution> GivenInstitution()
    {
        var institution = NewInstitution();
        await Save(db => db.Add(institution));

        return institution;
    }

    protected async Task<(Institution Institution, ServiceUnit Unit)> GivenUnit()
    {
        var institution = await GivenInstitution();
        var unit = new ServiceUnit(EntityId.New<ServiceUnitId>(Noon), institution.Id, "Dinas Sosial");
        await Save(db => db.Add(unit));

        return (institution, unit);
    }

    protected async Task<AssessmentId> GivenAssessment(AccountId? assessor = null)
    {
        var (_, unit) = await GivenUnit();
        var cycle = Cycle.Open(EntityId.New<CycleId>(Noon), 2030 + NextNumber, Instrument, new(2023, 5, 1), new(2023, 11, 30));
        var assessment = Assessment.Plan(EntityId.New<AssessmentId>(Noon), cycle, unit.Id, "14", assessor, LocusPlan.Of(Instrument));
        await Save(db => db.AddRange(cycle, assessment, SheetRow.Empty(assessment.Id)));

        return assessment.Id;
    }

    protected async Task Save(Action<ComplianceDbContext> change)
    {
        await using var db = Database.Open();
        change(db);
        await db.SaveChangesAsync();
    }
}

using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Assessments;
using Compliance.Domain.Clarifications;
using Compliance.Domain.Contacts;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;
using Compliance.Domain.Obligations;
using Compliance.Domain.Reminders;
using Compliance.Infrastructure.Persistence;

namespace Compliance.Infrastructure.Tests;

/// <summary>Whoever may see what is at hand finds it by a query, and nobody else does: for random callers, on both databases.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ScopeContract(string provider) : PersistenceTests(provider)
{
    private const int Callers = 150;
    private const int Seed = 20_231_214;

    private static readonly string?[] Provinces = [null, "13", "14"];
    private static readonly int[] Years = [2025, 2026];

    private readonly List<Institution> institutions = [];
    private readonly List<Assessment> assessments = [];
    private readonly List<Clarification> clarifications = [];
    private readonly List<CorrectiveAction> actions = [];
    private readonly List<Reminder> reminders = [];
    private readonly List<Agreement> agreements = [];
    private readonly AccountId[] accounts = [EntityId.New<AccountId>(Noon), EntityId.New<AccountId>(Noon)];

    /// <summary>One context for all callers, as a pooled one has: what one of them may see is no part of the model.</summary>
    private ComplianceDbContext db = null!;

    [OneTimeSetUp]
    public async Task Given()
    {
        await Save(each => each.Accounts.AddRange(
            accounts.Select((id, index) => Account.Invite(id, $"assessor-{index}@demo.example", null, [new(Role.Assessor, "14")], Noon))));
        institutions.AddRange(
            from province in Provinces
            from number in Enumerable.Range(1, 2)
            select new Institution(
                EntityId.New<InstitutionId>(Noon), $"{Offices.Of(province)}.{number:00}", $"{province} {number}", InstitutionKind.Regency, province, null));
        var units = institutions.ConvertAll(institution => new ServiceUnit(EntityId.New<ServiceUnitId>(Noon), institution.Id, "Dinas Sosial"));
        await Save(each => each.AddRange(institutions.Concat<object>(units)));

        foreach (var year in Years)
        {
            await GivenCycle(year, units);
        }

        actions.AddRange(institutions.Select(institution => CorrectiveAction.Open(
            EntityId.New<CorrectiveActionId>(Noon),
            institution,
            new(CorrectiveActionKind.CorrectiveAction, "1/LHP", new(2023, 5, 1), null, null, "Pasang standar pelayanan", new(2023, 7, 1)),
            new(CallerKind.Account, accounts[0].Value, null, null, [new(Role.OfficeHead, "14")], [], []),
            Noon)));
        reminders.AddRange(institutions.Select(each => new Side(each.Code, Offices.Of(each.Province)))
            .Concat(Provinces.Select(province => new Side(null, Offices.Of(province)))).Select(Told));
        agreements.AddRange(
            from office in Provinces
            from party in institutions
            select Agreement.Register(
                EntityId.New<AgreementId>(Noon),
                new(AgreementKind.Mou, null, "Nota kesepahaman", null, [Party.OfOffice(Offices.Head), Party.Of(party.Id)], [], null),
                Offices.Of(office),
                null,
                null,
                Noon));
        await Save(each => each.AddRange(actions.Concat<object>(reminders).Concat(agreements)));
    }

    [SetUp]
    public void Open() => db = Database.Open();

    [TearDown]
    public async Task Close() => await db.DisposeAsync();

    [Test]
    public Task Drafts_are_found_by_whoever_may_see_them() => Compare(
        assessments, each => each.Id.Value, () => db.Assessments.Select(each => each.Id.Value), MaySee);

    [Test]
    public Task Clarifications_are_found_by_liaisons_and_whoever_sees_the_draft() => Compare(
        clarifications,
        each => each.Id.Value,
        () => db.Clarifications.Select(each => each.Id.Value),
        (caller, each) => caller.SpeaksFor(each.Institution, each.Year) || MaySee(caller, assessments.Single(assessment => assessment.Id == each.AssessmentId)));

    [Test]
    public Task Corrective_actions_are_found_by_whoever_follows_them_up() => Compare(
        actions,
        each => each.Id.Value,
        () => db.CorrectiveActions.Select(each => each.Id.Value),
        (caller, each) => caller.MayAt(Permission.ReadFollowUp, Of(each.InstitutionId)));

    [Test]
    public Task Reminders_are_found_by_the_side_that_was_told() => Compare(
        reminders,
        each => each.Id.Value,
        () => db.Reminders.Select(each => each.Id.Value),
        (caller, each) => InstitutionScope.Of(caller, Permission.ReadFollowUp).Covers(each.Office, each.Institution));

    [Test]
    public Task Agreements_are_found_by_their_office_and_their_parties() => Compare(
        agreements,
        each => each.Id.Value,
        () => db.Agreements.Select(each => each.Id.Value),
        (caller, each) => caller.MayAt(Permission.ReadFollowUp, each.Office) || each.Parties.Any(party => party.Office is { } office
            ? caller.MayAt(Permission.ReadFollowUp, office)
            : caller.MayAt(Permission.ReadFollowUp, Of(party.InstitutionId!.Value))));

    /// <summary>Each row with every caller, whether it is found by a query against whether it may be seen.</summary>
    private async Task Compare<T>(IReadOnlyList<T> rows, Func<T, Guid> id, Func<IQueryable<Guid>> query, Func<Caller, T, bool> maySee)
    {
        var random = new Random(Seed);
        var (seen, hidden) = (0, 0);

        for (var count = 0; count < Callers; count++)
        {
            var caller = Any(random);
            db.RequestContext.SetCaller(caller, Origin.Unknown);
            var found = await query().ToListAsync();
            var expected = rows.Where(row => maySee(caller, row)).Select(id).ToList();

            found.Should().BeEquivalentTo(expected, "this is what {0} may see", string.Join(", ", caller.Grants));
            seen += expected.Count;
            hidden += rows.Count - expected.Count;
        }

        (seen, hidden).Should().Match<(int Seen, int Hidden)>(each => each.Seen > Callers && each.Hidden > Callers, "callers of all kinds were met");
    }

    /// <summary>The program, the public, a key, or an account with up to three roles.</summary>
    private Caller Any(Random random) => random.Next(12) switch
    {
        0 => Caller.Program,
        1 => Caller.Anonymous,
        2 => Caller.OfKey(Guid.CreateVersion7(), Roles.ForKeys),
        _ => new(
            CallerKind.Account, accounts[random.Next(accounts.Length)].Value, null, null, [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => AnyGrant(random))], [], []),
    };

    private Grant AnyGrant(Random random)
    {
        Role[] roles = [Role.Assessor, Role.OfficeHead, Role.Liaison, Role.Liaison, Role.OfficeHead, Role.Verifier, Role.MethodOwner, Role.Administrator];
        var role = roles[random.Next(roles.Length)];
        var grant = new Grant(
            role,
            role.Reach() == ScopeKind.Office ? Offices.Of(Provinces[random.Next(Provinces.Length)]) : null,
            role.Reach() == ScopeKind.Institution ? institutions[random.Next(institutions.Count)].Code : null,
            role.WorksInCycles() && random.Next(2) == 0 ? Years[random.Next(Years.Length)] : null);
        grant.Faults().Should().BeEmpty();

        return grant;
    }

    private static bool MaySee(Caller caller, Assessment assessment) => assessment.Allows(caller, Permission.ReadAssessments);

    private Institution Of(InstitutionId id) => institutions.Single(institution => institution.Id == id);

    /// <summary>In every office one unit that the first account assesses, and one that nobody does but for a technique.</summary>
    private async Task GivenCycle(int year, IReadOnlyList<ServiceUnit> units)
    {
        var cycle = Cycle.Open(EntityId.New<CycleId>(Noon), year, Instrument, new(2023, 5, 1), new(2023, 11, 30));
        cycle.OpenClarification(new(2023, 12, 1), new(2023, 6, 1));
        var planned = units.Select((unit, index) => Assessment.Plan(
            EntityId.New<AssessmentId>(Noon),
            cycle,
            unit.Id,
            Offices.Of(Of(unit.InstitutionId).Province),
            index % 2 == 0 ? accounts[0] : null,
            LocusPlan.Of(Instrument))).ToList();
        planned[1].Assign(null, new Dictionary<Domain.Instruments.Technique, AccountId> { [Domain.Instruments.Technique.Document] = accounts[1] });
        var written = planned.ConvertAll(assessment => Clarification.Write(
            EntityId.New<ClarificationId>(Noon),
            cycle,
            assessment,
            Of(units.Single(unit => unit.Id == assessment.UnitId).InstitutionId).Code,
            (null, "Standar pelayanan sudah dipasang."),
            accounts[0],
            Noon));
        assessments.AddRange(planned);
        clarifications.AddRange(written);
        await Save(each => each.AddRange(new object[] { cycle }.Concat(planned).Concat(planned.Select(assessment => SheetRow.Empty(assessment.Id))).Concat(written)));
    }

    private static Reminder Told(Side side) => Reminder.Create(
        new(
            ObligationKind.CorrectiveAction, Guid.CreateVersion7(), new(2023, 7, 1), "Pasang standar pelayanan", side.Key, [side], null, IndonesianZone.Wib,
            ObligationProgress.Open, Noon, 1),
        new(-7, default(ContactPost)),
        side,
        new(2023, 6, 24),
        Noon);
}

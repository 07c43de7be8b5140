using System.Linq.Expressions;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Institutions;
using Compliance.Domain.Obligations;

namespace Compliance.Infrastructure.Tests;

/// <summary>Both databases find by <see cref="OverdueRule"/> exactly what the objects say of themselves.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ObligationContract(string provider) : PersistenceTests(provider)
{
    private static readonly DateOnly Due = new(2023, 6, 30);
    private static readonly DateOnly LastDay = new(2025, 12, 31);

    private static readonly Account[] people =
    [
        .. new[] { "opens", "reports", "verifies" }.Select(name => Account.Invite(EntityId.New<AccountId>(Noon), $"{name}@demo.example", null, [], Noon)),
    ];

    // The same day everywhere; the next one in the east; in the middle, too; everywhere; and two days later.
    private static readonly DateTimeOffset[] moments =
    [
        At("2023-06-30T14:59:59Z"), At("2023-06-30T15:00:00Z"), At("2023-06-30T16:30:00Z"), At("2023-06-30T17:00:00Z"), At("2023-07-02T03:00:00Z"),
    ];

    private static readonly ObligationStatus[][] sets =
    [
        .. Enumerable.Range(0, 16).Select(set => Enum.GetValues<ObligationStatus>().Where(status => (set >> (int)status & 1) == 1).ToArray()),
    ];

    [OneTimeSetUp]
    public async Task Promise()
    {
        var institution = await GivenInstitution();
        await Save(db =>
        {
            db.AddRange(people.AsEnumerable());

            foreach (var office in new[] { "14", "51", "94", Offices.Head })
            {
                var agreement = Signed(office, institution.Id);
                db.Add(agreement);
                db.AddRange(
                    from day in Enumerable.Range(-2, 5)
                    from step in Enumerable.Range(0, 4)
                    select Promised(agreement, institution.Id, Due.AddDays(day), step));
            }

            var (continued, terminated) = (Signed("14", institution.Id), Signed("14", institution.Id));
            terminated.Terminate(new(2023, 5, 1), "Disepakati.");
            db.AddRange(continued, Signed("14", institution.Id, continued), terminated);
            db.AddRange(
                from day in Enumerable.Range(-2, 5)
                from step in Enumerable.Range(0, 4)
                select Demanded(institution, Due.AddDays(day), step));
        });
    }

    [Test]
    public async Task Deadlines()
    {
        await using var db = Database.Open();
        var all = await db.CommitmentDeadlines.AsNoTracking().ToListAsync();
        all.Should().HaveCount(4 * 5 * 4);

        foreach (var (now, wanted) in moments.SelectMany(now => sets.Select(set => (now, set))))
        {
            (await Found(db.CommitmentDeadlines, CommitmentDeadline.Row, wanted, ObligationDays.At(now))).Select(each => each.Id)
                .Should().BeEquivalentTo(
                    all.Where(each => wanted.Contains(each.StatusOn(IndonesianTime.DayOf(now, IndonesianTime.ZoneOf(each.Office))))).Select(each => each.Id));
        }
    }

    [Test]
    public async Task Corrective_actions()
    {
        await using var db = Database.Open();
        var all = await db.CorrectiveActions.AsNoTracking().ToListAsync();
        all.Should().HaveCount(5 * 4);

        foreach (var (today, wanted) in moments.Select(now => IndonesianTime.DayOf(now)).SelectMany(today => sets.Select(set => (today, set))))
        {
            (await Found(db.CorrectiveActions, CorrectiveAction.Row, wanted, ObligationDays.Of(today))).Select(each => each.Id)
                .Should().BeEquivalentTo(all.Where(each => wanted.Contains(each.StatusOn(today))).Select(each => each.Id));
        }
    }

    [Test]
    public async Task Agreement_ends()
    {
        await using var db = Database.Open();
        var all = await db.Agreements.AsNoTracking().ToListAsync();
        all.Select(each => each.EndProgress).Distinct().Should().HaveCount(2);

        foreach (var (today, wanted) in new[] { 0, 1 }.SelectMany(after => sets.Select(set => (LastDay.AddDays(after), set))))
        {
            (await Found(db.Agreements, Agreement.EndRow, wanted, ObligationDays.Of(today))).Select(each => each.Id)
                .Should().BeEquivalentTo(
                    all.Where(each => wanted.Contains(OverdueRule.StatusOf(each.EndProgress, each.EffectiveTo!.Value, today))).Select(each => each.Id));
        }
    }

    private static Task<List<T>> Found<T>(
        IQueryable<T> rows, Expression<Func<T, ObligationRow<T>>> toRow, IReadOnlyCollection<ObligationStatus> wanted, ObligationDays days)
        where T : class =>
        rows.AsNoTracking().Select(toRow).Where(OverdueRule.HasStatus<T>(wanted, days)).Select(row => row.Source).ToListAsync();

    private static Agreement Signed(string office, InstitutionId institution, Agreement? continues = null)
    {
        var agreement = Agreement.Register(
            EntityId.New<AgreementId>(Noon),
            new(AgreementKind.Mou, null, $"Nota kesepahaman {office}", null, [Party.OfOffice(office), Party.Of(institution)], ["prevention"], null),
            office,
            null,
            people[0].Id,
            Noon,
            continues);
        agreement.Sign(new(new(2023, 1, 2), new(2023, 1, 2), LastDay), null, continues, new(), agreement.DayOf(Noon));

        return agreement;
    }

    /// <summary>Open, reported, rejected or closed.</summary>
    private static Commitment Promised(Agreement agreement, InstitutionId institution, DateOnly due, int step)
    {
        var commitment = Commitment.Make(
            EntityId.New<CommitmentId>(Noon),
            agreement,
            new("Pasang jalur landai.", new(null, institution, null), "Kepala DPMPTSP", due, null, null, 1m, null, null, null),
            people[0].Id,
            Noon);

        if (step > 0)
        {
            commitment.Report(
                EntityId.New<ProgressReportId>(Noon),
                new(new(2023, 6, 1), null, "Terpasang.", "https://example.org/foto", null, true, null),
                people[1].Id,
                Noon);
        }

        if (step > 1)
        {
            commitment.Close(new(step == 3, "Belum.", null, null, null), OfHeadOffice(people[2]), new("14.04", null, [agreement.Office], ["14.04"]), Noon);
        }

        return commitment;
    }

    private static CorrectiveAction Demanded(Institution institution, DateOnly due, int step)
    {
        var action = CorrectiveAction.Open(
            EntityId.New<CorrectiveActionId>(Noon),
            institution,
            new(CorrectiveActionKind.Recommendation, "B/12", new(2023, 1, 22), null, null, "Pasang jalur landai.", due),
            OfHeadOffice(people[0]),
            Noon);

        if (step > 0)
        {
            action.Complete("Selesai.", null, people[1].Id, Noon);
        }

        if (step > 1)
        {
            action.Verify(accepted: step == 3, "Belum.", OfHeadOffice(people[2]), institution, Noon);
        }

        return action;
    }

    private static Caller OfHeadOffice(Account account) => new(CallerKind.Account, account.Id.Value, null, null, [new(Role.Verifier)], [], []);

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
}

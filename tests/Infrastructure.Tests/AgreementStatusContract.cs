using Compliance.Domain.Agreements;
using Compliance.Domain.Institutions;

namespace Compliance.Infrastructure.Tests;

/// <summary>Both databases find by <see cref="AgreementStatusRule"/> exactly what the agreements say of themselves.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class AgreementStatusContract(string provider) : PersistenceTests(provider)
{
    private static readonly AgreementTerms terms = new();
    private static readonly AgreementPeriod term = new(new(2023, 1, 2), new(2023, 2, 1), new(2024, 1, 31));

    [Test]
    public async Task Every_agreement_is_found_by_its_status_and_by_no_other()
    {
        var institution = await GivenInstitution();
        await Save(db => db.AddRange(new[] { "14", "51", "94" }.SelectMany(office => Kinds(office, institution.Id))));
        await using var db = Database.Open();
        var all = await db.Agreements.AsNoTracking().ToListAsync();
        var seen = new HashSet<AgreementStatus>();

        foreach (var now in Moments())
        {
            foreach (var status in Enum.GetValues<AgreementStatus>())
            {
                var expected = all.Where(each => each.StatusOn(each.DayOf(now), terms) == status).Select(each => each.Id).ToList();
                seen.UnionWith(expected.Count > 0 ? [status] : []);

                (await db.Agreements.AsNoTracking().Select(AgreementStatusRule.OnDay(now, terms)).Where(AgreementStatusRule.HasStatus(status))
                    .Select(row => row.Agreement.Id).ToListAsync()).Should().BeEquivalentTo(expected);
            }
        }

        seen.Should().HaveCount(Enum.GetValues<AgreementStatus>().Length);
    }

    /// <summary>Around each date of an agreement, while the day begins in the east, in the middle and in the west.</summary>
    private static IEnumerable<DateTimeOffset> Moments() =>
        from day in new[] { term.SignedOn, term.EffectiveFrom, new(2023, 7, 1), term.EffectiveTo.AddDays(-terms.ExpiringDays), term.EffectiveTo, term.EffectiveTo.AddDays(1) }
        from minutes in new[] { -541, -540, -480, -420, 0 }
        select new DateTimeOffset(day, default, TimeSpan.Zero).AddMinutes(minutes);

    /// <summary>One that is not signed, one that is, one that is terminated, and one that is extended.</summary>
    private static IEnumerable<Agreement> Kinds(string office, InstitutionId institution)
    {
        var terminated = Signed(office, institution);
        terminated.Terminate(new(2023, 7, 1), "Disepakati.");
        var extended = Signed(office, institution);
        var extension = Registered(office, institution, extended);
        extension.Sign(new(new(2024, 1, 31), new(2024, 2, 1), new(2025, 1, 31)), null, extended, terms, DateOnly.MaxValue);

        return [Registered(office, institution), Signed(office, institution), terminated, extended, extension];
    }

    private static Agreement Signed(string office, InstitutionId institution)
    {
        var agreement = Registered(office, institution);
        agreement.Sign(term, null, null, terms, DateOnly.MaxValue);

        return agreement;
    }

    private static Agreement Registered(string office, InstitutionId institution, Agreement? continues = null) => Agreement.Register(
        EntityId.New<AgreementId>(Noon),
        new(AgreementKind.Mou, null, "Nota kesepahaman", null, [Party.OfOffice(office), Party.Of(institution)], [], null),
        office,
        null,
        null,
        Noon,
        continues);
}

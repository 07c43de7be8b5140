using System.Data.Common;
using System.Globalization;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Institutions;
using Compliance.Domain.Results;
using Compliance.Infrastructure.Persistence;

namespace Compliance.Infrastructure.Tests;

/// <summary>What both databases promise.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class PersistenceContract(string provider) : PersistenceTests(provider)
{
    [Test]
    public async Task A_unit_comes_back_whole_with_its_products()
    {
        var institution = NewInstitution();
        var unit = new ServiceUnit(EntityId.New<ServiceUnitId>(Noon), institution.Id, "Dinas Kependudukan – “Disdukcapil” 👶");
        unit.Offer(EntityId.New<ServiceProductId>(Noon), "Akta kelahiran");
        await Save(db => db.AddRange(institution, unit));

        await using var db = Database.Open();

        (await db.Institutions.SingleAsync(each => each.Id == institution.Id)).Should().BeEquivalentTo(institution);
        (await db.ServiceUnits.SingleAsync(each => each.Id == unit.Id)).Should().BeEquivalentTo(unit);
    }

    [Test]
    public async Task A_new_product_of_a_loaded_unit_is_inserted()
    {
        var (_, unit) = await GivenUnit();
        await Save(db => db.ServiceUnits.Single(each => each.Id == unit.Id).Offer(EntityId.New<ServiceProductId>(Noon), "KTP elektronik"));

        await using var db = Database.Open();

        (await db.ServiceUnits.SingleAsync(each => each.Id == unit.Id)).Products.Select(product => product.Name).Should().Equal("KTP elektronik");
    }

    [Test]
    public async Task A_result_comes_back_whole()
    {
        var (institution, unit) = await GivenUnit();
        var content = new ResultContent(
            ResultStatus.Assessed,
            null,
            Score.Of(49.85m),
            "D",
            "red",
            "withoutMaladministration",
            ResultBasis.Published,
            "yellow",
            "C",
            "printed",
            [new("input", Score.Of(8.72m)), new("process", Score.Of(0m))]);
        var result = Result.Of(EntityId.New<ResultId>(Noon), institution.Id, unit.Id, 2023, Method, 1, content);
        var missing = Result.Of(EntityId.New<ResultId>(Noon), institution.Id, null, 2023, Method, 1, new(
            ResultStatus.NotAssessed, NotAssessedReason.Security, null, null, null, null, ResultBasis.Published, null, null, null, []));
        await Save(db => db.Results.AddRange(result, missing));

        await using var db = Database.Open();

        (await db.Results.SingleAsync(each => each.Id == result.Id)).Should().BeEquivalentTo(result);
        (await db.Results.SingleAsync(each => each.Id == missing.Id)).Should().BeEquivalentTo(missing);
        (await db.Publications.SingleAsync(each => each.Number == 1))
            .Should().BeEquivalentTo(new Publication(1, Noon, "418/2023", new(2023, 12, 14), new string('a', 64)));
    }

    [Test]
    public async Task A_cycle_and_an_assessment_come_back_whole()
    {
        var assessor = Account.Invite(EntityId.New<AccountId>(Noon), "assessor@demo.example", null, [new(Role.Assessor, "14")], Noon);
        await Save(db => db.Add(assessor));
        var id = await GivenAssessment(assessor.Id);

        await using var db = Database.Open();
        var assessment = await db.Assessments.SingleAsync(each => each.Id == id);
        var cycle = await db.Cycles.SingleAsync(each => each.Id == assessment.CycleId);

        assessment.Should().BeEquivalentTo(new { Id = id, Office = "14", AssessorId = assessor.Id, Status = AssessmentStatus.Planned });
        cycle.Should().BeEquivalentTo(new { Instrument = Method, OpensOn = new DateOnly(2023, 5, 1), ClosesOn = new DateOnly(2023, 11, 30) });
    }

    // Under a decimal comma SQLite's text decimals would be ordered wrongly, in silence; this culture stands for id-ID.
    [TestCase(".")]
    [TestCase(",")]
    public async Task Scores_sort_compare_and_add_up_as_numbers(string decimalMark)
    {
        var institution = await GivenInstitution();
        decimal[] scores = [9.99m, 100m, 0.05m, 10m];
        var years = Enumerable.Range(2017, scores.Length).ToArray();
        await Save(db => db.Results.AddRange(scores.Zip(years, (score, year) => NewResult(institution, year, score))));
        var usual = CultureInfo.CurrentCulture;

        try
        {
            CultureInfo.CurrentCulture = With(decimalMark);
            await using var db = Database.Open();
            var results = db.Results.Where(result => result.InstitutionId == institution.Id);

            (await results.OrderBy(result => result.Score).Select(result => result.Score).ToListAsync())
                .Select(score => score!.Value.Value).Should().Equal(0.05m, 9.99m, 10m, 100m);
            (await results.CountAsync(result => result.Score >= Score.Of(10m))).Should().Be(2);
            (await results.CountAsync(result => result.Score < Score.Of(9.99m))).Should().Be(1);
            (await results.MaxAsync(result => result.Score)).Should().Be(Score.Of(100m));
            (await db.Database.SqlQuery<int>(Summed(institution)).SingleAsync()).Should().Be(120_04);
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }
    }

    [Test]
    public async Task Instants_sort_as_instants_and_come_back_in_UTC_to_the_microsecond()
    {
        // As text with their offsets these would sort the other way round.
        var early = new DateTimeOffset(2023, 6, 1, 23, 0, 0, TimeSpan.FromHours(9)).AddTicks(1_234_567);
        var late = new DateTimeOffset(2023, 6, 1, 16, 0, 0, TimeSpan.Zero).AddTicks(9);
        var (first, second) = (NextNumber + 100, NextNumber + 100);
        await Save(db => db.Publications.AddRange(
            new Publication(first, late, null, null, new string('a', 64)), new Publication(second, early, null, null, new string('a', 64))));

        await using var db = Database.Open();
        var both = db.Publications.Where(publication => publication.Number == first || publication.Number == second);

        (await both.OrderBy(publication => publication.At).Select(publication => publication.Number).ToListAsync()).Should().Equal(second, first);
        (await both.CountAsync(publication => publication.At < late.AddHours(-1))).Should().Be(1);
        var read = (await both.SingleAsync(publication => publication.Number == second)).At;
        read.Offset.Should().Be(TimeSpan.Zero);
        read.Should().Be(early.AddTicks(-7));
    }

    [Test]
    public async Task A_second_result_of_one_subject_year_and_revision_is_refused()
    {
        var institution = await GivenInstitution();
        await Save(db => db.Results.Add(NewResult(institution, 2023, 80m)));

        await using var db = Database.Open();
        db.Results.Add(NewResult(institution, 2023, 81m));

        await Refused(db);
    }

    [Test]
    public async Task A_result_is_superseded_once()
    {
        var first = NewResult(await GivenInstitution(), 2023, 80m);
        var corrected = first.Correct(EntityId.New<ResultId>(Noon), Method, 1, first.Content);
        await Save(db => db.Results.AddRange(first, corrected));

        await using var db = Database.Open();
        db.Results.Add(first.Correct(EntityId.New<ResultId>(Noon), Method, 1, first.Content));

        await Refused(db);
    }

    [Test]
    public async Task A_unit_and_an_institution_of_the_same_name_are_registered_once()
    {
        var (institution, unit) = await GivenUnit();

        await using var db = Database.Open();
        db.Add(new ServiceUnit(EntityId.New<ServiceUnitId>(Noon), institution.Id, unit.Name.ToUpperInvariant()));
        await Refused(db);

        db.ClearTracking();
        db.Add(new Institution(EntityId.New<InstitutionId>(Noon), "another", institution.Name, InstitutionKind.Agency, null, null));
        await Refused(db);
    }

    [Test]
    public async Task What_refers_to_nothing_is_a_mistake_and_no_race()
    {
        await using var db = Database.Open();
        db.ServiceUnits.Add(new(EntityId.New<ServiceUnitId>(Noon), EntityId.New<InstitutionId>(Noon), "Dinas Sosial"));

        await db.Invoking(each => each.SaveChangesAsync()).Should().ThrowAsync<DbUpdateException>();
    }

    [Test]
    public async Task What_is_referred_to_is_not_deleted()
    {
        var (institution, _) = await GivenUnit();

        await using var db = Database.Open();

        await db.Institutions.Where(each => each.Id == institution.Id).Invoking(each => each.ExecuteDeleteAsync()).Should().ThrowAsync<DbException>();
    }

    [Test]
    public async Task Codes_sort_byte_by_byte_and_differ_by_case()
    {
        var prefix = $"p{NextNumber}:";
        string[] codes = ["b", "14.10", "B", "14", "a-c", "ab", "14.02", "é", "A"];
        await Save(db => db.Regions.AddRange(codes.Select(code => new Region(prefix + code, code, prefix, RegionLevel.Village))));

        await using var db = Database.Open();
        var names = db.Regions.Where(region => region.Parent == prefix).OrderBy(region => region.Code).Select(region => region.Name);

        (await names.ToListAsync()).Should().Equal(codes.Order(StringComparer.Ordinal));
        (await db.Regions.Where(region => region.Parent == prefix && string.Compare(region.Code, prefix + "A") > 0).CountAsync()).Should().Be(5);
    }

    // Whether the database itself adds up what the converter wrote, in hundredths.
    private static FormattableString Summed(Institution institution) =>
        $"""SELECT CAST(SUM(score) AS integer) AS "Value" FROM results WHERE institution_id = {institution.Id.Value}""";

    private static CultureInfo With(string decimalMark)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = decimalMark;
        culture.NumberFormat.NumberGroupSeparator = decimalMark == "," ? "." : ",";

        return culture;
    }

    private static async Task Refused(ComplianceDbContext db) =>
        (await db.Invoking(each => each.SaveChangesAsync()).Should().ThrowAsync<DomainException>()).Which.Error.Should().Be(ConcurrencyErrors.ChangedMeanwhile);

    private static Result NewResult(Institution institution, int year, decimal score) => Result.Of(
        EntityId.New<ResultId>(Noon),
        institution.Id,
        null,
        year,
        Method,
        1,
        new(ResultStatus.Assessed, null, Score.Of(score), null, null, null, ResultBasis.Published, null, null, null, []));
}

using System.Text;
using Compliance.Application.Results;
using Compliance.Domain.Results;
using Compliance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Application.Tests.Results;

/// <summary>Each test imports into a year or institution of its own.</summary>
public sealed class ImportResultsTests
{
    private const string Header = "year,institution,unit,score,input,process,output,complaints\n";

    [Test]
    public async Task A_file_is_stored_once_however_often_it_is_imported()
    {
        const string Csv = Header + "2017,14.01,,82.07,,,,\n2017,14.02,,60.5,,,,\n";

        (await Import(Csv)).Should().BeEquivalentTo(new { Created = 2, Unchanged = 0, Corrected = 0 });
        var publications = await Publications();
        (await Import(Csv)).Should().BeEquivalentTo(new { Created = 0, Unchanged = 2, Corrected = 0 });

        (await Publications()).Should().Be(publications);
        (await Results(2017)).Should().HaveCount(2).And.OnlyContain(result => result.Revision == 1);
    }

    [Test]
    public async Task A_changed_score_becomes_a_correction_and_both_stay()
    {
        await Import(Header + "2018,14.01,,82.07,,,,\n");

        (await Import(Header + "2018,14.01,,82.08,,,,\n")).Corrected.Should().Be(1);

        var results = await Results(2018);
        results.Select(result => (result.Revision, result.Score!.Value.Value)).Should().BeEquivalentTo([(1, 82.07m), (2, 82.08m)]);
        results.Single(result => result.Revision == 2).Supersedes.Should().Be(results.Single(result => result.Revision == 1).Id);
    }

    [Test]
    public async Task A_rehearsal_stores_nothing()
    {
        var before = await Publications();

        (await Import(Header + "2019,14.01,,82.07,,,,\n", dryRun: true)).Created.Should().Be(1);

        (await Results(2019)).Should().BeEmpty();
        (await Publications()).Should().Be(before);
    }

    [Test]
    public async Task One_wrong_cell_stores_nothing()
    {
        (await Import(Header + "2021,14.01,,82.07,,,,\n2021,14.02,,x,,,,\n")).Should().BeEquivalentTo(new { Created = 0, Rows = 2 });

        (await Results(2021)).Should().BeEmpty();
    }

    [Test]
    public async Task An_institution_without_a_total_gets_the_mean_of_its_units_also_after_a_correction()
    {
        string[] rows =
        [
            "2023,81.02,Puskesmas Watdek,49.85,8.72,10.76,20.76,9.61",
            "2023,81.02,Dinas Pendidikan,52.86,5.83,16.42,22.14,8.46",
            "2023,81.02,Dinas Sosial,55.09,,,,",
            "2023,81.02,Dinas Kesehatan,59.85,,,,",
            "2023,81.02,Puskesmas Kei Kecil,62.06,,,,",
            "2023,81.02,Disdukcapil,71.08,,,,",
            "2023,81.02,DPMPTSP,74.82,,,,",
        ];

        (await Import(Header + string.Join('\n', rows))).Should().BeEquivalentTo(new { Created = 7, Derived = 1 });
        (await OfInstitution(2023, "81.02")).Should().BeEquivalentTo(new { Score = (Score?)Score.Of(60.80m), Basis = ResultBasis.Units, Zone = "yellow" });

        (await Import(Header + "2023,81.02,dpmptsp,81.82,,,,\n")).Should().BeEquivalentTo(new { Created = 0, Corrected = 1, Derived = 1 });
        (await OfInstitution(2023, "81.02")).Should().BeEquivalentTo(new { Score = (Score?)Score.Of(61.80m), Revision = 2 });
    }

    [Test]
    public async Task A_published_total_that_is_not_the_mean_stays_with_a_warning()
    {
        var report = await Import(Header + "2022,14.03,,80,,,,\n2022,14.03,Dinas Sosial,60,,,,\n2022,14.03,DPMPTSP,70,,,,\n");

        report.Warnings.Select(note => (note.Line, note.Column, note.Code)).Should().Equal((2, "score", "meanDiffers"));
        (await OfInstitution(2022, "14.03")).Score.Should().Be(Score.Of(80m));
    }

    [Test]
    public async Task The_newest_publication_is_known_at_once()
    {
        await Import(Header + "2024,14.01,,82.07,,,,\n");

        UseCases.Services.GetRequiredService<LatestPublication>().Number.Should().Be(await Publications());
    }

    // A broken import must not leave half of itself behind, nor let two imports share a number.
    [Test]
    public async Task Of_two_imports_at_once_each_is_stored_whole_or_refused()
    {
        var imports = await Task.WhenAll(Enumerable.Range(11, 4).Select(async number =>
        {
            try
            {
                return (await Import($"{Header}2024,32.{number},,82.07,,,,\n2024,33.{number},,82.07,,,,\n")).Created;
            }
            catch (DomainException refusal) when (refusal.Error == ConcurrencyErrors.ChangedMeanwhile)
            {
                return 0;
            }
        }));

        imports.Should().Contain(2).And.OnlyContain(created => created == 0 || created == 2);
        await using var db = UseCases.Open();
        (await db.WithCode(2024, "32.").CountAsync() + await db.WithCode(2024, "33.").CountAsync()).Should().Be(imports.Sum());
    }

    private static Task<ImportReport> Import(string csv, bool dryRun = false) =>
        UseCases.Send(new ImportResults(Encoding.UTF8.GetBytes(csv), dryRun, null, null, Language.English));

    private static async Task<int> Publications()
    {
        await using var db = UseCases.Open();

        return await db.Publications.CountAsync();
    }

    private static async Task<List<Result>> Results(int year)
    {
        await using var db = UseCases.Open();

        return await db.Results.Where(result => result.Year == year).ToListAsync();
    }

    private static async Task<Result> OfInstitution(int year, string code)
    {
        await using var db = UseCases.Open();

        return await db.WithCode(year, code).Where(result => result.UnitId == null).OrderByDescending(result => result.Revision).FirstAsync();
    }
}

internal static class ResultQueries
{
    public static IQueryable<Result> WithCode(this ComplianceDbContext db, int year, string start) =>
        from result in db.Results
        join institution in db.Institutions on result.InstitutionId equals institution.Id
        where result.Year == year && institution.Code.StartsWith(start)
        select result;
}

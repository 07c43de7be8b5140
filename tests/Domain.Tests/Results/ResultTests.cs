using Compliance.Domain.Institutions;
using Compliance.Domain.Results;

namespace Compliance.Domain.Tests.Results;

public sealed class ResultTests
{
    private static readonly DateTimeOffset Noon = new(2023, 6, 1, 5, 0, 0, TimeSpan.Zero);
    private static readonly InstitutionId Kampar = EntityId.New<InstitutionId>(Noon);
    private static readonly ServiceUnitId Watdek = EntityId.New<ServiceUnitId>(Noon);

    private static readonly ResultContent Content = new(
        ResultStatus.Assessed,
        null,
        Score.Of(49.85m),
        "D",
        "red",
        null,
        ResultBasis.Published,
        null,
        null,
        "first print",
        [new("input", Score.Of(8.72m)), new("process", Score.Of(10.76m))]);

    [Test]
    public void A_first_result_is_revision_1_of_its_subject()
    {
        var result = Result.Of(EntityId.New<ResultId>(Noon), Kampar, null, 2022, "2022", 7, Content);

        result.Should().BeEquivalentTo(new { Revision = 1, Supersedes = (ResultId?)null, SubjectId = Kampar.Value, Year = 2022, Instrument = "2022", Publication = 7 });
        result.Content.Should().Be(Content);
    }

    [Test]
    public void The_subject_of_a_units_result_is_the_unit() =>
        Result.Of(EntityId.New<ResultId>(Noon), Kampar, Watdek, 2023, "2023", 1, Content).SubjectId.Should().Be(Watdek.Value);

    [Test]
    public void A_correction_supersedes_and_leaves_the_corrected_result_as_it_was()
    {
        var first = Result.Of(EntityId.New<ResultId>(Noon), Kampar, Watdek, 2023, "2023", 1, Content);
        var corrected = first.Correct(EntityId.New<ResultId>(Noon), "2023b", 4, Content with { Score = Score.Of(50m) });

        corrected.Should().BeEquivalentTo(new
        {
            InstitutionId = Kampar,
            UnitId = (ServiceUnitId?)Watdek,
            SubjectId = Watdek.Value,
            Year = 2023,
            Revision = 2,
            Supersedes = (ResultId?)first.Id,
            Instrument = "2023b",
            Publication = 4,
        });
        corrected.Score.Should().Be(Score.Of(50m));
        first.Score.Should().Be(Score.Of(49.85m));
        first.Revision.Should().Be(1);
        corrected.Correct(EntityId.New<ResultId>(Noon), "2023b", 5, Content).Revision.Should().Be(3);
    }

    [Test]
    public void Printing_the_same_elsewhere_or_its_dimensions_in_another_order_changes_nothing() =>
        Content.SaysTheSameAs(Content with { Source = "second print", Dimensions = [.. Content.Dimensions.Reverse()] }).Should().BeTrue();

    private static readonly ResultContent[] Others =
    [
        Content with { Status = ResultStatus.NotAssessed },
        Content with { Reason = NotAssessedReason.Security },
        Content with { Score = Score.Of(49.86m) },
        Content with { Score = null },
        Content with { Category = "C" },
        Content with { Zone = "yellow" },
        Content with { Qualifier = "withoutMaladministration" },
        Content with { Basis = ResultBasis.Units },
        Content with { PrintedZone = "yellow" },
        Content with { PrintedCategory = "C" },
        Content with { Dimensions = [] },
        Content with { Dimensions = [new("input", Score.Of(8.72m)), new("process", Score.Of(10.77m))] },
    ];

    [TestCaseSource(nameof(Others))]
    public void Everything_else_that_differs_is_a_correction(ResultContent other)
    {
        Content.SaysTheSameAs(other).Should().BeFalse();
        other.SaysTheSameAs(Content).Should().BeFalse();
    }
}

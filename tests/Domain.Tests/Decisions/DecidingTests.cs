using Compliance.Domain.Assessments;
using Compliance.Domain.Decisions;
using Compliance.Domain.Institutions;
using Compliance.Domain.Results;
using Compliance.Domain.Tests.Scoring;

namespace Compliance.Domain.Tests.Decisions;

public sealed class DecidingTests
{
    private const string Name = "Disdukcapil";

    private static readonly Instrument Instrument = An.InstrumentLike2023();

    [Test]
    public void A_unit_is_decided_by_what_its_sheet_scores()
    {
        var answers = Answers.Everywhere(Instrument, (indicator, subject) => indicator.Code == "output.ikm" ? Answers.Worst(indicator, subject) : Answers.Best(indicator, subject));

        var figures = UnitFigures.Of(Instrument, Inputs.Of(Instrument, answers));
        var unit = DecidedUnit.Assessed(Instrument, ServiceUnitId.From(Guid.NewGuid()), Name, figures.Head);

        unit.Score.Should().Be(Score.Of(95.96m));
        unit.Should().BeEquivalentTo(new { Status = ResultStatus.Assessed, Category = "A", Zone = "green" });
        unit.Dimensions.Select(points => (points.Dimension, points.Points.Value)).Should().Equal(("input", 21.85m), ("process", 32.37m), ("output", 20.2m), ("complaints", 21.54m));
        figures.Text.Should().Contain("\"unrounded\":95.96");
        figures.Indicators.Should().HaveCount(Instrument.Indicators.Count);
        figures.Indicators.Single(indicator => indicator.Code == "output.ikm").Should().Be(new DecidedIndicator("output.ikm", 4.04m, 0m, 0m, 1, 0));
    }

    [Test]
    public void A_unit_that_was_not_assessed_says_why_and_has_no_figures()
    {
        var unit = DecidedUnit.NotAssessed(ServiceUnitId.From(Guid.NewGuid()), Name, AssessmentId.From(Guid.NewGuid()), NotAssessedReason.Security);

        unit.Should().BeEquivalentTo(new { Status = ResultStatus.NotAssessed, Reason = NotAssessedReason.Security, Score = (Score?)null, InputsSha256 = (string?)null, FiguresSha256 = (string?)null });
        unit.Dimensions.Should().BeEmpty();
        unit.ToResult().Status.Should().Be(ResultStatus.NotAssessed);
    }

    [Test]
    public void An_institution_is_the_mean_of_its_assessed_units_as_they_are_printed()
    {
        decimal[] printed = [49.85m, 52.86m, 55.09m, 59.85m, 62.06m, 71.08m, 74.82m];

        var content = DecisionCalculator.Combine(Instrument, "81.02", InstitutionKind.Regency, "81", [.. printed.Select((score, index) => Unit($"u{index}", score)), Unit("closed", null)]);

        content.Score.Should().Be(Score.Of(60.80m));
        content.Should().BeEquivalentTo(new { Category = "C", Zone = "yellow" });
        content.ToResult().Should().BeEquivalentTo(new { Status = ResultStatus.Assessed, Basis = ResultBasis.Decided });
    }

    [TestCase(NotAssessedReason.Security, NotAssessedReason.Security, NotAssessedReason.Security)]
    [TestCase(NotAssessedReason.Security, NotAssessedReason.Refused, NotAssessedReason.Other)]
    public void An_institution_without_an_assessed_unit_shares_the_reason_of_all(NotAssessedReason one, NotAssessedReason other, NotAssessedReason shared)
    {
        var content = DecisionCalculator.Combine(Instrument, "94.10", InstitutionKind.Regency, "94", [Unit("a", null) with { Reason = one }, Unit("b", null) with { Reason = other }]);

        content.Score.Should().BeNull();
        content.ToResult().Should().BeEquivalentTo(new { Status = ResultStatus.NotAssessed, Reason = shared, Score = (Score?)null });
    }

    [Test]
    public void Places_count_within_a_kind_nationally_and_within_the_province()
    {
        DecidedContent[] all =
        [
            Institution("14.01", InstitutionKind.Regency, "14", 80m),
            Institution("14.02", InstitutionKind.Regency, "14", 90m),
            Institution("81.02", InstitutionKind.Regency, "81", 90m),
            Institution("14.71", InstitutionKind.City, "14", 50m),
            Institution("14", InstitutionKind.Province, null, 60m),
            Institution("94.10", InstitutionKind.Regency, "94", null),
        ];

        var ranked = DecisionCalculator.Ranked(all).ToDictionary(each => each.Code, each => (each.National, each.Province));

        ranked.Should().BeEquivalentTo(new Dictionary<string, (Rank?, Rank?)>
        {
            ["14"] = (new(1, 1), null),
            ["14.01"] = (new(3, 3), new(2, 2)),
            ["14.02"] = (new(1, 3), new(1, 2)),
            ["14.71"] = (new(1, 1), new(1, 1)),
            ["81.02"] = (new(1, 3), new(1, 1)),
            ["94.10"] = (null, null),
        });
    }

    [RandomCases(500, Arbitrary = [typeof(AnySheet)])]
    public void What_is_decided_follows_from_the_published_inputs_to_the_byte(Scoring.Sheet sheet)
    {
        var input = Inputs.Of(sheet.Instrument, [.. sheet.Answers]);
        var content = DecisionCalculator.Combine(sheet.Instrument, "14.01", InstitutionKind.Regency, "14", [Decided(sheet.Instrument, input)]);

        var published = DecidedTextParser.InputOf(DecidedTextWriter.InputOf(input));
        var again = DecisionCalculator.Combine(sheet.Instrument, "14.01", InstitutionKind.Regency, "14", [Decided(sheet.Instrument, published)]);

        UnitFigures.Of(sheet.Instrument, published).Text.Should().Be(UnitFigures.Of(sheet.Instrument, input).Text);
        DecidedTextWriter.ContentOf(again).Should().Be(DecidedTextWriter.ContentOf(content));
        DecidedTextWriter.ContentOf(DecidedTextParser.ContentOf(DecidedTextWriter.ContentOf(content))).Should().Be(DecidedTextWriter.ContentOf(content));
        content.Units[0].Score.Should().Be(sheet.Figures.Outcome?.Score);
    }

    [Test]
    public void A_score_is_printed_alike_whether_it_was_computed_or_read()
    {
        var computed = Institution("14.01", InstitutionKind.Regency, "14", 20.000m) with { Units = [Unit("a", 17.10m) with { Dimensions = [new("input", Score.Of(4.0m))] }] };
        var read = Institution("14.01", InstitutionKind.Regency, "14", 20m) with { Units = [computed.Units[0] with { Score = Score.OfHundredths(1710), Dimensions = [new("input", Score.OfHundredths(400))] }] };

        DecidedTextWriter.ContentOf(read).Should().Be(DecidedTextWriter.ContentOf(computed));
    }

    private static DecidedUnit Decided(Instrument instrument, UnitInput input) =>
        DecidedUnit.Assessed(instrument, input.Unit, Name, UnitFigures.Of(instrument, input).Head);

    private static DecidedUnit Unit(string name, decimal? score) => new(
        ServiceUnitId.From(Guid.NewGuid()),
        name,
        AssessmentId.From(Guid.NewGuid()),
        score is null ? ResultStatus.NotAssessed : ResultStatus.Assessed,
        score is null ? NotAssessedReason.Closed : null,
        score is { } value ? Score.Of(value) : null,
        null,
        null,
        score is null ? null : Digest.Zero,
        null,
        []);

    private static DecidedContent Institution(string code, InstitutionKind kind, string? region, decimal? score) =>
        new(code, kind, region, score is { } value ? Score.Of(value) : null, null, null, null, null, []);
}

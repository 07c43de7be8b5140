using Compliance.Domain.Assessments;
using Compliance.Domain.Audit;
using Compliance.Domain.Cycles;
using Compliance.Domain.Decisions;
using Compliance.Domain.Institutions;
using Compliance.Domain.Results;

namespace Compliance.Domain.Tests.Decisions;

/// <summary>
/// Hashes of decisions are stored, signed and published, so they never change: the texts and hashes here are what the program
/// wrote when this test was added.
/// </summary>
public sealed class DecisionHashesTests
{
    private const string OfAssessed = "b220c016a226b798eb53df564ab08793e9a726f47c7fe65706be9e200c4c99b7";
    private const string OfNotAssessed = "3a69d69f181af37f88e42091d3ca3317105ac6182ddbc550c5b98af5dbba5fbf";
    private const string OfInputs = "926535e8948ef49ea09908ffe5af5a6e451a3b9afbb6c5c498b00377e57c76da";
    private const string OfResults = "2fe20bd1d9dc62b372cec685dbc4f21a072712f207949c4ca1c12d3b7b752f55";
    private const string OfStatement = "71d7d2296c809ac57cc746cff516115b3b54231ebf6287a733e5fc1766de7875";
    private const string OfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static readonly DateTimeOffset DecidedAt = new(2023, 12, 14, 3, 0, 0, 123, 456, TimeSpan.Zero);

    private static readonly Instrument Instrument = An.InstrumentOf(
        An.Indicator("a", subject: SubjectKind.Official, expected: 2), An.Indicator("b"), An.Indicator("c"));

    private static readonly UnitInput Assessed = Inputs.Of(
        Instrument, Answers.Level("a", 1, "official:1"), Answers.Level("a", 2, "official:2"), Answers.Level("b", 3), Answers.NotApplicable("c"));

    private static readonly UnitInput NotAssessed = UnitInput.Without(
        ServiceUnitId.From(IdOf(3)), AssessmentId.From(IdOf(4)), NotAssessedReason.Security);

    private static readonly UnitFigures Figures = UnitFigures.Of(Instrument, Assessed);

    [Test]
    public void Inputs_are_hashed_as_they_are_published()
    {
        DecidedTextWriter.InputOf(Assessed).Should().Be(
            """{"unit":"00000001-0000-0000-0000-000000000000","assessment":"00000002-0000-0000-0000-000000000000","planned":[0,0,2],"answers":{"a":{"official:1":1,"official:2":2},"b":{"unit":3},"c":{"unit":null}}}""");
        DecidedTextWriter.InputOf(NotAssessed).Should().Be(
            """{"unit":"00000003-0000-0000-0000-000000000000","assessment":"00000004-0000-0000-0000-000000000000","notAssessed":"security"}""");
        DecisionHashes.OfInput(Assessed).Should().Be(OfAssessed);
        DecisionHashes.OfInput(DecidedTextWriter.InputOf(NotAssessed)).Should().Be(OfNotAssessed);
    }

    [Test]
    public void Figures_name_the_inputs_that_they_follow_from()
    {
        Figures.Text.Should().Be(
            """{"assessment":"00000002-0000-0000-0000-000000000000","inputsSha256":"b220c016a226b798eb53df564ab08793e9a726f47c7fe65706be9e200c4c99b7","unrounded":56.25,"indicators":[{"code":"a","weight":50,"points":18.75,"achievement":0.375,"answered":2,"notApplicable":0},{"code":"b","weight":50,"points":37.5,"achievement":0.75,"answered":1,"notApplicable":0},{"code":"c","weight":0,"answered":0,"notApplicable":1}]}""");
        Figures.InputsSha256.Should().Be(OfAssessed);
        Figures.Sha256.Should().Be("555eefa3667c7fbbd3a2402496bc9dff0ffb8fe33a25e6a312c259d463e26f01");
    }

    [Test]
    public void The_inputs_of_a_decision_are_hashed_by_their_hashes_in_their_order()
    {
        DecisionHashes.OfInputs([OfAssessed, OfNotAssessed]).Should().Be(OfInputs);
        DecisionHashes.OfInputs([OfNotAssessed, OfAssessed]).Should().NotBe(OfInputs);
        DecisionHashes.OfInputs([]).Should().Be(OfNothing);
    }

    [Test]
    public void The_results_of_a_decision_are_hashed_as_the_lines_of_its_proof()
    {
        var content = ContentOf();

        content.Should().Be(
            """{"institution":"14.01","kind":"regency","region":"14","score":56.25,"category":"C","zone":"yellow","national":[1,1],"province":[1,1],"units":[{"unit":"00000003-0000-0000-0000-000000000000","name":"Dinas Kesehatan “Sehat”","assessment":"00000004-0000-0000-0000-000000000000","status":"notAssessed","reason":"security"},{"unit":"00000001-0000-0000-0000-000000000000","name":"Disdukcapil","assessment":"00000002-0000-0000-0000-000000000000","status":"assessed","score":56.25,"category":"C","zone":"yellow","inputsSha256":"b220c016a226b798eb53df564ab08793e9a726f47c7fe65706be9e200c4c99b7","figuresSha256":"555eefa3667c7fbbd3a2402496bc9dff0ffb8fe33a25e6a312c259d463e26f01","dimensions":{"d":56.25}}]}""");
        DecisionHashes.OfResults([content]).Should().Be(OfResults);
        DecisionHashes.OfResults([content]).Should().Be(Digest.Of($"{content}\n"));
        DecisionHashes.OfResults([]).Should().Be(OfNothing);
    }

    [Test]
    public void A_correction_names_the_decision_before_it_by_its_statement()
    {
        using var key = SigningKey.Create();
        var cycle = Cycle.Open(CycleId.From(IdOf(5)), 2023, Instrument, new(2023, 6, 1), new(2023, 10, 31));
        var first = Decision.First(DecisionId.From(IdOf(6)), cycle, "418/2023", new(2023, 12, 14), DecidedAt);
        first.Seal(Digest.Of("instrument"), OfInputs, OfResults, new(1, 2, 1, 1), key);

        var correction = Decision.Correction(DecisionId.From(IdOf(7)), first, "7/2024", new(2024, 1, 19), "Salah dibaca.", DecidedAt);

        first.Statement.Should().Be(
            $$"""{"assessed":1,"at":"2023-12-14T03:00:00.123456Z","date":"2023-12-14","inputs":"{{OfInputs}}","instrument":"trial","instrumentSha256":"d3e43f83d066d0cc621c971c101d990224e9a9e387b6cd47e8eea834192129aa","institutions":1,"keyId":"{{key.KeyId}}","number":"418/2023","ordinal":1,"previous":"0000000000000000000000000000000000000000000000000000000000000000","results":"{{OfResults}}","units":2,"year":2023}""");
        correction.Previous.Should().Be(DecisionHashes.OfStatement(first.Statement));
        DecisionHashes.OfStatement(first.Statement.Replace(key.KeyId, "0123456789abcdef", StringComparison.Ordinal)).Should().Be(OfStatement);
    }

    private static string ContentOf()
    {
        DecidedUnit[] units =
        [
            DecidedUnit.Assessed(Instrument, Assessed.Unit, "Disdukcapil", Figures.Head),
            DecidedUnit.NotAssessed(NotAssessed.Unit, "Dinas Kesehatan “Sehat”", NotAssessed.Assessment, NotAssessed.NotAssessed!.Value),
        ];

        return DecidedTextWriter.ContentOf(DecisionCalculator.Ranked([DecisionCalculator.Combine(Instrument, "14.01", InstitutionKind.Regency, "14", units)])[0]);
    }

    private static Guid IdOf(int number) => new(number, 0, 0, new byte[8]);
}

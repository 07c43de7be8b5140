using System.Net.Http.Headers;
using System.Text;

namespace Compliance.Api.Tests;

[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ScoreRefusalsTests(string provider) : ApiTests(provider)
{
    private const string Scores = $"{Api}/scores";

    private static readonly (string Answer, string Error)[] WrongAnswers =
    [
        ("""{ "indicator": "input.nothing", "subject": "unit", "level": 1 }""", "/answers/0/indicator unknownIndicator"),
        ("""{ "indicator": "input.facilities.toilet", "subject": "unit", "level": 5 }""", "/answers/0/level levelOutOfRange"),
        ("""{ "indicator": "input.facilities.toilet", "subject": "unit", "level": -1 }""", "/answers/0/level levelOutOfRange"),
        ("""{ "indicator": "input.facilities.toilet", "subject": "product:1", "level": 1 }""", "/answers/0/subject wrongSubject"),
        ("""{ "indicator": "process.standard.cost", "subject": "product:3", "level": 1 }""", "/answers/0/subject wrongSubject"),
        ("""{ "indicator": "process.standard.cost", "subject": "product:0", "level": 1 }""", "/answers/0/subject wrongSubject"),
        ("""{ "indicator": "output.ikm", "subject": "unit", "number": 24.99 }""", "/answers/0/number numberOutOfRange"),
        ("""{ "indicator": "output.ikm", "subject": "unit", "number": 100.01 }""", "/answers/0/number numberOutOfRange"),
        ("""{ "indicator": "output.ikm", "subject": "unit", "level": 3 }""", "/answers/0/number numberExpected"),
        ("""{ "indicator": "input.facilities.accessibility", "subject": "unit", "checked": ["ramp", "lift"] }""", "/answers/0/checked/1 unknownOption"),
        ("""{ "indicator": "input.facilities.accessibility", "subject": "unit", "checked": ["ramp", "ramp"] }""", "/answers/0/checked/1 optionTwice"),
        ("""{ "indicator": "process.standard.cost", "subject": "product:1", "notApplicable": true, "reason": "x" }""", "/answers/0/notApplicable notApplicableNotAllowed"),
        ("""{ "indicator": "input.facilities.toilet", "subject": "unit", "notApplicable": true }""", "/answers/0/reason reasonMissing"),
    ];

    [TestCaseSource(nameof(WrongAnswers))]
    public async Task A_wrong_answer_is_refused_at_its_place((string Answer, string Error) wrong)
    {
        var reply = await PostText($$"""{ "instrument": "2023", "answers": [{{wrong.Answer}}] }""");

        reply.Errors(422, "answersRefused").Should().Equal(wrong.Error);
    }

    [Test]
    public async Task An_observation_is_answered_once()
    {
        var answer = Sheets.Level("input.facilities.toilet", "unit", 2);

        (await Post(Scores, Sheets.Body("2023", [answer, answer]))).Errors(422, "answersRefused").Should().Equal("/answers/1 duplicateAnswer");
    }

    [Test]
    public async Task All_wrong_answers_are_named_at_once()
    {
        var reply = await Post(Scores, Sheets.Body("2023",
        [
            Sheets.Level("input.facilities.toilet", "unit", 9),
            Sheets.Level("input.facilities.counter", "unit", 1),
            Sheets.Level("input.nothing", "unit", 1),
        ]));

        reply.Errors(422, "answersRefused").Should().Equal("/answers/0/level levelOutOfRange", "/answers/2/indicator unknownIndicator");
    }

    [TestCase("""{ "instrument": "2023" }""")]
    [TestCase("""{ "instrument": "2023", "answers": [], "dimensions": {} }""")]
    public async Task Either_answers_or_dimensions_are_needed(string body) =>
        (await PostText(body)).Errors(400, "invalidRequest").Should().Equal("/answers answersOrDimensions");

    [TestCase("""{ "input": 21.86 }""", "/dimensions/input pointsOutOfRange")]
    [TestCase("""{ "input": -0.01 }""", "/dimensions/input pointsOutOfRange")]
    [TestCase("""{ "speed": 1 }""", "/dimensions/speed unknownDimension")]
    public async Task Dimension_points_stay_within_their_weight(string dimensions, string error) =>
        (await PostText($$"""{ "instrument": "2023", "dimensions": {{dimensions}} }""")).Errors(422, "pointsRefused").Should().Contain(error);

    [Test]
    public async Task An_instrument_without_indicators_scores_no_sheet()
    {
        (await PostText("""{ "instrument": "2021", "answers": [] }""")).Problem(422, "instrumentResultsOnly");
        (await PostText("""{ "instrument": "2021", "dimensions": { "input": 1 } }""")).Problem(422, "instrumentResultsOnly");
    }

    [Test]
    public async Task An_unknown_instrument_is_a_rule_broken_not_a_missing_address()
    {
        (await PostText("""{ "instrument": "1999", "answers": [] }""")).Errors(422, "unknownInstrument").Should().Equal("/instrument unknownInstrument");
        (await PostText("""{ "answers": [] }""")).Errors(400, "invalidRequest").Should().Equal("/instrument required");
    }

    [Test]
    public async Task Units_of_an_institution_lie_between_0_and_100()
    {
        var reply = await Post($"{Scores}/institution", new { instrument = "2023", units = new[] { 50m, -0.01m, 100.01m } });

        reply.Errors(422, "scoreOutOfRange").Should().Equal("/units/1 scoreOutOfRange", "/units/2 scoreOutOfRange");
        (await Post($"{Scores}/institution", new { instrument = "2023", units = Array.Empty<decimal>() })).Errors(400, "invalidRequest")
            .Should().Equal("/units required");
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("nothing")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("""{ "instrument": "2023", "answers": [ }""")]
    public async Task A_body_that_is_not_the_JSON_meant_is_malformed(string body) =>
        (await PostText(body)).Problem(400, "malformedRequest");

    [TestCase("""{ "instrument": "2023", "answers": [{ "level": "three" }] }""", "/answers/0/level")]
    [TestCase("""{ "instrument": "2023", "answers": [{ "level": 3.5 }] }""", "/answers/0/level")]
    [TestCase("""{ "instrument": 2023 }""", "/instrument")]
    [TestCase("""{ "instrument": "2023", "dimensions": { "input": "8,72" } }""", "/dimensions/input")]
    [TestCase("""{ "instrument": "2023", "dimensions": { "input": 1e400 } }""", "/dimensions/input")]
    public async Task A_value_of_the_wrong_type_is_named(string body, string pointer) =>
        (await PostText(body)).Errors(400, "malformedRequest").Should().Equal($"{pointer} malformedValue");

    [Test]
    public async Task A_body_that_is_not_UTF_8_is_malformed()
    {
        byte[] body = [.. "{ \"instrument\": \""u8, 0xC3, 0x28, .. "\", \"answers\": [] }"u8];

        (await Shared.Send(HttpMethod.Post, Scores, ApiCalls.Bytes(body))).Problem(400, "malformedRequest");
    }

    [TestCase("""{ "instrument": "20\u000023", "answers": [] }""")]
    [TestCase("""{ "instrument": "2023", "answers": [{ "indicator": "output.ikm\u0000", "subject": "unit", "number": 50 }] }""")]
    [TestCase("""{ "instrument": "2023", "answers": [{ "indicator": "output.ikm", "subject": "u\u0000nit", "number": 50 }] }""")]
    [TestCase("""{ "instrument": "\ud800", "answers": [] }""")]
    public async Task A_text_that_no_database_keeps_is_refused_not_a_failure_of_ours(string body) =>
        ((int)(await PostText(body)).Status).Should().BeOneOf(400, 422);

    [Test]
    public async Task A_body_of_20_MB_is_too_large()
    {
        var body = ApiCalls.Bytes(new byte[20 * 1024 * 1024]);

        (await Shared.Send(HttpMethod.Post, Scores, body, ("Expect", "100-continue"))).Problem(413, "bodyTooLarge");
    }

    [Test]
    public async Task Only_JSON_is_scored()
    {
        (await Shared.Send(HttpMethod.Post, Scores, ApiCalls.Bytes("{}"u8.ToArray(), "text/plain"))).Problem(415, "unsupportedMediaType");
        (await Shared.Send(HttpMethod.Post, Scores, ApiCalls.Bytes("<a/>"u8.ToArray(), "application/xml"))).Problem(415, "unsupportedMediaType");
    }

    [TestCase("nothing")]
    [TestCase("utf-7")]
    [TestCase("utf-16")]
    [TestCase("latin1")]
    public async Task JSON_in_other_letters_than_UTF_8_is_not_taken(string charset) =>
        (await PostAs($"application/json; charset={charset}")).Problem(415, "unsupportedMediaType");

    [Test]
    public async Task Where_nothing_is_the_charset_does_not_matter() =>
        (await Shared.Send(HttpMethod.Post, $"{Api}/nowhere", As("application/json; charset=nothing"))).Problem(404, "notFound");

    [TestCase("application/json; charset=utf-8")]
    [TestCase("application/json; charset=UTF-8")]
    [TestCase("application/json; charset=\"utf-8\"")]
    [TestCase("application/problem+json; charset=\"UTF-8\"; version=1")]
    public async Task JSON_may_say_that_it_is_UTF_8(string contentType) => (await PostAs(contentType)).Errors(400, "invalidRequest").Should().NotBeEmpty();

    [Test]
    public async Task More_answers_than_any_sheet_holds_are_too_many()
    {
        var answer = Sheets.Level("input.facilities.toilet", "unit", 2);

        (await Post(Scores, Sheets.Body("2023", Enumerable.Repeat(answer, 10_001)))).Errors(400, "invalidRequest").Should().Equal("/answers tooMany");
    }

    private static ByteArrayContent As(string contentType) => new("{}"u8.ToArray()) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } };

    private Task<Reply> PostAs(string contentType) => Shared.Send(HttpMethod.Post, Scores, As(contentType));

    private Task<Reply> PostText(string json) => Shared.Send(HttpMethod.Post, Scores, ApiCalls.Bytes(Encoding.UTF8.GetBytes(json)));
}

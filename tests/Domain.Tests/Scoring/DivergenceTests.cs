namespace Compliance.Domain.Tests.Scoring;

public sealed class DivergenceTests
{
    private const Technique Interview = Technique.Interview;
    private const Technique Document = Technique.Document;
    private const Technique Survey = Technique.Survey;

    [Test]
    public void Techniques_that_differ_by_the_threshold_are_flagged_on_their_subject()
    {
        var instrument = An.InstrumentOf(An.Indicator(
            "i",
            subject: SubjectKind.Official,
            expected: 4,
            combination: new(CombinationRule.Mean, 0.5m),
            techniques: [Survey, Interview, Document]));

        var divergences = Single(
            instrument,
            By(Survey, Answers.Level("i", 3, "official:1")),
            By(Interview, Answers.Level("i", 1, "official:1")),
            By(Document, Answers.Level("i", 1, "official:1")),
            By(Interview, Answers.Level("i", 3, "official:2")),
            By(Document, Answers.Level("i", 2, "official:2")),
            By(Interview, Answers.Level("i", 0, "official:3")),
            By(Survey, Answers.NotApplicable("i", "official:3")),
            By(Document, Answers.Level("i", 4, "official:4")),
            By(Interview, Answers.Level("i", 0, "official:4"))).Divergences;

        divergences.Should().Equal(
            new Divergence(new(SubjectKind.Official, 1), new(Interview, 1m, 0.25m), new(Survey, 3m, 0.75m)),
            new Divergence(new(SubjectKind.Official, 4), new(Interview, 0m, 0m), new(Document, 4m, 1m)));
    }

    // 1/3 is no decimal: two of three steps apart is flagged from 0.6666 on, and not from 0.6667.
    [TestCase("0.6666", true)]
    [TestCase("0.6667", false)]
    public void A_threshold_is_compared_exactly(decimal threshold, bool flagged)
    {
        var instrument = An.InstrumentOf(An.Indicator(
            "i", kind: An.Options(3), combination: new(CombinationRule.Mean, threshold), techniques: [Interview, Document]));

        Single(instrument, By(Interview, Answers.Checked("i", "o1")), By(Document, Answers.Checked("i", "o1", "o2", "o3")))
            .Divergences.Any().Should().Be(flagged);
    }

    [Test]
    public void Without_a_threshold_nothing_is_flagged() =>
        Single(
            An.InstrumentOf(An.Indicator("i", combination: new(CombinationRule.Mean), techniques: [Interview, Document])),
            By(Interview, Answers.Level("i", 0)),
            By(Document, Answers.Level("i", 4))).Divergences.Should().BeEmpty();

    private static Answer By(Technique technique, Answer answer) => answer with { Technique = technique };

    private static IndicatorScore Single(Instrument instrument, params Answer[] answers) =>
        Answers.Card(instrument, answers).Dimensions.Single().Variables.Single().Indicators.Single();
}

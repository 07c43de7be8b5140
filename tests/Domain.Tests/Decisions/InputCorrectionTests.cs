using Compliance.Domain.Decisions;

namespace Compliance.Domain.Tests.Decisions;

public sealed class InputCorrectionTests
{
    private static readonly Instrument Instrument = An.InstrumentOf(
        An.Indicator("a", subject: SubjectKind.Official, expected: 2), An.Indicator("b"), An.Indicator("c"));

    private static readonly UnitInput Standing = Inputs.Of(
        Instrument, Answers.Level("a", 1, "official:1"), Answers.Level("a", 2, "official:2"), Answers.Level("b", 3), Answers.NotApplicable("c"));

    [Test]
    public void A_corrected_answer_takes_the_place_of_the_one_that_stood()
    {
        var (input, faults) = InputCorrection.Of(Instrument, Standing, [Answers.Level("a", 4, "official:2")]);

        faults.Should().BeEmpty();
        input.Answers.Select(answer => (answer.Indicator, answer.Subject, answer.Level)).Should()
            .Equal(("a", "official:1", 1), ("a", "official:2", 4), ("b", "unit", 3), ("c", "unit", null));
    }

    [Test]
    public void Answers_come_in_the_order_of_the_instrument_however_they_are_corrected()
    {
        var (input, _) = InputCorrection.Of(Instrument, Standing, [Answers.Level("c", 1), Answers.Level("a", 0, "official:1")]);

        input.Answers.Select(answer => answer.Indicator).Should().Equal("a", "a", "b", "c");
    }

    [Test]
    public void Every_wrong_answer_is_named_where_it_stands()
    {
        var (_, faults) = InputCorrection.Of(
            Instrument, Standing, [Answers.Level("b", 9), Answers.Level("x", 1), Answers.Level("a", 1, "official:3"), Answers.Level("c", 2), Answers.Level("c", 3)]);

        faults.Select(fault => (fault.Pointer, fault.Error.Code)).Should().Equal(
            ("/answers/0/level", "levelOutOfRange"),
            ("/answers/1/indicator", "unknownIndicator"),
            ("/answers/2/subject", "wrongSubject"),
            ("/answers/4", "duplicateAnswer"));
    }

    [Test]
    public void A_correction_that_changes_nothing_is_none()
    {
        var (_, faults) = InputCorrection.Of(Instrument, Standing, [Answers.Level("b", 3) with { Reason = "Dibaca ulang." }]);

        faults.Select(fault => (fault.Pointer, fault.Error)).Should().Equal(("/answers", DecisionErrors.CorrectsNothing));
    }
}

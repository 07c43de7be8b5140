namespace Compliance.Domain.Tests.Instruments;

public sealed class AnswerTests
{
    private static readonly Answer Ticked = Answers.Checked("list", "ramp", "toilet");

    [Test]
    public void The_order_of_ticks_says_nothing()
    {
        Ticked.SaysTheSameAs(Answers.Checked("list", "toilet", "ramp")).Should().BeTrue();
        Ticked.SaysTheSameAs(Answers.Checked("list", "toilet")).Should().BeFalse();
        Answers.Checked("list", "toilet").SaysTheSameAs(Ticked).Should().BeFalse();
    }

    [Test]
    public void A_number_says_the_same_with_more_zeros() =>
        Answers.Number("n", 83.4m).SaysTheSameAs(Answers.Number("n", 83.40m)).Should().BeTrue();

    private static Answer[] Others =>
    [
        Answers.Level("other", 1),
        Answers.Level("i", 1, "product:1"),
        Answers.Level("i", 2),
        Answers.Number("i", 1m),
        Answers.Level("i", 1) with { Reason = "Seen twice." },
        Answers.Level("i", 1) with { NotApplicable = true },
    ];

    [TestCaseSource(nameof(Others))]
    public void Any_other_difference_says_something_else(Answer other)
    {
        Answers.Level("i", 1).SaysTheSameAs(other).Should().BeFalse();
        other.SaysTheSameAs(Answers.Level("i", 1)).Should().BeFalse();
        other.SaysTheSameAs(other with { }).Should().BeTrue();
    }
}

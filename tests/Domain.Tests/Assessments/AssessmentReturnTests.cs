using Compliance.Domain.Access;
using Compliance.Domain.Assessments;

namespace Compliance.Domain.Tests.Assessments;

/// <summary>A return names observations of the form, and each of its reasons is answered once.</summary>
public sealed class AssessmentReturnTests
{
    private static readonly AccountId Verifier = AccountId.From(new(1, 0, 0, new byte[8]));
    private static readonly AccountId Assessor = AccountId.From(new(2, 0, 0, new byte[8]));

    private static readonly Instrument Method = An.InstrumentOf(
        An.Indicator("cost", subject: SubjectKind.Product, expected: 2, techniques: [Technique.Document, Technique.Interview]),
        An.Indicator("a/b~c"));

    [TestCase("", true)]
    [TestCase("/cost/product:1", true)]
    [TestCase("/cost/product:1/interview", true)]
    [TestCase("/a~1b~0c/unit", true)]
    [TestCase("/cost/product:2", false, Description = "One product is planned.")]
    [TestCase("/cost/product:1/survey", false)]
    [TestCase("/cost/product:1/Interview", false)]
    [TestCase("/cost/product:1/interview/", false)]
    [TestCase("/cost/unit", false)]
    [TestCase("/nothing/unit", false)]
    [TestCase("/cost", false)]
    [TestCase("/", false)]
    [TestCase("cost/product:1", false)]
    [TestCase("/a/b~c/unit", false)]
    public void A_reason_points_to_an_observation_of_the_form_or_to_the_whole_sheet(string pointer, bool fits) =>
        ReturnPlace.IsInForm(pointer, Method, new(1, 0, 0)).Should().Be(fits);

    [Test]
    public void Every_wrong_place_is_named()
    {
        var raise = () => Raised("/nothing/unit", "", "/cost/product:9");

        raise.Should().BreakAt(
            AssessmentErrors.UnknownObservation, ("/reasons/0/pointer", "unknownObservation"), ("/reasons/2/pointer", "unknownObservation"));
    }

    [Test]
    public void Reasons_are_kept_in_their_order_and_open()
    {
        var made = Raised("/cost/product:2", "");

        made.Reasons.Select(reason => (reason.Number, reason.Pointer, reason.Text, reason.IsOpen))
            .Should().Equal((0, "/cost/product:2", "Text 0", true), (1, "", "Text 1", true));
        made.Find(made.Reasons[1].Id).Should().BeSameAs(made.Reasons[1]);
        made.Find(ReturnReasonId.From(Guid.Empty)).Should().BeNull();
    }

    [Test]
    public void The_same_answer_again_changes_nothing_and_another_one_is_refused()
    {
        var reason = Raised("").Reasons[0];
        reason.Close("Sudah diperbaiki.", AssessmentStatus.Returned, Assessor, Given.Now);

        reason.Close("Sudah diperbaiki.", AssessmentStatus.Submitted, Verifier, Given.Now.AddDays(1));
        (reason.Answer, reason.ClosedBy, reason.ClosedAt, reason.IsOpen).Should().Be(("Sudah diperbaiki.", Assessor, Given.Now, false));

        var other = () => reason.Close("Tidak benar.", AssessmentStatus.Returned, Assessor, Given.Now);
        other.Should().Break(AssessmentErrors.ReturnReasonClosed);
        reason.Answer.Should().Be("Sudah diperbaiki.");
    }

    [Test]
    public void It_is_answered_while_the_office_works_on_it([Values] AssessmentStatus status)
    {
        var reason = Raised("").Reasons[0];
        var close = () => reason.Close("Ya.", status, Assessor, Given.Now);

        if (status is AssessmentStatus.Planned or AssessmentStatus.Collecting or AssessmentStatus.Returned)
        {
            close.Should().NotThrow();
        }
        else
        {
            close.Should().Break(AssessmentErrors.StatusForbids(status));
        }
    }

    private static AssessmentReturn Raised(params string[] pointers) => AssessmentReturn.Raise(
        ReturnId.From(new(7, 0, 0, new byte[8])),
        Given.Assessment(Method),
        Method,
        [.. pointers.Select((pointer, index) => (ReturnReasonId.From(new(index + 1, 0, 0, new byte[8])), pointer, $"Text {index}"))],
        Verifier,
        Given.Now);
}

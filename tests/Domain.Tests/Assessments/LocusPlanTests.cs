using Compliance.Domain.Assessments;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.Tests.Assessments;

public sealed class LocusPlanTests
{
    private static readonly Instrument Method = An.InstrumentLike2023();
    private static readonly ServiceProductId[] Offered = [.. Enumerable.Range(1, 3).Select(number => ServiceProductId.From(new(number, 0, 0, new byte[8])))];
    private static readonly LocusPlan Whole = new(new(2, 30, 4), Offered[..2], null, null);

    [Test]
    public void Products_are_the_units_own_each_once_and_no_more_than_planned()
    {
        var stranger = ServiceProductId.From(Guid.Empty);

        Show(LocusPlan.ProductFaults([Offered[1], Offered[0]], Offered, new(2, 30, 4))).Should().Be("");
        Show(LocusPlan.ProductFaults([stranger, Offered[0], Offered[0]], Offered, new(2, 30, 4)))
            .Should().Be("/products/0 unknownProduct, /products/2 productTwice");
        Show(LocusPlan.ProductFaults(Offered, Offered, new(2, 30, 4))).Should().Be("/products/2 tooManySubjects");
    }

    [Test]
    public void A_subject_stands_for_its_product_and_beyond_the_list_it_is_a_number()
    {
        Whole.ProductOf(new(SubjectKind.Product, 2)).Should().Be(Offered[1]);
        Whole.ProductOf(new(SubjectKind.Product, 3)).Should().BeNull();
        Whole.ProductOf(new(SubjectKind.Official, 1)).Should().BeNull();
        Whole.ProductOf(Subject.Unit).Should().BeNull();
    }

    [Test]
    public void What_is_answered_does_not_fall_away_and_stays_on_its_product()
    {
        var assessment = Given.Assessment(Method, locus: Whole);
        Subject[] answered = [Subject.Unit, new(SubjectKind.Product, 2), new(SubjectKind.Respondent, 11), new(SubjectKind.Respondent, 12)];

        Refused(Whole with { Subjects = new(1, 10, 4), Products = Offered[..1] })
            .Should().BreakAt(AssessmentErrors.SubjectAnswered, ("/subjects/products", "subjectAnswered"), ("/subjects/respondents", "subjectAnswered"));
        Refused(Whole with { Products = [Offered[0], Offered[2]] }).Should().BreakAt(AssessmentErrors.SubjectAnswered, ("/products/1", "subjectAnswered"));
        Refused(Whole with { Products = Offered[..1] }).Should().BreakAt(AssessmentErrors.SubjectAnswered, ("/products/1", "subjectAnswered"));
        assessment.Version.Should().Be(1);

        assessment.ChangePlan(new(new(2, 12, 1), [Offered[2], Offered[1]], "14.71", null), answered);
        (assessment.Planned, assessment.AssessedAt, assessment.Version).Should().Be((new PlannedSubjects(2, 12, 1), "14.71", 2));

        Action Refused(LocusPlan plan) => () => assessment.ChangePlan(plan, answered);
    }

    [Test]
    public void A_number_that_is_answered_may_get_its_product_later()
    {
        var assessment = Given.Assessment(Method, locus: Whole with { Products = [] });

        assessment.ChangePlan(Whole, [new(SubjectKind.Product, 1), new(SubjectKind.Product, 2)]);

        assessment.Products.Should().Equal(Offered[..2]);
    }

    [Test]
    public void The_same_plan_again_changes_nothing()
    {
        var assessment = Given.Assessment(Method, locus: Whole);

        assessment.ChangePlan(Whole with { Products = [.. Offered[..2]] }, []);

        assessment.Version.Should().Be(1);
    }

    private static string Show(IEnumerable<Fault> faults) => string.Join(", ", faults.Select(fault => $"{fault.Pointer} {fault.Error.Code}"));
}

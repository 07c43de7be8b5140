using Compliance.Domain.Access;
using Compliance.Domain.Assessments;

namespace Compliance.Domain.Tests.Assessments;

public sealed class AssignmentTests
{
    private static readonly AccountId Whole = AccountId.From(new(1, 0, 0, new byte[8]));
    private static readonly AccountId Interviewer = AccountId.From(new(2, 0, 0, new byte[8]));
    private static readonly AccountId Stranger = AccountId.From(new(3, 0, 0, new byte[8]));

    private static readonly Indicator Interviewed = By("interviewed", Technique.Interview);
    private static readonly Indicator Seen = By("seen", Technique.Observation);
    private static readonly Indicator Both = By("both", Technique.Interview, Technique.Document);
    private static readonly Instrument Method = An.InstrumentOf(Interviewed, Seen, Both);

    [Test]
    public void Whoever_has_the_whole_unit_answers_everything_by_every_technique()
    {
        var assessment = Given.Assessment(Method, Whole);
        assessment.Assign(Whole, Techniques((Technique.Interview, Interviewer)));

        foreach (var indicator in Method.Indicators)
        {
            assessment.MayAnswer(Assessor(Whole), indicator, null).Should().BeTrue();
            assessment.MayAnswer(Assessor(Whole), indicator, Technique.Interview).Should().BeTrue();
        }
    }

    [Test]
    public void Whoever_has_a_technique_answers_what_it_observes()
    {
        var assessment = Given.Assessment(Method, Whole);
        assessment.Assign(Whole, Techniques((Technique.Interview, Interviewer)));
        var caller = Assessor(Interviewer);

        assessment.MayBeAnsweredBy(caller).Should().BeTrue();
        assessment.MayAnswer(caller, Interviewed, null).Should().BeTrue();
        assessment.MayAnswer(caller, Interviewed, Technique.Interview).Should().BeTrue();
        assessment.MayAnswer(caller, Both, null).Should().BeTrue();
        assessment.MayAnswer(caller, Both, Technique.Interview).Should().BeTrue();
        assessment.MayAnswer(caller, Both, Technique.Document).Should().BeFalse();
        assessment.MayAnswer(caller, Seen, null).Should().BeFalse();
        assessment.MayAnswer(caller, Seen, Technique.Interview).Should().BeFalse("nobody observes that indicator so");
    }

    [Test]
    public void Nobody_else_answers_and_nobody_outside_its_grant()
    {
        var assessment = Given.Assessment(Method, Whole);
        assessment.Assign(Whole, Techniques((Technique.Interview, Interviewer)));
        Caller[] others =
        [
            Assessor(Stranger), Assessor(Interviewer, office: "13"), Assessor(Interviewer, cycle: 2022), Caller.Anonymous,
            new(CallerKind.Account, Interviewer.Value, null, null, [new(Role.OfficeHead, "14")], [], []),
        ];

        others.Where(caller => assessment.MayBeAnsweredBy(caller) || assessment.MayAnswer(caller, Interviewed, null)).Should().BeEmpty();
        assessment.Allows(Assessor(Interviewer), Permission.ReadAssessments).Should().BeTrue();
        assessment.Allows(Assessor(Stranger), Permission.ReadAssessments).Should().BeFalse();
    }

    [Test]
    public void An_assignment_replaces_the_one_before_and_the_same_again_changes_nothing()
    {
        var assessment = Given.Assessment(Method, Whole);
        assessment.Assign(null, Techniques((Technique.Interview, Interviewer), (Technique.Observation, Whole)));
        assessment.Assign(null, Techniques((Technique.Observation, Whole), (Technique.Interview, Interviewer)));
        (assessment.AssessorId, assessment.Assignments.Count, assessment.Version).Should().Be((null, 2, 2));

        assessment.Assign(Whole, Techniques((Technique.Interview, Stranger)));
        assessment.Assignments.Select(each => (each.Technique, each.AccountId)).Should().Equal((Technique.Interview, Stranger));
        (assessment.AssessorId, assessment.Version).Should().Be((Whole, 3));
        assessment.MayBeAnsweredBy(Assessor(Interviewer)).Should().BeFalse();
    }

    [Test]
    public void A_technique_is_assigned_once_and_only_where_the_instrument_uses_it() =>
        Assignment.Faults(Method, [Technique.Interview, Technique.Survey, Technique.Interview, Technique.Document])
            .Select(fault => (fault.Pointer, fault.Error.Code))
            .Should().Equal(("/techniques/1/technique", "techniqueUnused"), ("/techniques/2/technique", "techniqueAssignedTwice"));

    private static Indicator By(string code, params Technique[] techniques) => An.Indicator(code) with { Techniques = techniques };

    private static Dictionary<Technique, AccountId> Techniques(params (Technique Technique, AccountId Account)[] techniques) =>
        techniques.ToDictionary(each => each.Technique, each => each.Account);

    private static Caller Assessor(AccountId account, string office = "14", int? cycle = null) =>
        new(CallerKind.Account, account.Value, null, null, [new(Role.Assessor, office, Cycle: cycle)], [], []);
}

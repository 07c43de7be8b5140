using Compliance.Domain.Access;
using Compliance.Domain.Assessments;

namespace Compliance.Domain.Tests.Assessments;

/// <summary>When an answer may still change, and by whom.</summary>
public sealed class AnswerEntryRulesTests
{
    private static readonly AccountId Assessor = EntityId.New<AccountId>(Given.Now);
    private static readonly AccountId Interviewer = EntityId.New<AccountId>(Given.Now);

    private static readonly Instrument Method = An.InstrumentOf(
        An.Indicator("interviewed") with { Techniques = [Technique.Interview, Technique.Observation] },
        An.Indicator("seen") with { Techniques = [Technique.Observation] });

    private Assessment assessment = null!;

    [SetUp]
    public void Plan() => assessment = Given.Assessment(Method, Assessor);

    [Test]
    public void While_it_is_collected_an_answer_needs_no_reason()
    {
        Check(Assessor, Answers.Level("seen", 1)).Should().BeNull();
        assessment.RegisterAnswers();

        Check(Assessor, Answers.Level("seen", 1)).Should().BeNull();
    }

    [Test]
    public void Once_submitted_every_change_has_its_reason_even_after_it_was_withdrawn()
    {
        assessment.RegisterAnswers();
        assessment.Submit([]);

        Check(Assessor, Answers.Level("seen", 1)).Should().Be(AssessmentErrors.ReasonNeeded.At("/reason"));
        Check(Assessor, Answers.Level("seen", 1) with { Reason = " " }).Should().Be(AssessmentErrors.ReasonNeeded.At("/reason"));
        Check(Assessor, Answers.Level("seen", 1) with { Reason = "Foto baru." }).Should().BeNull();

        assessment.Withdraw(verificationHasBegun: false);

        Check(Assessor, Answers.Level("seen", 1)).Should().Be(AssessmentErrors.ReasonNeeded.At("/reason"));
    }

    [Test]
    public void What_is_not_assessed_takes_no_answer_whatever_its_reason()
    {
        assessment.MarkNotAssessed(Domain.Results.NotAssessedReason.Security, null);

        Check(Assessor, Answers.Level("seen", 1) with { Reason = "Tetap." }).Should().Be(AssessmentErrors.StatusForbids(AssessmentStatus.NotAssessed).At(""));
    }

    [Test]
    public void Whoever_has_a_technique_answers_by_it_and_by_no_other()
    {
        assessment.Assign(Assessor, new Dictionary<Technique, AccountId> { [Technique.Interview] = Interviewer });

        Check(Interviewer, Answers.Level("interviewed", 1)).Should().BeNull();
        Check(Interviewer, Answers.Level("interviewed", 1) with { Technique = Technique.Interview }).Should().BeNull();
        Check(Interviewer, Answers.Level("interviewed", 1) with { Technique = Technique.Observation })
            .Should().Be(AssessmentErrors.TechniqueNotAssigned.At("/indicator"));
        Check(Interviewer, Answers.Level("seen", 1)).Should().Be(AssessmentErrors.TechniqueNotAssigned.At("/indicator"));
        Check(Assessor, Answers.Level("interviewed", 1) with { Technique = Technique.Interview }).Should().BeNull("the whole unit is the assessor's");
    }

    private Fault? Check(AccountId who, Answer answer) => AnswerEntryRules.Check(
        assessment, Method, new(CallerKind.Account, who.Value, null, null, [new(Role.Assessor, "14")], [], []), answer);
}

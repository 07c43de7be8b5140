using Compliance.Domain.Assessments;
using Compliance.Domain.Evidence;

namespace Compliance.Domain.Tests.Evidence;

public sealed class MissingEvidenceTests
{
    private static readonly Instrument instrument = An.InstrumentOf(
        An.Indicator("needed", subject: SubjectKind.Product, expected: 3) with { Evidence = EvidenceNeed.Required },
        An.Indicator("welcome") with { Evidence = EvidenceNeed.Optional },
        An.Indicator("none"));

    private static readonly Answer[] answers =
    [
        Answers.Level("needed", 3, "product:1"), Answers.NotApplicable("needed", "product:2"), Answers.Level("welcome", 1), Answers.Level("none", 1),
    ];

    [Test]
    public void What_is_answered_applicable_and_unproven_is_missing() =>
        MissingEvidence.Of(instrument, answers, []).Should().Equal(new Observation("needed", "product:1"));

    [TestCase(EvidenceState.Offered, false)]
    [TestCase(EvidenceState.Accepted, false)]
    [TestCase(EvidenceState.Rejected, true)]
    [TestCase(EvidenceState.Withheld, true)]
    public void A_piece_proves_while_it_is_offered_or_accepted(EvidenceState state, bool isMissing) =>
        MissingEvidence.Of(instrument, answers, [new("needed", "product:1", state)]).Any().Should().Be(isMissing);

    [Test]
    public void One_good_piece_is_enough_and_one_for_another_subject_is_not()
    {
        MissingEvidence.Of(instrument, answers, [new("needed", "product:1", EvidenceState.Rejected), new("needed", "product:1", EvidenceState.Offered)]).Should().BeEmpty();
        MissingEvidence.Of(instrument, answers, [new("needed", "product:3", EvidenceState.Accepted)]).Should().ContainSingle();
    }

    [TestCase("needed", "product:3", null)]
    [TestCase("needed", "product:4", "/subject wrongSubject")]
    [TestCase("needed", "unit", "/subject wrongSubject")]
    [TestCase("needed", "Product:1", "/subject wrongSubject")]
    [TestCase("other", "product:1", "/indicator unknownIndicator")]
    public void An_observation_is_one_of_the_plan(string indicator, string subject, string? fault)
    {
        var found = new Observation(indicator, subject).Check(instrument, PlannedSubjects.Of(instrument));

        (found is null ? null : $"{found.Pointer} {found.Error.Code}").Should().Be(fault);
    }

    [Test]
    public void Fewer_planned_subjects_are_fewer_observations() =>
        new Observation("needed", "product:3").Check(instrument, new PlannedSubjects(2, 0, 0)).Should().NotBeNull();

    [Test]
    public void It_is_made_by_a_technique_that_the_indicator_declares()
    {
        new Observation("none", "unit").Check(instrument, Technique.Survey)!.Code.Should().Be("techniqueNotDeclared");
        new Observation("none", "unit").Check(instrument, Technique.Observation).Should().BeNull();
        new Observation("none", "unit").Check(instrument, (Technique?)null).Should().BeNull();
    }
}

using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.Tests.Assessments;

public sealed class AssessmentTests
{
    private static readonly DateTimeOffset Now = new(2023, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Test]
    public void The_first_answer_opens_the_field_work_and_the_next_ones_leave_it_open()
    {
        var cycle = Cycle.Open(EntityId.New<CycleId>(Now), 2023, An.InstrumentLike2023(), new(2023, 5, 1), new(2023, 11, 30));
        var assessor = EntityId.New<AccountId>(Now);
        var assessment = Assessment.Plan(EntityId.New<AssessmentId>(Now), cycle, EntityId.New<ServiceUnitId>(Now), "14", assessor, LocusPlan.Of(An.InstrumentLike2023()));

        assessment.Status.Should().Be(AssessmentStatus.Planned);
        assessment.CycleId.Should().Be(cycle.Id);
        (assessment.Office, assessment.Year, assessment.AssessorId).Should().Be(("14", 2023, assessor));

        assessment.RegisterAnswers();
        assessment.RegisterAnswers();

        assessment.Status.Should().Be(AssessmentStatus.Collecting);
    }
}

using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Clarifications;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.Tests.Clarifications;

/// <summary>Institutions write until the end of a day in Jakarta, and each clarification is answered once.</summary>
public sealed class ClarificationTests
{
    private static readonly AccountId Verifier = AccountId.From(new(1, 0, 0, new byte[8]));
    private static readonly DateTimeOffset Noon = new(2023, 11, 20, 5, 0, 0, TimeSpan.Zero);

    [TestCase("2023-11-20T16:59:59Z", true)]
    [TestCase("2023-11-20T17:00:00Z", false)]
    public void It_is_written_until_midnight_in_Jakarta(string now, bool open)
    {
        var write = () => Written(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        if (open)
        {
            write.Should().NotThrow();
        }
        else
        {
            write.Should().Break(ClarificationErrors.Closed);
        }
    }

    [Test]
    public void Where_nothing_was_opened_nothing_is_written()
    {
        var cycle = New();

        cycle.AcceptsClarificationsOn(new(2023, 11, 20)).Should().BeFalse();
        var past = () => cycle.OpenClarification(new(2023, 11, 19), new(2023, 11, 20));
        past.Should().Break(CycleErrors.ClarificationInPast);
        cycle.ClarificationUntil.Should().BeNull();
        cycle.OpenClarification(new(2023, 11, 20), new(2023, 11, 20));
        cycle.OpenClarification(new(2023, 11, 20), new(2023, 12, 1));
        cycle.ClarificationUntil.Should().Be(new DateOnly(2023, 11, 20), "the same again changes nothing");
    }

    [Test]
    public void The_same_answer_again_changes_nothing_and_another_one_is_refused()
    {
        var written = Written(Noon);
        written.Reply("Benar.", accepted: true, Verifier, Noon);
        written.Reply("Benar.", accepted: true, AccountId.From(Guid.Empty), Noon.AddDays(1));
        (written.Answer, written.Accepted, written.AnsweredBy, written.AnsweredAt).Should().Be(("Benar.", true, Verifier, Noon));

        foreach (var other in new[] { () => written.Reply("Benar.", accepted: false, Verifier, Noon), () => written.Reply("Salah.", accepted: true, Verifier, Noon) })
        {
            other.Should().Break(ClarificationErrors.Answered);
        }
    }

    [TestCase(Role.Liaison, "14.04", null, true)]
    [TestCase(Role.Liaison, "14.04", 2023, true)]
    [TestCase(Role.Liaison, "14.04", 2022, false)]
    [TestCase(Role.Liaison, "14.01", null, false)]
    [TestCase(Role.Verifier, null, null, false)]
    public void Only_a_liaison_speaks_for_its_institution_in_its_cycles(Role role, string? institution, int? cycle, bool speaks) =>
        new Caller(CallerKind.Account, Verifier.Value, null, null, [new(role, Institution: institution, Cycle: cycle)], [], [])
            .SpeaksFor("14.04", 2023).Should().Be(speaks);

    private static Clarification Written(DateTimeOffset now)
    {
        var method = An.InstrumentLike2023();
        var cycle = New();
        cycle.OpenClarification(new(2023, 11, 20), new(2023, 11, 1));
        var assessment = Assessment.Plan(
            EntityId.New<AssessmentId>(Noon), cycle, EntityId.New<ServiceUnitId>(Noon), "14", null, LocusPlan.Of(method));

        return Clarification.Write(EntityId.New<ClarificationId>(Noon), cycle, assessment, "14.04", (null, "Sudah diperbaiki."), Verifier, now);
    }

    private static Cycle New() => Cycle.Open(EntityId.New<CycleId>(Noon), 2023, An.InstrumentLike2023(), new(2023, 5, 1), new(2023, 10, 31));
}

using Compliance.Domain.Access;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Institutions;
using Compliance.Domain.Obligations;
using Compliance.Domain.Tests.Access;
using Compliance.Domain.Tests.Commitments;

namespace Compliance.Domain.Tests.Obligations;

/// <summary>Whatever is due says the same of itself as its row says to a query.</summary>
public sealed class ObligationKindsTests
{
    private static readonly DateTimeOffset Now = Promised.Now;

    /// <summary>One deadline each at an office in the west and in the east, taken through some of its steps, and looked at around its due day.</summary>
    [RandomCases(300)]
    public void A_deadline(byte steps, bool east, short minutes)
    {
        var commitment = Promised.Made(office: east ? "94" : "14");
        var deadline = commitment.Deadlines[0];
        Take(
            steps % 4,
            () => commitment.Say(Promised.Done()),
            () => commitment.Decide(new(false, "Belum.", null, null, null)),
            () => commitment.Decide(Promised.Accept()));
        var now = Moment(deadline.DueOn, minutes);

        Statuses(CommitmentOf(deadline), ObligationDays.At(now)).Should().Equal(deadline.StatusOn(IndonesianTime.DayOf(now, IndonesianTime.ZoneOf(deadline.Office))));
    }

    [RandomCases(300)]
    public void A_corrective_action(byte steps, short minutes)
    {
        var inhil = new Institution(Promised.Inhil, "14.04", "Kabupaten Indragiri Hilir", InstitutionKind.Regency, "14", null);
        var action = CorrectiveAction.Open(
            Promised.New<CorrectiveActionId>(),
            inhil,
            new(CorrectiveActionKind.Recommendation, "B/12", new(2024, 1, 22), null, null, "Pasang jalur landai.", new(2024, 6, 30)),
            Promised.Head.OfOffice(),
            Now);
        var verifier = Promised.New<AccountId>();
        Take(
            steps % 4,
            () => action.Complete("Selesai.", null, Promised.Liaison, Now),
            () => action.Verify(accepted: false, "Belum.", verifier.OfOffice(), inhil, Now),
            () => action.Verify(accepted: true, null, verifier.OfOffice(), inhil, Now));
        var now = Moment(action.DueOn, minutes);
        var today = IndonesianTime.DayOf(now);

        Statuses(CorrectiveAction.Row.Compile(preferInterpretation: true)(action), ObligationDays.Of(today)).Should().Equal(action.StatusOn(today));
    }

    private static ObligationRow<Domain.Commitments.CommitmentDeadline> CommitmentOf(Domain.Commitments.CommitmentDeadline deadline) =>
        Domain.Commitments.CommitmentDeadline.Row.Compile(preferInterpretation: true)(deadline);

    private static IEnumerable<ObligationStatus> Statuses<T>(ObligationRow<T> row, ObligationDays days) =>
        Enum.GetValues<ObligationStatus>().Where(status => OverdueRule.HasStatus<T>(status, days).Compile(preferInterpretation: true)(row));

    /// <summary>Nothing, a report, its rejection, or its acceptance.</summary>
    private static void Take(int step, Action report, Action reject, Action accept)
    {
        if (step > 0)
        {
            report();
        }

        if (step > 1)
        {
            (step == 2 ? reject : accept)();
        }
    }

    private static DateTimeOffset Moment(DateOnly due, short minutes) => new DateTimeOffset(due, default, TimeSpan.Zero).AddMinutes(minutes);
}

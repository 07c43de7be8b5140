using Compliance.Domain.Agreements;

namespace Compliance.Domain.Tests.Agreements;

/// <summary>Parties, umbrellas, formation, signature, end.</summary>
public sealed class AgreementTests
{
    [Test]
    public void Parties_are_two_and_differ_and_one_is_the_Ombudsman()
    {
        var regency = Party.Of(Agreed.Regency);

        Registering(Agreed.Mou(Agreed.HeadOffice, regency, Party.OfOffice("00", "Pihak Ketiga"))).Should().BreakAt(AgreementErrors.Refused, ("/parties/2", "partyTwice"));
        Registering(Agreed.Mou(regency)).Should().BreakAt(AgreementErrors.Refused, ("/parties", "twoPartiesNeeded"));
        Registering(Agreed.Mou(regency, Party.Of(Agreed.City))).Should().BreakAt(AgreementErrors.Refused, ("/parties", "ombudsmanNotParty"));
        Registering(Agreed.Mou(Agreed.HeadOffice, Agreed.Riau)).Should().BreakAt(AgreementErrors.Refused, ("/parties", "otherSideNeeded"));
        Registering(Agreed.Mou(regency, Party.Of(Agreed.City)) with { Kind = AgreementKind.Spk }).Should().NotThrow();
    }

    [Test]
    public void A_PKS_is_made_under_a_MoU_and_a_MoU_under_nothing()
    {
        var mou = Agreed.Signed();
        var pks = Agreed.Pks(mou);

        Registering(Agreed.Mou() with { Parent = mou.Id }).Should().BreakAt(AgreementErrors.Refused, ("/parent", "mouUnderNothing"));
        Registering(pks with { Parent = null }).Should().BreakAt(AgreementErrors.Refused, ("/parent", "mouNeeded"));
        Registering(pks, Agreed.Forming(pks, mou)).Should().BreakAt(AgreementErrors.Refused, ("/parent", "mouNeeded"));
        Registering(pks, mou).Should().NotThrow();
    }

    [Test]
    public void The_party_that_the_MoU_does_not_cover_is_named_where_it_stands()
    {
        var mou = Agreed.Signed();

        Registering(Agreed.Pks(mou, Party.Of(Agreed.City), Agreed.Riau, Party.Of(Agreed.Regency)), mou)
            .Should().BreakAt(AgreementErrors.Refused, ("/parties/0", "notCovered"));
    }

    [Test]
    public void A_PKS_is_signed_while_its_MoU_is_in_force_and_does_not_outlive_it()
    {
        var mou = Agreed.Signed();
        var (day, end) = (new DateOnly(2024, 3, 1), Agreed.Usual.EffectiveTo);

        Signing(mou, new(day, day, end)).Should().NotThrow();
        Signing(mou, new(day, day, end.AddDays(1))).Should().BreakAt(AgreementErrors.Refused, ("/effectiveTo", "outlivesMou"));
        Signing(mou, new(day, day, end.AddDays(1)), new(PksMayOutliveMou: true)).Should().NotThrow();
        Signing(mou, new(new(2023, 2, 21), day, end)).Should().BreakAt(AgreementErrors.Refused, ("/signedOn", "mouNotInForce"));
        Signing(Agreed.Forming(), new(day, day, end)).Should().BreakAt(AgreementErrors.Refused, ("/signedOn", "mouNotInForce"));
    }

    [Test]
    public void What_became_of_the_MoU_meanwhile_counts_when_a_PKS_is_signed()
    {
        var mou = Agreed.Forming();
        var pks = Agreed.Forming(Agreed.Pks(mou), mou);
        mou.Redraft(Agreed.Mou(Agreed.HeadOffice, Party.Of(Agreed.City)), null);
        mou.Sign(Agreed.Usual, null, null, Agreed.Terms, Agreed.Today);
        var day = new DateOnly(2024, 3, 1);

        pks.Invoking(each => each.Sign(new(day, day, day), mou, null, Agreed.Terms, Agreed.Today)).Should().BreakAt(AgreementErrors.Refused, ("", "notCovered"));
    }

    [Test]
    public void Steps_are_taken_in_their_order_whenever_they_are_written_down()
    {
        var agreement = Agreed.Forming();
        agreement.RecordStep(new(FormationStage.Negotiation, new(2024, 3, 1)), Agreed.Today);
        agreement.RecordStep(new(FormationStage.Proposal, new(2024, 1, 1)), Agreed.Today);
        agreement.RecordStep(new(FormationStage.Plenary, new(2024, 1, 1)), Agreed.Today);
        agreement.Version.Should().Be(4);

        agreement.RecordStep(new(FormationStage.Plenary, new(2024, 1, 1)), Agreed.Today);
        agreement.Version.Should().Be(4, "the same again changes nothing");
        Taking(FormationStage.Exploration, new(2024, 3, 2)).Should().Break(AgreementErrors.StepsCross);
        Taking(FormationStage.Drafting, new(2024, 2, 29)).Should().Break(AgreementErrors.StepsCross);
        Taking(FormationStage.Drafting, Agreed.Today.AddDays(1)).Should().Break(AgreementErrors.InFuture);
        Taking(FormationStage.Signing, Agreed.Today).Should().Break(AgreementErrors.SigningIsSigned);
        agreement.Invoking(each => each.Sign(new(new(2024, 2, 1), new(2024, 2, 1), new(2025, 1, 31)), null, null, Agreed.Terms, Agreed.Today))
            .Should().BreakAt(AgreementErrors.Refused, ("/signedOn", "stepsCross"));

        Action Taking(FormationStage stage, DateOnly on) => () => agreement.RecordStep(new(stage, on), Agreed.Today);
    }

    [RandomCases(500)]
    public void Whatever_is_written_down_in_whatever_order_the_steps_never_cross((byte Stage, byte Day)[] attempts)
    {
        var agreement = Agreed.Forming();

        foreach (var (stage, day) in attempts)
        {
            try
            {
                agreement.RecordStep(new((FormationStage)(stage % 6), new DateOnly(2023, 1, 1).AddDays(day)), Agreed.Today);
            }
            catch (DomainException refusal) when (refusal.Error == AgreementErrors.StepsCross)
            {
                // Refused, and nothing of it stays.
            }
        }

        agreement.Steps.OrderBy(step => step.Stage).Select(step => step.On).Should().BeInAscendingOrder();
        agreement.Steps.Select(step => step.Stage).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void A_signature_has_dates_in_order_and_none_that_is_to_come()
    {
        Signing(new(Agreed.Today.AddDays(1), Agreed.Today.AddDays(1), new(2025, 1, 1))).Should().BreakAt(AgreementErrors.Refused, ("/signedOn", "inFuture"));
        Signing(new(Agreed.Today, Agreed.Today.AddDays(-1), Agreed.Today.AddDays(-2)))
            .Should().BreakAt(AgreementErrors.Refused, ("/effectiveFrom", "termCrosses"), ("/effectiveTo", "termCrosses"));
        Signing(new(Agreed.Today, Agreed.Today, Agreed.Today)).Should().NotThrow();
    }

    [Test]
    public void Once_signed_nothing_that_it_says_changes()
    {
        var agreement = Agreed.Signed();

        agreement.Sign(Agreed.Usual, null, null, Agreed.Terms, Agreed.Today);
        agreement.Version.Should().Be(2, "the same signature again changes nothing");
        agreement.Invoking(each => each.Sign(Agreed.Usual with { EffectiveTo = new(2030, 1, 1) }, null, null, Agreed.Terms, Agreed.Today)).Should().Break(AgreementErrors.Signed);
        agreement.Invoking(each => each.Redraft(Agreed.Mou(), null)).Should().Break(AgreementErrors.Signed);
        agreement.Invoking(each => each.RecordStep(new(FormationStage.Proposal, new(2023, 1, 1)), Agreed.Today)).Should().Break(AgreementErrors.Signed);
        agreement.Steps.Should().ContainSingle().Which.Should().Be(new FormationStep(FormationStage.Signing, Agreed.Usual.SignedOn));
    }

    [Test]
    public void An_extension_is_of_the_same_kind_and_of_something_signed_that_stands()
    {
        var mou = Agreed.Signed();
        FluentActions.Invoking(() => Agreed.Forming(continues: Agreed.Forming())).Should().Break(AgreementErrors.NotSigned);
        FluentActions.Invoking(() => Agreed.Forming(Agreed.Pks(mou), mou, continues: mou)).Should().Break(AgreementErrors.OtherKindExtends);
        mou.Terminate(new(2024, 1, 1), "Disepakati.");
        FluentActions.Invoking(() => Agreed.Forming(continues: mou)).Should().Break(AgreementErrors.Terminated);
    }

    [Test]
    public void Two_of_a_kind_with_the_same_parties_overlap_on_the_days_of_both()
    {
        var one = Agreed.Signed();
        var next = new AgreementPeriod(new(2028, 2, 21), new(2028, 2, 22), new(2033, 2, 21));

        one.Overlaps(Agreed.Signed(next)).Should().BeFalse("the one ends the day before");
        one.Overlaps(Agreed.Signed(next with { EffectiveFrom = new(2028, 2, 21) })).Should().BeTrue();
        one.Overlaps(Agreed.Signed(continues: one)).Should().BeFalse("an extension overlaps nothing that it extends");
        one.Overlaps(Agreed.Signed(content: Agreed.Mou(Agreed.HeadOffice, Party.Of(Agreed.City)))).Should().BeFalse();
        one.Overlaps(Agreed.Forming()).Should().BeFalse();
        one.Terminate(new(2025, 1, 1), "Disepakati.");
        one.Overlaps(Agreed.Signed(new(new(2025, 1, 1), new(2025, 1, 1), new(2030, 1, 1)))).Should().BeFalse("it was terminated on that day");
    }

    [Test]
    public void It_is_terminated_once_and_between_its_signature_and_its_end()
    {
        var agreement = Agreed.Signed();

        agreement.Invoking(each => each.Terminate(Agreed.Usual.SignedOn.AddDays(-1), "Alasan")).Should().Break(AgreementErrors.TerminatedBeforeSigning);
        agreement.Invoking(each => each.Terminate(Agreed.Usual.EffectiveTo.AddDays(1), "Alasan")).Should().Break(AgreementErrors.TerminatedAfterEnd);
        agreement.Terminate(new(2025, 1, 1), "Alasan");
        agreement.Terminate(new(2025, 1, 1), "Alasan");
        agreement.Version.Should().Be(3);
        agreement.Invoking(each => each.Terminate(new(2025, 1, 2), "Alasan")).Should().Break(AgreementErrors.Terminated);
    }

    private static Action Registering(AgreementContent content, Agreement? umbrella = null) => () => Agreed.Forming(content, umbrella);

    private static Action Signing(AgreementPeriod term) => () => Agreed.Forming().Sign(term, null, null, Agreed.Terms, Agreed.Today);

    private static Action Signing(Agreement umbrella, AgreementPeriod term, AgreementTerms? terms = null) =>
        () => Agreed.Forming(Agreed.Pks(umbrella), umbrella).Sign(term, umbrella, null, terms ?? Agreed.Terms, Agreed.Today);
}

using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Cycles;
using Compliance.Domain.SecondScorings;

namespace Compliance.Domain.Tests.SecondScorings;

/// <summary>The draw follows from its seed alone; whoever has a second scoring keeps it once it is begun; it ends complete.</summary>
public sealed class SecondScoringTests
{
    private static readonly DateTimeOffset Now = new(2023, 10, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly AccountId One = AccountId.From(new(1, 0, 0, new byte[8]));
    private static readonly AccountId Other = AccountId.From(new(2, 0, 0, new byte[8]));
    private static readonly Cycle Cycle = Cycle.Open(EntityId.New<CycleId>(Now), 2023, An.InstrumentLike2023(), new(2023, 5, 1), new(2023, 11, 30));
    private static readonly AssessmentId[] Eligible = [.. Enumerable.Range(1, 40).Select(Assessment)];
    private static readonly Answer Found = new("i", "unit") { Level = 3 };
    private static readonly string[] Workers = ["account:assessor"];

    [Test]
    public void The_sample_is_the_first_by_the_hash_of_seed_and_id() =>
        SecondScoringDraw.Sample(2, "pleno-2023", [Assessment(1), Assessment(2), Assessment(3)]).Should().Equal(
            new[] { Assessment(1), Assessment(2), Assessment(3) }
                .OrderBy(id => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"pleno-2023/{id.Value}"))), StringComparer.Ordinal)
                .Take(2));

    [RandomCases(200)]
    public void The_sample_depends_on_the_seed_alone_and_a_larger_one_contains_it(int size, Guid seed)
    {
        var many = Math.Abs(size % 40);
        var sample = SecondScoringDraw.Sample(many, $"{seed}", Eligible);

        sample.Should().HaveCount(many).And.OnlyHaveUniqueItems().And.BeSubsetOf(Eligible);
        SecondScoringDraw.Sample(many, $"{seed}", Eligible.Reverse()).Should().Equal(sample);
        SecondScoringDraw.Sample(many + 1, $"{seed}", Eligible).Take(many).Should().Equal(sample);
    }

    [Test]
    public void A_draw_is_recorded_and_replaced_while_nothing_is_scored()
    {
        var draw = SecondScoringDraw.For(Cycle);
        var begun = New();
        begun.Claim(Blind(One), Workers);

        draw.Draw(3, "a", Eligible, [], One, Now).Should().Equal(SecondScoringDraw.Sample(3, "a", Eligible));
        (draw.Size, draw.Seed, draw.DrawnBy, draw.DrawnAt, draw.Version).Should().Be((3, "a", One, Now, 1));
        (draw.IsSameAs(3, "a"), draw.IsSameAs(3, null), draw.IsSameAs(3, "b"), draw.IsSameAs(4, "a")).Should().Be((true, true, false, false));
        draw.Draw(4, "b", Eligible, [New(), begun], Other, Now).Should().HaveCount(4, "a claim alone keeps nothing");

        begun.Put([Found], Now);
        var again = () => draw.Draw(5, "b", Eligible, [New(), begun], One, Now);
        again.Should().Break(SecondScoringErrors.SampleBegun);
        var tooMany = () => draw.Draw(41, "b", Eligible, [], One, Now);
        tooMany.Should().Break(SecondScoringErrors.SampleTooLarge(40));
        (draw.Size, draw.Seed, draw.Version).Should().Be((4, "b", 2));
    }

    [Test]
    public void The_first_who_claims_it_has_it_and_somebody_else_can_be_assigned_until_it_is_begun()
    {
        var scoring = New();
        scoring.State.Should().Be(SecondScoringState.Open);
        scoring.Claim(Blind(One), Workers);
        scoring.Claim(Blind(One), Workers);
        (scoring.ScorerId, scoring.State, scoring.Version).Should().Be((One, SecondScoringState.Assigned, 2));

        var claim = () => scoring.Claim(Blind(Other), Workers);
        claim.Should().Break(SecondScoringErrors.Taken);
        scoring.Assign(Blind(Other), Workers);
        scoring.Put([Found], Now);
        var assign = () => scoring.Assign(Blind(One), Workers);
        assign.Should().Break(SecondScoringErrors.Taken);
        (scoring.ScorerId, scoring.State, scoring.BegunAt).Should().Be((Other, SecondScoringState.Begun, Now));
    }

    [Test]
    public void Its_scorer_alone_works_on_it_and_not_once_the_audit_is_open_to_them()
    {
        var scoring = New();
        scoring.Claim(Blind(One), Workers);
        var asScorer = () => scoring.RequireScorer(Person(One, Role.Verifier));
        var asAnother = () => scoring.RequireScorer(Person(Other, Role.Verifier));
        var asAuditor = () => scoring.RequireScorer(Person(One, Role.Verifier, Role.Auditor));

        asScorer.Should().NotThrow();
        asAnother.Should().Break(SecondScoringErrors.NotTheScorer);
        asAuditor.Should().Break(SecondScoringErrors.ScorerInvolved);

        static Caller Person(AccountId id, params Role[] roles) =>
            new(CallerKind.Account, id.Value, null, null, [.. roles.Select(role => new Grant(role))], [], []);
    }

    [Test]
    public void Whoever_knows_the_first_scoring_never_gets_the_second()
    {
        var scoring = New();

        foreach (var (candidate, workers) in new[] { (Blind(One), [.. Workers, Blind(One).Actor]), (Blind(One) with { ReadsAudit = true }, Workers) })
        {
            var claim = () => scoring.Claim(candidate, workers);
            var assign = () => scoring.Assign(candidate, workers);

            claim.Should().Break(SecondScoringErrors.ScorerInvolved);
            assign.Should().Break(SecondScoringErrors.ScorerInvolved);
        }

        scoring.ScorerId.Should().BeNull();
    }

    [Test]
    public void The_same_answers_again_change_nothing_and_none_come_after_completion()
    {
        var scoring = New();
        scoring.Put([Found], Now);
        scoring.Put([Found with { }], Now.AddHours(1));
        (scoring.Version, scoring.BegunAt).Should().Be((2, Now));

        var incomplete = () => scoring.Complete([AssessmentErrors.AnswerMissing.At("/answers/j/unit")], [], Now);
        incomplete.Should().BreakAt(SecondScoringErrors.Incomplete, ("/answers/j/unit", "answerMissing"));
        scoring.Complete([], [new(One.Value, Found)], Now);
        scoring.Complete([], [], Now.AddDays(1));
        (scoring.State, scoring.CompletedAt, scoring.FirstAnswers.Count, scoring.Version).Should().Be((SecondScoringState.Completed, Now, 1, 3));

        var late = () => scoring.Put([], Now);
        late.Should().Break(SecondScoringErrors.Completed);
    }

    [Test]
    public void Pairs_are_what_both_answered_with_whoever_answered_first()
    {
        var method = An.InstrumentOf(An.Indicator("i"), An.Indicator("j"), An.Indicator("k"));
        var scoring = New();
        scoring.Put([Found, new("j", "unit") { Level = 1, Technique = Technique.Observation }], Now);
        scoring.Complete([], [new(One.Value, new("j", "unit") { Level = 2 }), new(Other.Value, new("k", "unit") { Level = 4 }), new(null, Found)], Now);

        ScoredPair.Of(scoring, method).Should().Equal(
            new ScoredPair("j", One.Value, "level 2", "level 1"), new ScoredPair("i", null, "level 3", "level 3"));
    }

    private static AssessmentId Assessment(int number) => AssessmentId.From(new(number, 0, 0, new byte[8]));

    private static ScorerCandidate Blind(AccountId account) => new(account, $"account:{account.Value}", ReadsAudit: false);

    private static SecondScoring New() => SecondScoring.Of(EntityId.New<SecondScoringId>(Now), Cycle, Assessment(1));
}

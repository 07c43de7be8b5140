using Compliance.Application.Access;
using Compliance.Application.Instruments;
using Compliance.Application.Scoring;
using Compliance.Domain.Access;
using Compliance.Domain.Instruments;
using Compliance.Domain.Scoring;

namespace Compliance.Application.SecondScorings;

/// <summary>Replaces all answers of a second scoring; if one does not fit the form, none is stored.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.ScoreSecond)]
public sealed record PutSecondAnswers(Guid Id, ExpectedVersions Version, IReadOnlyList<AnswerInput>? Answers) : IRequest<SecondScoringDetails>;

internal sealed class PutSecondAnswersValidator : AbstractValidator<PutSecondAnswers>
{
    public PutSecondAnswersValidator()
    {
        RuleFor(request => request.Answers).RequiredButMayBeEmpty();
        RuleForEach(request => request.Answers).Required();
        RuleFor(request => request.Answers).AtMost(ScoreUnit.MostAnswers);
    }
}

internal sealed class PutSecondAnswersHandler(IComplianceDb db, InstrumentLibrary library, RequestContext context, TimeProvider clock)
    : IRequestHandler<PutSecondAnswers, SecondScoringDetails>
{
    public async Task<SecondScoringDetails> Handle(PutSecondAnswers request, CancellationToken cancellationToken)
    {
        var scoring = await db.LoadOwnSecondScoring(request.Id, request.Version, context.Caller, cancellationToken);
        var hidden = await db.LoadHidden(library, scoring, cancellationToken);
        List<Answer> answers = [.. request.Answers!.Select(answer => answer.ToAnswer())];

        FaultPointers.Prefix("/answers", () => ScoreSheet.Of(hidden.Known.Instrument, hidden.Assessment.Planned, answers));
        scoring.Put(answers, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);

        return await db.ShowSecondScoring(scoring.Id, context.Caller, cancellationToken);
    }
}

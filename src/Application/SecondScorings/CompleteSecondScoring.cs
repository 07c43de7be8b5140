using Compliance.Application.Access;
using Compliance.Application.Assessments;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.SecondScorings;

namespace Compliance.Application.SecondScorings;

/// <summary>Completes a second scoring: its scorer may then see the first answers, and both are compared as they are at this time.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.ScoreSecond)]
public sealed record CompleteSecondScoring(Guid Id, ExpectedVersions Version) : IRequest<SecondScoringDetails>;

internal sealed class CompleteSecondScoringHandler(IComplianceDb db, InstrumentLibrary library, RequestContext context, TimeProvider clock)
    : IRequestHandler<CompleteSecondScoring, SecondScoringDetails>
{
    public async Task<SecondScoringDetails> Handle(CompleteSecondScoring request, CancellationToken cancellationToken)
    {
        var scoring = await db.LoadOwnSecondScoring(request.Id, request.Version, context.Caller, cancellationToken);
        var hidden = await db.LoadHidden(library, scoring, cancellationToken);
        var instrument = hidden.Known.Instrument;
        var missing = SubmissionBlockers.None.FaultsOf(instrument, hidden.Assessment.Planned, SheetSummary.Of(instrument, scoring.Answers));

        scoring.Complete(
            [.. missing.Where(fault => fault.Error == AssessmentErrors.AnswerMissing)],
            await FirstAnswersOf(hidden, cancellationToken),
            clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);

        return await db.ShowSecondScoring(scoring.Id, context.Caller, cancellationToken);
    }

    /// <summary>Returns the first answers with the account that first sent each; settling a conflict does not change the sender.</summary>
    private async Task<IReadOnlyList<FirstAnswer>> FirstAnswersOf(HiddenAssessment hidden, CancellationToken cancellationToken)
    {
        var senders = new Dictionary<Guid, Guid?>();

        foreach (var entry in (await db.LogOf(hidden.Assessment.Resource, cancellationToken)).Select(entry => BatchJson.Read(entry.Payload)))
        {
            foreach (var sent in entry.Content.Answers.Select(item => item.Sent).OfType<SentAnswer>())
            {
                senders.TryAdd(sent.Id, entry.By);
            }
        }

        return [.. hidden.Row.Answers.Select(stored => new FirstAnswer(senders.GetValueOrDefault(stored.Id), stored.Answer))];
    }
}

using Compliance.Application.Access;
using Compliance.Application.Instruments;
using Compliance.Application.Scoring;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Results;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Assessments;

/// <summary>
/// Puts a batch of answers on a sheet. Every item gets its own outcome; a wrong one never blocks another.
/// The batch is one entry of the audit, the sheet one changed row, whatever the number of answers.
/// </summary>
/// <param name="Items">In the order sent; an item that could not even be read carries its fault.</param>
[Needs(Permission.EnterAnswers)]
public sealed record PutAnswers(Guid AssessmentId, IReadOnlyList<AnswerItem> Items, Language Language) : IRequest<AnswersPut>;

/// <summary>One item of a batch: an answer that could be read, or the reason why not.</summary>
public sealed record AnswerItem(string? Id, SentAnswer? Sent, Fault? Unreadable);

public sealed record AnswersPut(IReadOnlyList<AnswerOutcome> Items, ScoreCardAnswer Score);

/// <param name="Version">The version of the answer that stands now; null where none does.</param>
/// <param name="Standing">In a conflict, the answer that stands; the one sent is kept beside it.</param>
public sealed record AnswerOutcome(string? Id, PutOutcome Outcome, int? Version, ItemProblem? Problem, FormAnswer? Standing);

/// <summary>What is wrong with one item; the pointer starts at the request's document.</summary>
public sealed record ItemProblem(int Status, string Code, string Pointer, string Message);

internal sealed class PutAnswersHandler(IComplianceDb db, InstrumentLibrary library, Call call, TimeProvider clock) : IRequestHandler<PutAnswers, AnswersPut>
{
    /// <summary>Each attempt that is lost is one that another device has won, so many devices at once need many.</summary>
    private const int Attempts = 50;

    public async Task<AnswersPut> Handle(PutAnswers request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            try
            {
                return await Put(request, cancellationToken);
            }
            catch (DomainException refusal) when (refusal.Error == ResultErrors.ChangedMeanwhile)
            {
                db.Forget();
            }
        }

        throw new DomainException(AssessmentErrors.Busy);
    }

    private async Task<AnswersPut> Put(PutAnswers request, CancellationToken cancellationToken)
    {
        var open = await db.OpenSheet(library, request.AssessmentId, cancellationToken);
        Rule.Require(open.Assessment.MayBeAnsweredBy(call.Caller), AccessErrors.OutsideScope);
        var now = clock.GetUtcNow();
        var sent = request.Items.Select(item => item.Sent).OfType<SentAnswer>().ToList();
        var put = open.Sheet.Put(sent, now);

        if (put.Any(item => item.Outcome == PutOutcome.Stored))
        {
            open.Row.Keep(open.Sheet);
            open.Assessment.Collect();
        }

        if (put.Any(item => item.Outcome != PutOutcome.Unchanged))
        {
            call.WriteDown(open.Assessment.Resource, BatchJson.Write(new(
                open.Row.Version, [.. sent.Zip(put, (answer, item) => new LoggedAnswer(answer, item.Outcome, item.Version, item.Fault?.Error.Code))])));
            await db.SaveChangesAsync(cancellationToken);
        }

        var card = ScoreCalculator.Explain(open.Sheet.ToScoreSheet());

        return new(Outcomes(request, put), ScoreCardAnswer.Of(card, open.Known, request.Language, trace: false));
    }

    private static List<AnswerOutcome> Outcomes(PutAnswers request, IReadOnlyList<PutItem> put)
    {
        var outcomes = new List<AnswerOutcome>();
        var next = 0;

        for (var place = 0; place < request.Items.Count; place++)
        {
            var item = request.Items[place];
            var (outcome, version, fault, standing) = item.Unreadable is null
                ? (put[next].Outcome, put[next].Version, put[next].Fault, put[next++].Standing)
                : (PutOutcome.Rejected, null, item.Unreadable, null);
            outcomes.Add(new(
                item.Id,
                outcome,
                version,
                fault is null ? null : ProblemOf(fault, item.Unreadable is not null, place, request.Language),
                standing is null ? null : FormAnswer.Of(standing)));
        }

        return outcomes;
    }

    private static ItemProblem ProblemOf(Fault fault, bool unreadable, int place, Language language) => new(
        unreadable ? 400 : fault.Error.Refusal == Refusal.ConflictsWithState ? 409 : 422,
        fault.Error.Code,
        $"/answers/{place}{fault.Pointer}",
        fault.Error.Message.In(language));
}

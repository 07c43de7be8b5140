using Compliance.Application.Access;
using Compliance.Application.Scoring;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Assessments;

/// <summary>
/// Puts a batch of answers on a sheet. Every item has its own outcome; an invalid one never blocks another and is kept
/// until it is corrected or dismissed. The batch is one audit entry and one changed row, whatever the number of answers.
/// </summary>
/// <param name="Items">In the order of the request.</param>
[Needs(Permission.EnterAnswers)]
public sealed record PutAnswers(Guid AssessmentId, IReadOnlyList<ReceivedItem> Items, Language Language) : IRequest<AnswersPut>
{
    /// <summary>The maximum of one batch.</summary>
    public const int MostAnswers = 10_000;
}

public sealed record AnswersPut(IReadOnlyList<AnswerOutcome> Items, ScoreCardDetails Score);

/// <param name="Version">The version of the current answer; null if there is none.</param>
/// <param name="Standing">In a conflict, the current answer; the answer that was sent is kept as well.</param>
/// <param name="ClockDoubtful">Whether the time of observation is implausible; it is stored as sent.</param>
public sealed record AnswerOutcome(string? Id, PutOutcome Outcome, int? Version, ItemProblem? Problem, FormAnswer? Standing, bool ClockDoubtful)
{
    /// <param name="pointer">The JSON pointer of the item in the request.</param>
    internal static AnswerOutcome Of(ReceivedItem item, PutItemResult put, string pointer, DateTimeOffset now, Language language) => new(
        item.Id,
        put.Outcome,
        put.Version,
        put.Fault is null ? null : ItemProblem.Of(put.Fault, isUnreadable: item.Unreadable is not null, pointer, language),
        put.Standing is null ? null : FormAnswer.Of(put.Standing),
        DeviceClock.IsDoubtful(item.Sent?.ObservedAt, now));
}

/// <summary>What is wrong with one item; the pointer is relative to the request body.</summary>
public sealed record ItemProblem(int Status, string Code, string Pointer, string Message)
{
    internal static ItemProblem Of(Fault fault, bool isUnreadable, string pointer, Language language) => new(
        isUnreadable ? 400 : StatusOf(fault.Error.Refusal), fault.Error.Code, pointer + fault.Pointer, fault.Error.Message.In(language));

    private static int StatusOf(Refusal refusal) => refusal switch
    {
        Refusal.ConflictsWithState => 409,
        Refusal.NotYours => 403,
        _ => 422,
    };
}

internal sealed class PutAnswersHandler(SheetChanges sheets, RequestContext context) : IRequestHandler<PutAnswers, AnswersPut>
{
    public async Task<AnswersPut> Handle(PutAnswers request, CancellationToken cancellationToken)
    {
        var (open, outcomes) = await sheets.Make(
            request.AssessmentId,
            (assessment, caller) => assessment.MayBeAnsweredBy(caller),
            request.Items,
            (open, now) => Put(open, request, now),
            cancellationToken);

        return new(outcomes, ScoreCardDetails.Of(ScoreCalculator.Explain(open.Sheet.ToScoreSheet()), open.Known, request.Language, trace: false));
    }

    private (IReadOnlyList<LoggedAnswer>, List<AnswerOutcome>) Put(OpenSheet open, PutAnswers request, DateTimeOffset now)
    {
        var put = open.Sheet.Put(request.Items, open.GateFor(context.Caller), context.Caller.Id, now);
        open.Assessment.RegisterAnswers(put);

        return (
            SheetLog.Of(request.Items, put),
            [.. request.Items.Select((item, index) => AnswerOutcome.Of(item, put[index], $"/answers/{index}", now, request.Language))]);
    }
}

internal static class SheetLog
{
    /// <summary>Returns what the batch added.</summary>
    public static IReadOnlyList<LoggedAnswer> Of(IReadOnlyList<ReceivedItem> items, IReadOnlyList<PutItemResult> put) =>
    [
        .. items.Zip(put).Where(pair => pair.Second.IsNew)
            .Select(pair => new LoggedAnswer(
                pair.First.Sent, pair.Second.Outcome, pair.Second.Version, pair.Second.Fault?.Error.Code, pair.First.Raw)),
    ];
}

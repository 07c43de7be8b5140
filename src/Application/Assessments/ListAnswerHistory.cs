using Compliance.Application.Access;
using Compliance.Application.Accounts;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Audit;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Assessments;

/// <summary>Lists everything sent and decided for one indicator and subject, oldest first, including refused and conflicting answers.</summary>
[Needs(Permission.ReadAssessments)]
public sealed record ListAnswerHistory(Guid AssessmentId, string Indicator, string Subject) : IRequest<Page<AnswerEvent>>;

/// <param name="Action">The use case: putAnswers, mendAnswer or settleConflict.</param>
/// <param name="By">Null if the program itself did it.</param>
/// <param name="Reason">The reason of a decision, such as settling a conflict; the reason of an answer is part of the answer.</param>
/// <param name="Before">The answer that was current before.</param>
/// <param name="Answer">The answer that was sent.</param>
public sealed record AnswerEvent(
    Guid Id,
    string Action,
    PutOutcome Outcome,
    int? Version,
    string? Refusal,
    int? BaseVersion,
    AccountRef? By,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? ObservedAt,
    bool ClockDoubtful,
    string? Device,
    string? Reason,
    AnswerInput? Before,
    AnswerInput Answer);

internal sealed class ListAnswerHistoryHandler(IComplianceDb db, SheetQueries sheets) : IRequestHandler<ListAnswerHistory, Page<AnswerEvent>>
{
    public async Task<Page<AnswerEvent>> Handle(ListAnswerHistory request, CancellationToken cancellationToken)
    {
        var open = await sheets.Open(request.AssessmentId, cancellationToken);
        var log = await db.LogOf(open.Assessment.Resource, cancellationToken);
        var events = log.SelectMany(entry => EventsOf(entry, request)).ToList();
        var accounts = await db.AccountsOf(events.Select(each => each.By), cancellationToken);

        return new([.. WithBefore(open.Known.Instrument, events).Select(pair => Show(pair.Event, pair.Before, accounts))], null, new());
    }

    private static IEnumerable<SheetEvent> EventsOf(AuditEntry entry, ListAnswerHistory request)
    {
        var read = BatchJson.Read(entry.Payload);

        return read.Content.Answers
            .Where(item => item.Sent is { Answer: var answer } && answer.Indicator == request.Indicator && answer.Subject == request.Subject)
            .Select(item => new SheetEvent(entry, read.By, read.Reason, item, item.Sent!));
    }

    /// <summary>Returns each event with the answer that was current before it, tracked per indicator, subject and, if combined, technique.</summary>
    private static IEnumerable<(SheetEvent Event, Answer? Before)> WithBefore(Instrument instrument, List<SheetEvent> events)
    {
        var current = new Dictionary<int, Answer>();

        foreach (var each in events)
        {
            var slot = AnswerRules.Locate(instrument, PlannedSubjects.Of(instrument), each.Sent.Answer).Slot;
            yield return (each, current.GetValueOrDefault(slot));

            if (each.Item.Outcome == PutOutcome.Stored)
            {
                current[slot] = each.Sent.Answer;
            }
        }
    }

    private static AnswerEvent Show(SheetEvent shown, Answer? before, IReadOnlyDictionary<Guid, AccountRef> accounts) => new(
        shown.Sent.Id,
        shown.Entry.UseCase,
        shown.Item.Outcome,
        shown.Item.Version,
        shown.Item.Refusal,
        shown.Sent.BaseVersion,
        shown.By is { } by ? accounts.GetValueOrDefault(by) ?? new(by, null) : null,
        shown.Entry.At,
        shown.Sent.ObservedAt,
        DeviceClock.IsDoubtful(shown.Sent.ObservedAt, shown.Entry.At),
        shown.Sent.Device,
        shown.Reason,
        before is null ? null : AnswerInput.Of(before),
        AnswerInput.Of(shown.Sent.Answer));

    private sealed record SheetEvent(AuditEntry Entry, Guid? By, string? Reason, LoggedAnswer Item, SentAnswer Sent);
}

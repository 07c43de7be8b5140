using Compliance.Application.Access;
using Compliance.Application.Scoring;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Audit;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Assessments;

/// <summary>Everything that was ever sent for one indicator and subject, oldest first, refused and conflicting answers too.</summary>
[Needs(Permission.ReadAssessments)]
public sealed record ListAnswerHistory(Guid AssessmentId, string Indicator, string Subject) : IRequest<Page<AnswerEvent>>;

public sealed record AnswerEvent(
    Guid Id,
    PutOutcome Outcome,
    int? Version,
    string? Refusal,
    int? BaseVersion,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? ObservedAt,
    string? Device,
    AnswerInput Answer);

internal sealed class ListAnswerHistoryHandler(IComplianceDb db) : IRequestHandler<ListAnswerHistory, Page<AnswerEvent>>
{
    public async Task<Page<AnswerEvent>> Handle(ListAnswerHistory request, CancellationToken cancellationToken)
    {
        var id = AssessmentId.From(request.AssessmentId);

        if (!await db.Assessments.AnyAsync(assessment => assessment.Id == id, cancellationToken))
        {
            throw new NotFoundException(nameof(Assessment), request.AssessmentId);
        }

        var resource = Assessment.ResourceOf(id);
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Resource == resource && entry.UseCase == BatchJson.UseCase)
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(cancellationToken);

        return new(
            [
                .. entries.SelectMany(entry => BatchJson.Read(entry.Payload).Answers
                    .Where(item => item.Sent.Answer.Indicator == request.Indicator && item.Sent.Answer.Subject == request.Subject)
                    .Select(item => Show(entry, item))),
            ],
            null,
            new());
    }

    private static AnswerEvent Show(AuditEntry entry, LoggedAnswer item) => new(
        item.Sent.Id,
        item.Outcome,
        item.Version,
        item.Refusal,
        item.Sent.BaseVersion,
        entry.At,
        item.Sent.ObservedAt,
        item.Sent.Device,
        InputOf(item.Sent.Answer));

    private static AnswerInput InputOf(Answer answer) =>
        new(answer.Indicator, answer.Subject, answer.Level, answer.Number, answer.Checked, answer.NotApplicable, answer.Reason, answer.Technique);
}

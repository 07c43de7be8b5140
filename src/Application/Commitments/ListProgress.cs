using System.Globalization;
using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Commitments;

namespace Compliance.Application.Commitments;

/// <summary>Lists the reports of a commitment, newest first.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record ListProgress(Guid Commitment, Paging Paging) : IRequest<Page<ProgressDetails>>;

internal sealed class ListProgressHandler(IComplianceDb db) : IRequestHandler<ListProgress, Page<ProgressDetails>>
{
    public async Task<Page<ProgressDetails>> Handle(ListProgress request, CancellationToken cancellationToken)
    {
        var (commitment, agreement) = await db.LoadCommitment(request.Commitment, cancellationToken);
        var names = await db.NamesOf(agreement, [commitment], cancellationToken);
        var reports = commitment.Reports.OrderByDescending(Key).SkipWhile(report => request.Paging.After is { } after && Key(report).CompareTo(KeyOf(after)) >= 0);

        return request.Paging.Cut(
            [.. reports.Take(request.Paging.Limit + 1)],
            report => names.Show(commitment, report),
            report => new(report.At.ToString("O", CultureInfo.InvariantCulture), report.Id.Value.ToString()));
    }

    private static (DateTimeOffset At, Guid Id) Key(ProgressReport report) => (report.At, report.Id.Value);

    private static (DateTimeOffset At, Guid Id) KeyOf(Cursor cursor) => (cursor.Part<DateTimeOffset>(0), cursor.Part<Guid>(1));
}

using System.Globalization;
using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Obligations;

namespace Compliance.Application.Obligations;

/// <summary>Lists all commitments and corrective actions that the caller may see, earliest due day first.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record ListFollowUps(FollowUpFilter Filter, Paging Paging) : IRequest<Page<FollowUpLine>>;

internal sealed class ListFollowUpsHandler(IComplianceDb db, KnownInstitutions institutions, RequestContext context, TimeProvider clock)
    : IRequestHandler<ListFollowUps, Page<FollowUpLine>>
{
    private const string Day = "yyyy-MM-dd";

    public async Task<Page<FollowUpLine>> Handle(ListFollowUps request, CancellationToken cancellationToken)
    {
        var due = await ObligationRows.Of(db, institutions, request.Filter, context.Caller, cancellationToken);
        IReadOnlyList<FollowUpLine> lines = due is null ? [] : await Read(due, request, cancellationToken);

        return request.Paging.Cut(lines, line => line, line => new(line.DueOn.ToString(Day, CultureInfo.InvariantCulture), line.Id.ToString()));
    }

    private async Task<IReadOnlyList<FollowUpLine>> Read(ObligationRows due, ListFollowUps request, CancellationToken cancellationToken)
    {
        var (most, now) = (request.Paging.Limit + 1, clock.GetUtcNow());
        var after = request.Paging.After is { } cursor ? (cursor.Part<DateOnly>(0), cursor.Part<Guid>(1)) : default((DateOnly, Guid)?);
        var reading = new FollowUpPageQueries(db, institutions, after, most, now);
        var deadlines = request.Filter.ShowsCommitments ? await reading.Of(due.Deadlines(ObligationDays.At(now)), cancellationToken) : [];

        // If the deadlines already fill the page, actions that are due after the last of them cannot be on it.
        var last = deadlines.Count == most ? deadlines.Max(line => line.DueOn) : DateOnly.MaxValue;
        var actions = request.Filter.ShowsActions ? await reading.Of(due.Actions(IndonesianTime.DayOf(now)), last, cancellationToken) : [];

        return [.. deadlines.Concat(actions).OrderBy(line => line.DueOn).ThenBy(line => line.Id).Take(most)];
    }
}

using System.Runtime.CompilerServices;
using Compliance.Application.Results;
using Compliance.Domain.Decisions;
using Compliance.Domain.Institutions;
using Compliance.Domain.Results;

namespace Compliance.Application.Decisions;

/// <summary>Publishes decisions as results once their time of announcement has come.</summary>
internal sealed class AnnouncementPublisher(IComplianceDb db, LatestPublication latest, TimeProvider clock)
{
    /// <summary>Another instance or an import may publish at the same time.</summary>
    private const int Attempts = 20;

    /// <summary>
    /// Publishes what is due, in order. If a decision cannot be published, those that correct it wait with it; those of other years do not.
    /// </summary>
    /// <param name="year">Only the decisions of this year; null for all.</param>
    /// <returns>How many decisions were published.</returns>
    public async Task<int> PublishDue(int? year, CancellationToken cancellationToken)
    {
        var published = 0;
        var failures = new RowFailures(db);
        var failed = new List<int>();
        await db.RetryOnConflict(Attempts, async () =>
        {
            while (await NextDue(year, failed, cancellationToken) is { } due)
            {
                if (await failures.Try(() => Publish(due.Id, cancellationToken), cancellationToken) is null)
                {
                    published++;
                }
                else
                {
                    failed.Add(due.Year);
                }
            }
        });
        failures.ThrowIfAny();

        return published;
    }

    private Task<DueDecision?> NextDue(int? year, List<int> failed, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due =
            from announcement in db.Announcements
            join decision in db.Decisions on announcement.DecisionId equals decision.Id
            where announcement.Publication == null && announcement.At <= now && (year == null || decision.Year == year) && !failed.Contains(decision.Year)
            orderby decision.Year, decision.Ordinal
            select new DueDecision(decision.Id, decision.Year);

        return due.FirstOrDefaultAsync(cancellationToken);
    }

    private async Task Publish(DecisionId due, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var decision = await db.Decisions.SingleAsync(each => each.Id == due, cancellationToken);
        var announcement = await db.Announcements.SingleAsync(each => each.DecisionId == due, cancellationToken);
        var number = 1 + (await db.Publications.MaxAsync(publication => (int?)publication.Number, cancellationToken) ?? 0);
        var cycle = await db.Cycles.SingleAsync(each => each.Id == decision.CycleId, cancellationToken);
        var decided = db.DecidedInstitutions.Where(each => each.DecisionId == decision.Id).Select(each => each.InstitutionId);
        var current = await db.Current().Where(result => result.Year == decision.Year && decided.Contains(result.InstitutionId))
            .ToDictionaryAsync(result => result.SubjectId, cancellationToken);
        db.Publications.Add(new(number, now, decision.Number, decision.Date, decision.ResultsSha256));

        await foreach (var (institution, unit, content) in ResultsOf(decision, cancellationToken))
        {
            var id = EntityId.New<ResultId>(now);

            if (!current.TryGetValue(unit?.Value ?? institution.Value, out var before))
            {
                db.Results.Add(Result.Of(id, institution, unit, decision.Year, cycle.Instrument, number, content));
            }
            else if (!before.Content.SaysTheSameAs(content))
            {
                db.Results.Add(before.Correct(id, cycle.Instrument, number, content));
            }
        }

        announcement.Publish(number);
        cycle.Announce(now);
        await db.SaveChangesAsync(cancellationToken);
        await db.AfterCommit(() => latest.Advance(number));
    }

    /// <summary>Loads one institution at a time, because the decided content of all of them together is large.</summary>
    private async IAsyncEnumerable<(InstitutionId Institution, ServiceUnitId? Unit, ResultContent Content)> ResultsOf(
        Decision decision, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = db.DecidedInstitutions.AsNoTracking().Where(each => each.DecisionId == decision.Id).OrderBy(each => each.InstitutionId);

        await foreach (var decided in all.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return (decided.InstitutionId, null, decided.Content.ToResult());

            foreach (var unit in decided.Content.Units)
            {
                yield return (decided.InstitutionId, unit.Unit, unit.ToResult());
            }
        }
    }

    private sealed record DueDecision(DecisionId Id, int Year);
}

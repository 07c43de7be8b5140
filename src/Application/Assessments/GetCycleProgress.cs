using Compliance.Application.Access;
using Compliance.Application.Cycles;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Results;

namespace Compliance.Application.Assessments;

/// <summary>Returns the progress of a cycle by office and by assessor, over the assessments that the caller may see.</summary>
/// <param name="Office">A province code, or 00; limits the progress to that office.</param>
[Needs(Permission.ReadAssessments)]
public sealed record GetCycleProgress(int Year, string? Office) : IRequest<CycleProgress>;

/// <param name="IsOver">Whether the last day of field work is over.</param>
/// <param name="NotAssessed">The units that are not assessed, by reason.</param>
public sealed record CycleProgress(
    int Cycle,
    DateOnly ClosesOn,
    bool IsOver,
    ProgressGroup Total,
    IReadOnlyList<OfficeProgress> Offices,
    IReadOnlyList<AssessorProgress> Assessors,
    IReadOnlyList<NotAssessedGroup> NotAssessed);

/// <param name="Stages">Assessments by stage; every stage is listed.</param>
/// <param name="Statuses">Assessments by status; every status is listed.</param>
/// <param name="Entered">The sum over all units that are assessed.</param>
/// <param name="Overdue">Assessments that are still in field work after its last day.</param>
public sealed record ProgressGroup(
    int Assessments,
    IReadOnlyDictionary<string, int> Stages,
    IReadOnlyDictionary<string, int> Statuses,
    ProgressCount Entered,
    ProgressCount Evidenced,
    ProgressCount Reviewed,
    int Overdue);

public sealed record OfficeProgress(string Office, ProgressGroup Progress);

/// <summary>An assessment counts for every assessor of the unit or of one of its techniques, so the sum may exceed the total.</summary>
/// <param name="Assessor">The e-mail address; null for assessments that are assigned to nobody.</param>
public sealed record AssessorProgress(Guid? Account, string? Assessor, ProgressGroup Progress);

public sealed record NotAssessedGroup(NotAssessedReason Reason, IReadOnlyList<NotAssessedUnit> Units);

public sealed record NotAssessedUnit(Guid Assessment, UnitRef Unit, InstitutionRef Institution, string Office, string? Note);

internal sealed class GetCycleProgressHandler(IComplianceDb db, ProgressQueries reading, TimeProvider clock) : IRequestHandler<GetCycleProgress, CycleProgress>
{
    public async Task<CycleProgress> Handle(GetCycleProgress request, CancellationToken cancellationToken)
    {
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);
        var isOver = IndonesianTime.DayOf(clock.GetUtcNow()) > cycle.ClosesOn;
        var rows = await db.AssessmentsWithNames()
            .Where(row => row.Assessment.CycleId == cycle.Id && (request.Office == null || row.Assessment.Office == request.Office))
            .OrderBy(row => row.Assessment.Id)
            .ToListAsync(cancellationToken);
        var progresses = await reading.Of(rows, cancellationToken);
        IReadOnlyList<ProgressLine> lines = [.. rows.Select(row => new ProgressLine(row, progresses[row.Assessment.Id]))];
        var byAccount = lines.SelectMany(line => line.Accounts.Select(account => (account, line))).ToLookup(pair => pair.account, pair => pair.line);
        var addresses = await db.AddressesOf(byAccount.Select(group => group.Key).OfType<AccountId>(), cancellationToken);

        return new(
            cycle.Year,
            cycle.ClosesOn,
            isOver,
            GroupOf(lines, isOver),
            [
                .. lines.GroupBy(line => line.Row.Assessment.Office).OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new OfficeProgress(group.Key, GroupOf([.. group], isOver))),
            ],
            [
                .. byAccount.Select(group => new AssessorProgress(
                        group.Key?.Value, group.Key is { } account ? addresses.GetValueOrDefault(account) : null, GroupOf([.. group], isOver)))
                    .OrderBy(group => group.Account is null).ThenBy(group => group.Assessor, StringComparer.Ordinal).ThenBy(group => group.Account),
            ],
            [
                .. lines.Where(line => line.Row.Assessment.NotAssessedReason is not null)
                    .GroupBy(line => line.Row.Assessment.NotAssessedReason!.Value).OrderBy(group => group.Key)
                    .Select(group => new NotAssessedGroup(group.Key, [.. group.Select(line => line.ToNotAssessed())])),
            ]);
    }

    private static ProgressGroup GroupOf(IReadOnlyList<ProgressLine> lines, bool isOver)
    {
        var assessed = lines.Where(line => line.Row.Assessment.Status != AssessmentStatus.NotAssessed).ToList();

        return new(
            lines.Count,
            CountsOf(lines.Select(line => line.Progress.Stage)),
            CountsOf(lines.Select(line => line.Row.Assessment.Status)),
            Sum(assessed, progress => progress.Entered),
            Sum(assessed, progress => progress.Evidenced),
            Sum(assessed, progress => progress.Reviewed),
            isOver ? assessed.Count(line => line.Row.Assessment.Status.IsFieldWork()) : 0);
    }

    private static ProgressCount Sum(IEnumerable<ProgressLine> lines, Func<AssessmentProgress, ProgressCount> part) =>
        lines.Aggregate(default(ProgressCount), (sum, line) => sum + part(line.Progress));

    private static Dictionary<string, int> CountsOf<T>(IEnumerable<T> values)
        where T : struct, Enum
    {
        var counts = values.CountBy(value => value).ToDictionary();

        return Enum.GetValues<T>().ToDictionary(value => value.ToCamelCase(), value => counts.GetValueOrDefault(value));
    }

    private sealed record ProgressLine(AssessmentRow Row, AssessmentProgress Progress)
    {
        /// <summary>Everyone to whom the unit or one of its techniques is assigned; a single null if it is assigned to nobody.</summary>
        public IEnumerable<AccountId?> Accounts
        {
            get
            {
                var accounts = Row.Assessment.Assignments.Select(assignment => (AccountId?)assignment.AccountId).Append(Row.Assessment.AssessorId)
                    .Where(account => account is not null).Distinct().ToList();

                return accounts.Count == 0 ? [null] : accounts;
            }
        }

        public NotAssessedUnit ToNotAssessed() =>
            new(Row.Assessment.Id.Value, Row.Unit, Row.Owner, Row.Assessment.Office, Row.Assessment.NotAssessedNote);
    }
}

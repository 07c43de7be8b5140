using Compliance.Application.Access;
using Compliance.Application.Imports;
using Compliance.Application.Institutions;
using Compliance.Application.Results;
using Compliance.Domain.Access;
using Compliance.Domain.Institutions;
using Compliance.Domain.PublicReports;

namespace Compliance.Application.PublicReports;

/// <summary>Records the months of a CSV file, or nothing if one cell is wrong. Importing the same file again changes nothing.</summary>
[Needs(Permission.RecordPublicReports)]
public sealed record ImportPublicReports(byte[] Csv, bool DryRun, Language Language) : IRequest<ImportReport>, IRepeatable;

internal sealed class ImportPublicReportsHandler(IComplianceDb db, IInstitutionLocks locks, RequestContext context, TimeProvider clock)
    : IRequestHandler<ImportPublicReports, ImportReport>
{
    private sealed record Placed(int Line, Institution Institution, Month Month, CaseloadFigures? Figures);

    public async Task<ImportReport> Handle(ImportPublicReports request, CancellationToken cancellationToken)
    {
        var file = new CaseloadCsv(request.Csv, request.Language);
        var placed = MatchInstitutions(file, new(await db.Institutions.AsNoTracking().ToListAsync(cancellationToken)), cancellationToken);
        var ids = placed.Select(row => row.Institution.Id).Distinct().ToList();
        await using var transaction = await db.Begin(cancellationToken);
        await locks.Lock(ids, cancellationToken);
        var current = (await db.MonthlyCaseloads.Where(row => ids.Contains(row.InstitutionId)).ToListAsync(cancellationToken)).ToLookup(row => row.InstitutionId);
        var groups = placed.GroupBy(row => row.Institution.Id)
            .Select(group => (Rows: group.ToList(), Caseload: new Caseload(group.Key, current[group.Key]))).ToList();
        groups.ForEach(group => Validate(file, group.Rows, group.Caseload));

        if (file.Errors.Count > 0)
        {
            return new(request.DryRun, file.Count, 0, 0, 0, 0, file.Format, [], file.Errors.ByLine, null, file.Errors.LeftOut);
        }

        var (created, corrected) = Put(groups);

        if (!request.DryRun)
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return new(request.DryRun, file.Count, created, file.Count - created - corrected, corrected, 0, file.Format, [], []);
    }

    /// <summary>Matches rows to institutions. Reports unknown institutions, those outside the caller's scope, and duplicate months.</summary>
    private List<Placed> MatchInstitutions(CaseloadCsv file, InstitutionIndex index, CancellationToken cancellationToken)
    {
        var placed = new Dictionary<(InstitutionId, Month), Placed>();

        foreach (var row in file.Rows().Where(row => row.Institution is not null))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var institution = index.Find(row.Institution!);

            if (institution is null)
            {
                file.Note(row.Line, "institution", RegistryErrors.UnknownInstitution(row.Institution!, index.Closest(row.Institution!)));
            }
            else if (!context.Caller.MayAt(Permission.RecordPublicReports, institution))
            {
                file.Note(row.Line, "institution", AccessErrors.OutsideScope);
            }
            else if (row.Month is { } month && !placed.TryAdd((institution.Id, month), new(row.Line, institution, month, row.Figures)))
            {
                file.Note(row.Line, null, CsvErrors.DuplicateRow(placed[(institution.Id, month)].Line));
            }
        }

        return [.. placed.Values];
    }

    private void Validate(CaseloadCsv file, List<Placed> rows, Caseload caseload)
    {
        // The number of open reports cannot be checked if a month is unreadable.
        if (rows.Exists(row => row.Figures is null))
        {
            return;
        }

        foreach (var (month, fault) in caseload.FaultsWith(
            rows.ToDictionary(row => row.Month, row => row.Figures!), rows[0].Institution.MonthOf(clock.GetUtcNow())))
        {
            // A fault may concern a recorded month that is not in the file; it is reported at the nearest earlier month that is.
            var row = rows.Where(each => each.Month <= month).MaxBy(each => each.Month.FirstDay) ?? rows[0];
            file.Note(row.Line, fault.Pointer[1..], fault.Error);
        }
    }

    private (int Created, int Corrected) Put(List<(List<Placed> Rows, Caseload Caseload)> groups)
    {
        var (created, corrected) = (0, 0);
        var by = context.Caller.Id is { } id ? AccountId.From(id) : (AccountId?)null;

        foreach (var (row, caseload) in groups.SelectMany(group => group.Rows.Select(row => (row, group.Caseload))))
        {
            var isNew = caseload[row.Month] is null;
            var put = caseload.Put(row.Month, row.Figures!, by, clock.GetUtcNow());
            created += isNew ? 1 : 0;
            corrected += !isNew && put is not null ? 1 : 0;

            if (isNew)
            {
                db.MonthlyCaseloads.Add(put!);
            }
        }

        return (created, corrected);
    }
}

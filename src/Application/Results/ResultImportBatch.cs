using Compliance.Application.Imports;
using Compliance.Application.Instruments;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Results;

/// <summary>
/// One import: checks each row against its instrument and the registry, then against the current results.
/// References are checked in memory by sets, not row by row.
/// </summary>
internal sealed class ResultImportBatch
{
    private readonly IComplianceDb db;
    private readonly PublishedCsv file;
    private readonly CellNotes warnings;
    private readonly List<ImportRow> rows = [];
    private Dictionary<(Guid Subject, int Year), Result> current = [];
    private HashSet<int> decidedYears = [];
    private int created;
    private int unchanged;
    private int corrected;
    private int derived;

    private ResultImportBatch(IComplianceDb db, PublishedCsv file, Language language, DateTimeOffset now)
    {
        this.db = db;
        this.file = file;
        warnings = new(language);
        Now = now;
    }

    public DateTimeOffset Now { get; }

    /// <summary>The number of this import's publication.</summary>
    public int Publication { get; private set; }

    public bool HasErrors => file.Errors.Count > 0;

    public bool HasChanges => created + corrected + derived > 0;

    public static async Task<ResultImportBatch> Prepare(
        IComplianceDb db, InstrumentLibrary library, byte[] csv, Language language, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var import = new ResultImportBatch(db, new(csv, language), language, now);
        var institutions = await db.Institutions.AsNoTracking().ToListAsync(cancellationToken);
        import.decidedYears = [.. await db.Cycles.Where(cycle => cycle.DecidedAt != null).Select(cycle => cycle.Year).ToListAsync(cancellationToken)];
        await import.ReadRows(new(institutions), await YearInstruments.Of(db, library, cancellationToken), cancellationToken);

        return import;
    }

    /// <summary>Adds new and corrected results to the next save.</summary>
    public async Task Publish(CancellationToken cancellationToken)
    {
        Publication = 1 + (await db.Publications.MaxAsync(publication => (int?)publication.Number, cancellationToken) ?? 0);
        var years = rows.Select(row => row.Year).Distinct().ToList();
        current = await db.Current().Where(result => years.Contains(result.Year))
            .ToDictionaryAsync(result => (result.SubjectId, result.Year), cancellationToken);
        await FindUnits(cancellationToken);

        foreach (var row in rows)
        {
            PublishRow(row);
        }

        foreach (var group in rows.GroupBy(row => (row.Institution.Id, row.Year)))
        {
            CompareWithUnits([.. group]);
        }
    }

    public ImportReport Report(bool dryRun) => HasErrors
        ? new(dryRun, file.Count, 0, 0, 0, 0, file.Format, warnings.ByLine, file.Errors.ByLine, warnings.LeftOut, file.Errors.LeftOut)
        : new(dryRun, file.Count, created, unchanged, corrected, derived, file.Format, warnings.ByLine, [], warnings.LeftOut);

    private async Task ReadRows(InstitutionIndex institutions, YearInstruments instruments, CancellationToken cancellationToken)
    {
        var lines = new Dictionary<(InstitutionId, string?, int), int>();

        foreach (var row in file.Rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var institution = row.Institution is { } name ? institutions.Find(name) : null;
            var instrument = row.Year is { } year ? await instruments.Find(year, cancellationToken) : null;

            if (institution is null && row.Institution is { } unknown)
            {
                file.Errors.Add(row.Line, "institution", RegistryErrors.UnknownInstitution(unknown, institutions.Closest(unknown)));
            }

            if (instrument is null && row.Year is { } without)
            {
                file.Errors.Add(row.Line, "year", CsvErrors.NoInstrumentForYear(without));
            }

            if (row.Year is { } decided && decidedYears.Contains(decided))
            {
                file.Errors.Add(row.Line, "year", CycleErrors.Decided);
            }
            else if (institution is not null && instrument is not null)
            {
                ReadRow(row, row.Year!.Value, institution, instrument, lines);
            }
        }
    }

    private void ReadRow(
        PublishedRow row, int year, Institution institution, Instrument instrument, Dictionary<(InstitutionId, string?, int), int> lines)
    {
        var key = row.Unit is null ? null : NameMatching.Key(row.Unit);

        if (key?.Length == 0)
        {
            file.Errors.Add(row.Line, "unit", PlainText.Required);
        }

        if (!lines.TryAdd((institution.Id, key, year), row.Line))
        {
            file.Errors.Add(row.Line, null, CsvErrors.DuplicateRow(lines[(institution.Id, key, year)]));
        }

        var read = PrintedResultRules.Read(instrument, institution.Kind, row.Printed);

        // A row whose score cannot be read only seems to contain no result.
        var faults = read.Faults.Where(fault => row.IsReadable || fault.Error != ResultErrors.NothingPublished);

        foreach (var (list, fault) in faults.Select(fault => (file.Errors, fault)).Concat(read.Warnings.Select(fault => (warnings, fault))))
        {
            list.Add(row.Line, fault.Pointer[1..], fault.Error);
        }

        // Once anything is wrong, nothing will be stored, so the rows are only checked.
        if (HasErrors)
        {
            rows.Clear();
        }
        else if (read.Content is not null)
        {
            rows.Add(new(row.Line, year, instrument, institution, row.Unit, read.Content));
        }
    }

    /// <summary>Registers units that were published but are not in the registry yet.</summary>
    private async Task FindUnits(CancellationToken cancellationToken)
    {
        var owners = rows.Where(row => row.UnitName is not null).Select(row => row.Institution.Id).Distinct().ToList();

        if (owners.Count == 0)
        {
            return;
        }

        var units = await db.ServiceUnits.AsNoTracking().Where(unit => owners.Contains(unit.InstitutionId))
            .ToDictionaryAsync(unit => (unit.InstitutionId, unit.Key), unit => unit.Id, cancellationToken);

        foreach (var row in rows.Where(row => row.UnitName is not null))
        {
            var key = (row.Institution.Id, NameMatching.Key(row.UnitName!));

            if (!units.TryGetValue(key, out var id))
            {
                id = EntityId.New<ServiceUnitId>(Now);
                units.Add(key, id);
                db.ServiceUnits.Add(new(id, row.Institution.Id, row.UnitName!));
            }

            row.Unit = id;
        }
    }

    private void PublishRow(ImportRow row)
    {
        switch (Put(row, row.Unit, row.Content))
        {
            case Change.Created:
                created++;
                break;
            case Change.Corrected:
                corrected++;
                break;
            default:
                unchanged++;
                break;
        }
    }

    /// <summary>
    /// An institution without a published total gets the mean of its units; a total that differs from the mean
    /// causes a warning.
    /// </summary>
    private void CompareWithUnits(List<ImportRow> group)
    {
        var any = group[0];
        var scores = current.Values
            .Where(result => result.InstitutionId == any.Institution.Id && result.Year == any.Year && result.UnitId is not null)
            .Select(result => result.Score).OfType<Score>().ToList();

        if (scores.Count == 0)
        {
            return;
        }

        var own = current.GetValueOrDefault((any.Institution.Id.Value, any.Year));

        if (own is null || own.Basis == ResultBasis.Units)
        {
            derived += Put(any, null, PrintedResultRules.FromUnits(any.Instrument, scores)) == Change.None ? 0 : 1;
        }
        else if (own.Score is { } total && InstitutionScore.Of(scores) is var mean && mean != total)
        {
            warnings.Add((group.Find(row => row.UnitName is null) ?? any).Line, "score", ResultErrors.MeanDiffers(mean, total));
        }
    }

    private Change Put(ImportRow row, ServiceUnitId? unit, ResultContent content)
    {
        var subject = (unit?.Value ?? row.Institution.Id.Value, row.Year);
        var existing = current.GetValueOrDefault(subject);

        if (existing?.Content.SaysTheSameAs(content) == true)
        {
            return Change.None;
        }

        var id = EntityId.New<ResultId>(Now);
        var result = existing is null
            ? Result.Of(id, row.Institution.Id, unit, row.Year, row.Instrument.Code, Publication, content)
            : existing.Correct(id, row.Instrument.Code, Publication, content);
        current[subject] = result;
        db.Results.Add(result);

        return existing is null ? Change.Created : Change.Corrected;
    }

    private enum Change
    {
        None,
        Created,
        Corrected,
    }

    private sealed record ImportRow(int Line, int Year, Instrument Instrument, Institution Institution, string? UnitName, ResultContent Content)
    {
        public ServiceUnitId? Unit { get; set; }
    }
}

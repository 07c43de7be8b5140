using System.Text.Json.Serialization;
using Compliance.Application.Access;
using Compliance.Application.Imports;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;

namespace Compliance.Application.Results;

/// <summary>
/// Imports published results from a CSV file, or nothing if one cell is wrong. Results that are
/// already stored stay unchanged; a different one becomes a correction that supersedes the old one.
/// </summary>
[Needs(Permission.ImportResults)]
public sealed record ImportResults(byte[] Csv, bool DryRun, string? Decision, DateOnly? Date, Language Language) : IRequest<ImportReport>, IRepeatable;

/// <param name="Rows">How many data rows the file has; each is created, unchanged or corrected.</param>
/// <param name="Warnings">At most 10,000.</param>
/// <param name="Errors">At most 10,000.</param>
/// <param name="WarningsLeftOut">How many warnings more there are; absent if all are listed.</param>
/// <param name="ErrorsLeftOut">How many errors more there are; absent if all are listed.</param>
/// <param name="Derived">How many results of institutions were created or corrected as the mean of their units.</param>
public sealed record ImportReport(
    bool DryRun,
    int Rows,
    int Created,
    int Unchanged,
    int Corrected,
    int Derived,
    CsvFormat Assumed,
    IReadOnlyList<CellNote> Warnings,
    IReadOnlyList<CellNote> Errors,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? WarningsLeftOut = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ErrorsLeftOut = null);

internal sealed class ImportResultsValidator : AbstractValidator<ImportResults>
{
    public ImportResultsValidator()
    {
        RuleFor(request => request.Decision).Text(PlainText.NameLength);
        RuleFor(request => request.Decision).RequiredButMayBeEmpty().When(request => request.Date is not null);
    }
}

internal sealed class ImportResultsHandler(IComplianceDb db, InstrumentLibrary library, LatestPublication latest, TimeProvider clock)
    : IRequestHandler<ImportResults, ImportReport>
{
    public async Task<ImportReport> Handle(ImportResults request, CancellationToken cancellationToken)
    {
        var import = await ResultImportBatch.Prepare(db, library, request.Csv, request.Language, clock.GetUtcNow(), cancellationToken);

        if (!import.HasErrors)
        {
            await import.Publish(cancellationToken);
        }

        if (!request.DryRun && import.HasChanges)
        {
            db.Publications.Add(new(import.Publication, import.Now, request.Decision, request.Date, Digest.Of(request.Csv)));
            await db.SaveChangesAsync(cancellationToken);
            await db.AfterCommit(() => latest.Advance(import.Publication));
        }

        return import.Report(request.DryRun);
    }
}

using System.Text.Json.Serialization;
using Compliance.Api.Refusals;
using Compliance.Application.Imports;
using Compliance.Application.Results;
using Compliance.Domain.Common;

namespace Compliance.Api.Errors;

/// <summary>A problem document that is also the report of a refused import.</summary>
internal sealed record ImportProblem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    string TraceId,
    bool DryRun,
    int Rows,
    int Created,
    int Unchanged,
    int Corrected,
    int Derived,
    CsvFormat Assumed,
    IReadOnlyList<CellNote> Warnings,
    IReadOnlyList<CellNote> Errors,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? WarningsLeftOut,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ErrorsLeftOut);

internal sealed class ImportRefused(ImportReport report) : IResult
{
    private static readonly LocalizedText Refused = new(
        "Tidak ada data yang disimpan; perbaiki sel yang dicantumkan, lalu kirim ulang berkas.",
        "Nothing was stored; correct the listed cells and send the file again.");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var problem = Problem.Of(httpContext, HttpRefusals.ImportRefused, Refused);
        problem.SetHeaders(httpContext);

        return httpContext.Response.WriteAsJsonAsync(
            new(
                problem.Type,
                problem.Title,
                problem.Status,
                problem.Detail,
                problem.Code,
                problem.TraceId,
                report.DryRun,
                report.Rows,
                report.Created,
                report.Unchanged,
                report.Corrected,
                report.Derived,
                report.Assumed,
                report.Warnings,
                report.Errors,
                report.WarningsLeftOut,
                report.ErrorsLeftOut),
            ApiJson.Default.ImportProblem,
            Problem.MediaType);
    }
}

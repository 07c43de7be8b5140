using System.Runtime.CompilerServices;
using Compliance.Application.Assessments;
using Compliance.Application.Common;
using Compliance.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Compliance.Infrastructure.Persistence;

/// <summary>Reads a sheet with its assessment and chain by one query, compiled once for each model.</summary>
internal static class SheetTable
{
    private static readonly string[] ofNoUse = [QueryFilters.Sheet];

    private static readonly ConditionalWeakTable<IModel, Func<ComplianceDbContext, AssessmentId, string, Task<SheetState?>>> queries = [];

    public static Task<SheetState?> Read(ComplianceDbContext db, AssessmentId id) =>
        queries.GetValue(db.Model, _ => Compile())(db, id, Assessment.ResourceOf(id));

    private static Func<ComplianceDbContext, AssessmentId, string, Task<SheetState?>> Compile() => EF.CompileAsyncQuery(
        (ComplianceDbContext db, AssessmentId id, string resource) => (
            from assessment in db.Assessments.AsNoTracking().IgnoreQueryFilters(ofNoUse)
            join cycle in db.Cycles on assessment.CycleId equals cycle.Id
            join sheet in db.Sheets on assessment.Id equals sheet.AssessmentId
            from chain in db.AuditChains.Where(chain => chain.Resource == resource).DefaultIfEmpty()
            where assessment.Id == id
            select new SheetState(assessment, cycle.Instrument, sheet, chain)).SingleOrDefault());
}

using System.Text;
using Compliance.Application.Access;
using Compliance.Application.Cycles;
using Compliance.Application.Exports;
using Compliance.Domain.Cycles;
using Compliance.Domain.Decisions;

namespace Compliance.Application.Decisions;

/// <summary>
/// Writes the proof of a cycle's announced decisions as lines: for each decision its statement and signature, then (for the first)
/// the instrument, the inputs of its units, their figures, and the decided content of each institution. <see cref="ProofFile"/> verifies it
/// without a database. What it contains never changes until the next decision is announced: decisions are append-only, and an institution keeps its
/// code, which orders the contents.
/// </summary>
[ForEveryone]
public sealed record WriteProof(int Year) : IRequest<ExportFile>;

internal sealed class WriteProofHandler(IComplianceDb db, IExportFiles files) : IRequestHandler<WriteProof, ExportFile>
{
    public async Task<ExportFile> Handle(WriteProof request, CancellationToken cancellationToken)
    {
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);
        var last = await Announced(cycle).MaxAsync(decision => (int?)decision.Ordinal, cancellationToken)
            ?? throw new DomainException(DecisionErrors.NothingAnnounced);

        return await files.Open(FormattableString.Invariant($"proof-{request.Year}"), last, (to, token) => Write(cycle, last, to, token), cancellationToken);
    }

    private IQueryable<Decision> Announced(Cycle cycle) => db.Decisions.AsNoTracking()
        .Where(decision => decision.CycleId == cycle.Id && db.Announcements.Any(each => each.DecisionId == decision.Id && each.Publication != null));

    private async Task Write(Cycle cycle, int last, Stream to, CancellationToken cancellationToken)
    {
        await using var snapshot = await db.OpenSnapshot(cancellationToken);
        var decisions = await Announced(cycle).Where(decision => decision.Ordinal <= last).OrderBy(decision => decision.Ordinal).ToListAsync(cancellationToken);
        var instrument = (await db.Instruments.AsNoTracking().SingleAsync(each => each.Code == cycle.Instrument, cancellationToken)).Content;
        await using var writer = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };

        foreach (var decision in decisions)
        {
            await foreach (var line in LinesOf(decision, cycle, instrument, cancellationToken))
            {
                await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
            }
        }
    }

    private async IAsyncEnumerable<string> LinesOf(
        Decision decision, Cycle cycle, string instrument, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return decision.Statement;
        yield return decision.Signature;

        if (!decision.IsCorrection)
        {
            yield return instrument;
        }

        await foreach (var input in InputsOf(decision, cycle).WithCancellation(cancellationToken))
        {
            yield return DecidedTextWriter.InputOf(input);
        }

        await foreach (var figures in FiguresOf(decision, cycle).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return figures.Text;
        }

        var contents =
            from decided in db.DecidedInstitutions.AsNoTracking()
            where decided.DecisionId == decision.Id
            join institution in db.Institutions on decided.InstitutionId equals institution.Id
            orderby institution.Code
            select decided;

        await foreach (var decided in contents.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return decided.Text;
        }
    }

    /// <summary>The inputs of a correction are stored with it; those of the first decision are the frozen sheets.</summary>
    private IAsyncEnumerable<UnitInput> InputsOf(Decision decision, Cycle cycle) => decision.IsCorrection
        ? db.CorrectedInputs.AsNoTracking().Where(each => each.DecisionId == decision.Id).OrderBy(each => each.AssessmentId).Select(each => each.Input).AsAsyncEnumerable()
        : db.SheetsOf(cycle).AsAsyncEnumerable().Select(sheet => sheet.ToInput());

    /// <summary>In the same order as the inputs.</summary>
    private IQueryable<UnitFigures> FiguresOf(Decision decision, Cycle cycle) => decision.IsCorrection
        ? from input in db.CorrectedInputs
          where input.DecisionId == decision.Id
          join figures in db.UnitFigures.AsNoTracking() on new { input.AssessmentId, input.InputsSha256 } equals new { figures.AssessmentId, figures.InputsSha256 }
          orderby input.AssessmentId
          select figures
        : db.FiguresOf(cycle);
}

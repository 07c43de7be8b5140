using System.Text;
using Compliance.Application.Access;
using Compliance.Application.Cycles;
using Compliance.Domain.Cycles;
using Compliance.Domain.Decisions;

namespace Compliance.Application.Decisions;

/// <summary>
/// Writes the proof of a cycle's announced decisions as lines: for each decision its statement and signature, then (for the first)
/// the instrument, the inputs of its units, their figures, and the decided content of each institution. <see cref="ProofFile"/> verifies it
/// without a database.
/// </summary>
[ForEveryone]
public sealed record WriteProof(int Year, Func<Stream> To) : IRequest<ProofWritten>;

public sealed record ProofWritten(long Lines);

internal sealed class WriteProofHandler(IComplianceDb db) : IRequestHandler<WriteProof, ProofWritten>
{
    public async Task<ProofWritten> Handle(WriteProof request, CancellationToken cancellationToken)
    {
        await using var snapshot = await db.OpenSnapshot(cancellationToken);
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);
        var decisions = await db.Decisions.AsNoTracking()
            .Where(decision => decision.CycleId == cycle.Id && db.Announcements.Any(each => each.DecisionId == decision.Id && each.Publication != null))
            .OrderBy(decision => decision.Ordinal)
            .ToListAsync(cancellationToken);
        Rule.Require(decisions.Count > 0, DecisionErrors.NothingAnnounced);
        var instrument = (await db.Instruments.AsNoTracking().SingleAsync(each => each.Code == cycle.Instrument, cancellationToken)).Content;
        await using var writer = new StreamWriter(request.To(), new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var lines = 0L;

        foreach (var decision in decisions)
        {
            await foreach (var line in LinesOf(decision, cycle, instrument, cancellationToken))
            {
                await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
                lines++;
            }
        }

        return new(lines);
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

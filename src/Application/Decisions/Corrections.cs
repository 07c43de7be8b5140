using Compliance.Application.Audit;
using Compliance.Application.Instruments;
using Compliance.Domain.Assessments;
using Compliance.Domain.Cycles;
using Compliance.Domain.Decisions;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Decisions;

/// <summary>Computes the effect of a correction on the named units and their institutions, and adds it to the next save.</summary>
internal sealed class Corrections(IComplianceDb db, AuditKeys keys)
{
    public async Task Apply(
        Decision decision, Cycle cycle, KnownInstrument known, IReadOnlyList<AssessmentCorrection> corrections, CancellationToken cancellationToken)
    {
        var inputs = await Correct(cycle, known.Instrument, corrections, cancellationToken);
        var touched = await AffectedInstitutions(cycle, inputs, cancellationToken);
        var all = await ScoresOf(cycle, cancellationToken);
        var figures = inputs.ToDictionary(pair => pair.Key, pair => UnitFigures.Of(known.Instrument, pair.Value));

        foreach (var (_, before) in touched.Values)
        {
            var units = before.Units.Select(unit =>
                figures.TryGetValue(unit.Assessment, out var corrected) ? DecidedUnit.Assessed(known.Instrument, unit.Unit, unit.Name, corrected.Head) : unit);
            all[before.Code] = DecisionCalculator.Combine(known.Instrument, before.Code, before.Kind, before.Region, units);
        }

        List<DecidedInstitution> decided =
        [
            .. DecisionCalculator.Ranked(all.Values).Where(content => touched.ContainsKey(content.Code))
                .Select(content => new DecidedInstitution(decision.Id, touched[content.Code].Id, content)),
        ];
        List<CorrectedInput> corrected =
        [
            .. inputs.Values.OrderBy(input => input.Assessment.Value)
                .Select(input => new CorrectedInput(decision.Id, input.Assessment, figures[input.Assessment].InputsSha256, input)),
        ];
        db.CorrectedInputs.AddRange(corrected);
        await db.Keep(figures.Values, cancellationToken);
        db.DecidedInstitutions.AddRange(decided);
        decision.Seal(
            known.Sha256,
            DecisionHashes.OfInputs(corrected.Select(input => input.InputsSha256)),
            DecisionHashes.OfResults(decided.Select(each => each.Text)),
            new(decided.Count, corrected.Count, corrected.Count, 0),
            keys.Current);
    }

    /// <summary>Returns the inputs with the corrected answers applied.</summary>
    private async Task<Dictionary<AssessmentId, UnitInput>> Correct(
        Cycle cycle, Instrument instrument, IReadOnlyList<AssessmentCorrection> corrections, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        var inputs = new Dictionary<AssessmentId, UnitInput>();

        foreach (var (index, correction) in corrections.Index())
        {
            var id = AssessmentId.From(correction.Assessment!.Value);
            var pointer = FormattableString.Invariant($"/assessments/{index}");

            if (inputs.ContainsKey(id))
            {
                faults.Add(DecisionErrors.AssessmentTwice.At($"{pointer}/assessment"));
            }
            else if (await CurrentInput(cycle, id, cancellationToken) is not { } current)
            {
                faults.Add(AssessmentErrors.UnknownAssessment.At($"{pointer}/assessment"));
            }
            else if (current.NotAssessed is not null)
            {
                faults.Add(DecisionErrors.NotAssessed.At($"{pointer}/assessment"));
            }
            else
            {
                var (corrected, wrong) = InputCorrection.Of(instrument, current, [.. correction.Answers!.Select(answer => answer.ToAnswer())]);
                faults.AddRange(wrong.Select(fault => fault.Under(pointer)));
                inputs[id] = corrected;
            }
        }

        Rule.RequireNone(faults, DecisionErrors.AnswersRefused);

        return inputs;
    }

    /// <summary>Returns the inputs of the newest decision about the assessment.</summary>
    private async Task<UnitInput?> CurrentInput(Cycle cycle, AssessmentId id, CancellationToken cancellationToken)
    {
        var corrected = await (
            from input in db.CorrectedInputs.AsNoTracking()
            join decision in db.Decisions on input.DecisionId equals decision.Id
            where input.AssessmentId == id && decision.CycleId == cycle.Id
            orderby decision.Ordinal descending
            select input).FirstOrDefaultAsync(cancellationToken);

        return corrected?.Input ?? (await db.SheetsOf(cycle).SingleOrDefaultAsync(sheet => sheet.Assessment.Id == id, cancellationToken))?.ToInput();
    }

    /// <summary>Returns the institutions of the corrected units by code, with the content of the newest decision about each.</summary>
    private async Task<Dictionary<string, (InstitutionId Id, DecidedContent Before)>> AffectedInstitutions(
        Cycle cycle, Dictionary<AssessmentId, UnitInput> inputs, CancellationToken cancellationToken)
    {
        var units = inputs.Values.Select(input => input.Unit).ToList();
        var owners = await db.ServiceUnits.Where(unit => units.Contains(unit.Id)).Select(unit => unit.InstitutionId).Distinct().ToListAsync(cancellationToken);
        var touched = new Dictionary<string, (InstitutionId, DecidedContent)>(StringComparer.Ordinal);

        foreach (var owner in owners)
        {
            var content = (await db.NewestContent(cycle.Id, owner, cancellationToken))!;
            touched.Add(content.Code, (owner, content));
        }

        return touched;
    }

    /// <summary>Returns the currently decided scores of all institutions, which ranking needs, without their units.</summary>
    private async Task<Dictionary<string, DecidedContent>> ScoresOf(Cycle cycle, CancellationToken cancellationToken)
    {
        var rows = await (
            from decided in db.DecidedInstitutions
            join decision in db.Decisions on decided.DecisionId equals decision.Id
            where decision.CycleId == cycle.Id
            join institution in db.Institutions on decided.InstitutionId equals institution.Id
            orderby decision.Ordinal
            select new { institution.Code, institution.Kind, institution.Province, decided.Score }).ToListAsync(cancellationToken);
        var scores = new Dictionary<string, DecidedContent>(StringComparer.Ordinal);

        foreach (var row in rows)
        {
            scores[row.Code] = new(row.Code, row.Kind, row.Province, row.Score, null, null, null, null, []);
        }

        return scores;
    }
}

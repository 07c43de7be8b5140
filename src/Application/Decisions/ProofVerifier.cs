using System.Text;
using System.Text.Json;
using Compliance.Application.Instruments;
using Compliance.Domain.Assessments;
using Compliance.Domain.Audit;
using Compliance.Domain.Decisions;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Decisions;

/// <summary>Reads one decision after the other and stops at the first invalid line.</summary>
internal sealed class ProofVerifier(Stream from, IReadOnlyList<SigningKey> keys) : IDisposable
{
    private readonly ProofLines lines = new(from);
    private readonly Dictionary<string, DecidedContent> current = new(StringComparer.Ordinal);
    private string previous = Digest.Zero;
    private string? instrumentText;
    private Instrument? instrument;

    public int Decisions { get; private set; }

    public int Institutions { get; private set; }

    public int Units { get; private set; }

    public long Line => lines.Number;

    /// <returns>False at the end of the file.</returns>
    public async Task<bool> ReadDecision(CancellationToken cancellationToken)
    {
        if (await lines.Next(cancellationToken) is not { } text)
        {
            return false;
        }

        var statement = ProofStatement.Read(text);
        Rule.Require(statement.Previous == previous && statement.Ordinal == Decisions + 1, ProofErrors.ChainBroken);
        await CheckSignature(text, statement, cancellationToken);
        await ReadInstrument(statement, cancellationToken);
        var units = await ReadUnits(statement, cancellationToken);
        await CompareContents(statement, units, cancellationToken);
        previous = DecisionHashes.OfStatement(text);
        Decisions++;

        return true;
    }

    public void Dispose() => lines.Dispose();

    private async Task CheckSignature(string text, ProofStatement statement, CancellationToken cancellationToken)
    {
        var signature = await lines.NextRequired(cancellationToken);
        var key = keys.FirstOrDefault(each => each.KeyId == statement.KeyId);
        Rule.Require(key is not null, ProofErrors.OtherKey(statement.KeyId));
        var isHex = signature.Length > 0 && signature.Length % 2 == 0 && signature.All(char.IsAsciiHexDigitLower);
        Rule.Require(isHex && key.Verify(Encoding.UTF8.GetBytes(text), Convert.FromHexString(signature)), ProofErrors.SignatureWrong);
    }

    private async Task ReadInstrument(ProofStatement statement, CancellationToken cancellationToken)
    {
        if (instrumentText is null)
        {
            instrumentText = await lines.NextRequired(cancellationToken);
            Rule.Require(InstrumentDocument.HashOf(instrumentText) == statement.InstrumentSha256, ProofErrors.InstrumentDiffers);
            instrument = JsonSerializer.Deserialize(instrumentText, InstrumentJson.Default.InstrumentDocument)!.ToInstrument();
        }

        Rule.Require(
            instrument!.Code == statement.Instrument && InstrumentDocument.HashOf(instrumentText) == statement.InstrumentSha256, ProofErrors.InstrumentDiffers);
    }

    /// <summary>Reads the inputs and their stated figures, and recomputes the figures.</summary>
    private async Task<Dictionary<AssessmentId, ComputedUnit>> ReadUnits(ProofStatement statement, CancellationToken cancellationToken)
    {
        List<string> texts = [];
        var first = lines.Number + 1;

        for (var count = 0; count < statement.Units; count++)
        {
            texts.Add(await lines.NextRequired(cancellationToken));
        }

        Rule.Require(DecisionHashes.OfInputs(texts.Select(DecisionHashes.OfInput)) == statement.Inputs, ProofErrors.InputsDiffer);
        var units = new ComputedUnit?[texts.Count];
        Parallel.For(0, texts.Count, index => units[index] = ComputedUnit.Of(instrument!, texts[index]));
        var known = new Dictionary<AssessmentId, ComputedUnit>();

        foreach (var (index, unit) in units.Index())
        {
            if (unit is null || !known.TryAdd(unit.Assessment, unit))
            {
                lines.PointAt(first + index);
                throw new DomainException(ProofErrors.Torn);
            }
        }

        await CompareFigures(known.Values, cancellationToken);

        return known;
    }

    private async Task CompareFigures(IEnumerable<ComputedUnit> units, CancellationToken cancellationToken)
    {
        foreach (var figures in units.Select(unit => unit.Figures).OfType<UnitFigures>())
        {
            Rule.Require(await lines.NextRequired(cancellationToken) == figures.Text, ProofErrors.ResultsDiffer);
        }
    }

    /// <summary>Combines every institution from its units; in a correction, unchanged units are taken from the decision before.</summary>
    private async Task CompareContents(ProofStatement statement, Dictionary<AssessmentId, ComputedUnit> units, CancellationToken cancellationToken)
    {
        var printed = new List<(string Text, string Code, long Line)>();

        for (var count = 0; count < statement.Institutions; count++)
        {
            var text = await lines.NextRequired(cancellationToken);
            var content = ProofLines.Parsed(() => DecidedTextParser.ContentOf(text));
            current[content.Code] = Combine(content, units);
            printed.Add((text, content.Code, lines.Number));
        }

        // Any unit that is left belongs to no institution.
        Rule.Require(DecisionHashes.OfResults(printed.Select(each => each.Text)) == statement.Results && units.Count == 0, ProofErrors.ResultsDiffer);
        var ranked = DecisionCalculator.Ranked(current.Values).ToDictionary(each => each.Code, StringComparer.Ordinal);

        foreach (var (text, code, line) in printed)
        {
            lines.PointAt(line);
            Rule.Require(DecidedTextWriter.ContentOf(ranked[code]) == text, ProofErrors.ResultsDiffer);
            Institutions++;
        }
    }

    /// <summary>Names are taken from the proof, not computed. A unit that a correction does not name stays as in the decision before.</summary>
    private DecidedContent Combine(DecidedContent printed, Dictionary<AssessmentId, ComputedUnit> computed)
    {
        var before = current.GetValueOrDefault(printed.Code)?.Units.ToDictionary(unit => unit.Assessment) ?? [];
        List<DecidedUnit> units = [];

        foreach (var unit in printed.Units)
        {
            if (computed.Remove(unit.Assessment, out var found))
            {
                units.Add(found.Decide(instrument!, unit.Name));
                Units++;
            }
            else if (before.TryGetValue(unit.Assessment, out var same))
            {
                units.Add(same);
            }
        }

        Rule.Require(units.Count == printed.Units.Count && (before.Count == 0 || units.Count == before.Count), ProofErrors.ResultsDiffer);

        return DecisionCalculator.Combine(instrument!, printed.Code, printed.Kind, printed.Region, units);
    }
}

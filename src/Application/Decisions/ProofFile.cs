using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Compliance.Application.Instruments;
using Compliance.Domain.Assessments;
using Compliance.Domain.Audit;
using Compliance.Domain.Decisions;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Decisions;

/// <param name="Problem">What is wrong first, and in which line; null where everything is as it was decided.</param>
public sealed record ProofVerified(int Decisions, int Institutions, int Units, DomainError? Problem, long? Line);

/// <summary>
/// A cycle's proof, checked with the public keys alone: no database, no network, nobody's leave. Every signature is
/// verified, every score, mean and place is computed anew from the inputs and compared to the byte.
/// </summary>
public static class ProofFile
{
    /// <param name="keys">Public keys in PEM, as <c>GET /audit/keys</c> shows them.</param>
    public static async Task<ProofVerified> Verify(Stream from, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var proof = new ProofReading(from, [.. keys.Select(SigningKey.FromPem)]);

        try
        {
            while (await proof.ReadDecision(cancellationToken))
            {
            }

            return new(proof.Decisions, proof.Institutions, proof.Units, proof.Decisions == 0 ? ProofErrors.Torn : null, proof.Decisions == 0 ? 1 : null);
        }
        catch (DomainException wrong)
        {
            return new(proof.Decisions, proof.Institutions, proof.Units, wrong.Error, proof.Line);
        }
        finally
        {
            proof.Dispose();
        }
    }
}

/// <summary>Reads one decision after the other and refuses at the first line that is not as it must be.</summary>
internal sealed class ProofReading(Stream from, IReadOnlyList<SigningKey> keys) : IDisposable
{
    private readonly ProofLines lines = new(from);
    private readonly Dictionary<string, DecidedContent> standing = new(StringComparer.Ordinal);
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
        var inputs = await ReadInputs(statement, cancellationToken);
        await CompareContents(statement, inputs, cancellationToken);
        previous = Digest.Of(text);
        Decisions++;

        return true;
    }

    public void Dispose() => lines.Dispose();

    private async Task CheckSignature(string text, ProofStatement statement, CancellationToken cancellationToken)
    {
        var signature = await lines.Needed(cancellationToken);
        var key = keys.FirstOrDefault(each => each.KeyId == statement.KeyId);
        Rule.Require(key is not null, ProofErrors.OtherKey(statement.KeyId));
        var isHex = signature.Length > 0 && signature.Length % 2 == 0 && signature.All(char.IsAsciiHexDigitLower);
        Rule.Require(isHex && key.Verify(Encoding.UTF8.GetBytes(text), Convert.FromHexString(signature)), ProofErrors.SignatureWrong);
    }

    private async Task ReadInstrument(ProofStatement statement, CancellationToken cancellationToken)
    {
        if (instrumentText is null)
        {
            instrumentText = await lines.Needed(cancellationToken);
            Rule.Require(InstrumentDocument.HashOf(instrumentText) == statement.InstrumentSha256, ProofErrors.InstrumentDiffers);
            instrument = JsonSerializer.Deserialize(instrumentText, InstrumentJson.Default.InstrumentDocument)!.ToInstrument();
        }

        Rule.Require(
            instrument!.Code == statement.Instrument && InstrumentDocument.HashOf(instrumentText) == statement.InstrumentSha256, ProofErrors.InstrumentDiffers);
    }

    private async Task<Dictionary<AssessmentId, (UnitInput Input, string Text)>> ReadInputs(ProofStatement statement, CancellationToken cancellationToken)
    {
        using var hash = new ContentHash();
        var inputs = new Dictionary<AssessmentId, (UnitInput, string)>();

        for (var count = 0; count < statement.Units; count++)
        {
            var text = await lines.Needed(cancellationToken);
            hash.Add(text);
            var input = ProofLines.Parsed(() => DecidedReading.InputOf(text));
            Rule.Require(inputs.TryAdd(input.Assessment, (input, text)), ProofErrors.Torn);
        }

        Rule.Require(hash.Take() == statement.Inputs, ProofErrors.InputsDiffer);

        return inputs;
    }

    /// <summary>Every institution is computed from the inputs; one of a correction also from the units that stood before.</summary>
    private async Task CompareContents(ProofStatement statement, Dictionary<AssessmentId, (UnitInput Input, string Text)> inputs, CancellationToken cancellationToken)
    {
        using var hash = new ContentHash();
        var printed = new List<(string Text, string Code, long Line)>();

        for (var count = 0; count < statement.Institutions; count++)
        {
            var text = await lines.Needed(cancellationToken);
            hash.Add(text);
            var content = ProofLines.Parsed(() => DecidedReading.ContentOf(text));
            standing[content.Code] = Recompute(content, inputs);
            printed.Add((text, content.Code, lines.Number));
        }

        // What is left was in no institution.
        Rule.Require(hash.Take() == statement.Results && inputs.Count == 0, ProofErrors.ResultsDiffer);
        var ranked = Deciding.Ranked(standing.Values).ToDictionary(each => each.Code, StringComparer.Ordinal);

        foreach (var (text, code, line) in printed)
        {
            lines.PointAt(line);
            Rule.Require(DecidedText.ContentOf(ranked[code]) == text, ProofErrors.ResultsDiffer);
            Institutions++;
        }
    }

    /// <summary>Names are printed, not computed. A unit that a correction does not name is as the decision before left it.</summary>
    private DecidedContent Recompute(DecidedContent printed, Dictionary<AssessmentId, (UnitInput Input, string Text)> inputs)
    {
        var before = standing.GetValueOrDefault(printed.Code)?.Units.ToDictionary(unit => unit.Assessment) ?? [];
        List<DecidedUnit> units = [];

        foreach (var unit in printed.Units)
        {
            if (inputs.Remove(unit.Assessment, out var found))
            {
                units.Add(ProofLines.Parsed(() => Deciding.Decide(instrument!, unit.Name, found.Input, found.Text)));
                Units++;
            }
            else if (before.TryGetValue(unit.Assessment, out var same))
            {
                units.Add(same);
            }
        }

        Rule.Require(units.Count == printed.Units.Count && (before.Count == 0 || units.Count == before.Count), ProofErrors.ResultsDiffer);

        return Deciding.Combine(instrument!, printed.Code, printed.Kind, printed.Region, units);
    }
}

/// <summary>The members of a decision's statement that its proof is checked by.</summary>
internal sealed record ProofStatement(
    int Ordinal, string Previous, string KeyId, string Instrument, string InstrumentSha256, string Inputs, string Results, int Institutions, int Units)
{
    public static ProofStatement Read(string text)
    {
        try
        {
            var json = JsonNode.Parse(text)!.AsObject();
            string Text(string name) => json[name]!.GetValue<string>();
            int Number(string name) => json[name]!.GetValue<int>();

            return new(
                Number("ordinal"), Text("previous"), Text("keyId"), Text("instrument"), Text("instrumentSha256"), Text("inputs"), Text("results"), Number("institutions"), Number("units"));
        }
        catch (Exception torn) when (torn is JsonException or InvalidOperationException or NullReferenceException or FormatException or ArgumentException)
        {
            throw new DomainException(ProofErrors.Torn);
        }
    }
}

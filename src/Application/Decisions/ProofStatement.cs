using System.Text.Json;
using System.Text.Json.Nodes;
using Compliance.Domain.Decisions;

namespace Compliance.Application.Decisions;

/// <summary>The members of a decision's statement that the verification of its proof needs.</summary>
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

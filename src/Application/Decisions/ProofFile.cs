using Compliance.Domain.Audit;
using Compliance.Domain.Decisions;

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
        var proof = new ProofParser(from, [.. keys.Select(SigningKey.FromPem)]);

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

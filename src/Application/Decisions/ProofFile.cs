using Compliance.Domain.Audit;
using Compliance.Domain.Decisions;

namespace Compliance.Application.Decisions;

/// <param name="Problem">The first problem, with its line; null if everything matches the decisions.</param>
public sealed record ProofVerified(int Decisions, int Institutions, int Units, DomainError? Problem, long? Line);

/// <summary>
/// Verifies the proof of a cycle with the public keys alone: no database, no network, no permission. Every signature is
/// verified; every score, mean and rank is recomputed from the inputs and compared byte by byte.
/// </summary>
public static class ProofFile
{
    /// <param name="keys">Public keys in PEM, as <c>GET /audit/keys</c> returns them.</param>
    public static async Task<ProofVerified> Verify(Stream from, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var proof = new ProofVerifier(from, [.. keys.Select(SigningKey.FromPem)]);

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

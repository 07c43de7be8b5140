using System.Runtime.CompilerServices;
using System.Text.Json;
using Compliance.Domain.Audit;

namespace Compliance.Application.Audit;

/// <summary>Verifies an exported trail with the public keys alone: no database, no network, no permission.</summary>
public static class AuditTrailFile
{
    /// <param name="keys">Public keys in PEM, as <c>GET /audit/keys</c> returns them.</param>
    /// <exception cref="InvalidDataException">A line is not a line of an exported trail.</exception>
    public static async Task<AuditVerified> Verify(Stream from, IEnumerable<string> keys, Language language, CancellationToken cancellationToken) =>
        AuditVerified.Of(await Read(from, cancellationToken).Verify([.. keys.Select(SigningKey.FromPem)], cancellationToken), language);

    /// <summary>
    /// Whether the trail contains a checkpoint that somebody noted. A trail that was cut back to an earlier checkpoint and sealed
    /// again is consistent in itself; only a hash that was noted outside reveals it.
    /// </summary>
    public static async Task<bool> Holds(Stream from, string checkpointHash, CancellationToken cancellationToken)
    {
        await foreach (var part in Read(from, cancellationToken))
        {
            if (string.Equals(part.Checkpoint?.Hash, checkpointHash, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static async IAsyncEnumerable<TrailPart> Read(Stream from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(from, leaveOpen: true);

        for (var line = 1; await reader.ReadLineAsync(cancellationToken) is { } text; line++)
        {
            yield return Parse(text) ?? throw new InvalidDataException($"Line {line} is no line of an exported trail.");
        }
    }

    /// <summary>Whether a line has exactly one content; personal data has a line of its own only if its entry is missing.</summary>
    private static bool HasOneContent(TrailPart part) => (part.Checkpoint, part.Chain, part.Entry, part.Personal?.Count ?? 0) is
        ({ }, null, null, 0) or (null, { }, null, 0) or (null, null, { }, _) or (null, null, null, 1);

    private static TrailPart? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, TrailLine.Type) is { } part && HasOneContent(part) ? part with { Personal = part.Personal ?? [] } : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

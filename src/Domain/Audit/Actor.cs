using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

/// <summary>Who acted.</summary>
/// <param name="Kind">account, apiKey, external, system or anonymous.</param>
/// <param name="Id">Of the account or key; of an external token, its subject.</param>
/// <param name="Issuer">Of an external token.</param>
/// <param name="Key">Which key or session was used.</param>
public sealed record Actor(string Kind, string? Id, string? Issuer, string? Key)
{
    /// <summary>
    /// One text for one actor, whatever key was used: <c>account:0198…</c>, <c>external:https://issuer#subject</c>,
    /// <c>anonymous</c>. Never longer than <see cref="AuditEntry.ActorLength"/>: a longer one is named by its hash.
    /// </summary>
    public string ToKey()
    {
        var name = (Issuer, Id) switch
        {
            (null, null) => Kind,
            (null, _) => $"{Kind}:{Id}",
            _ => $"{Kind}:{Issuer}#{Id}",
        };

        return name.Length <= AuditEntry.ActorLength ? name : $"{Kind}:sha256:{Digest.Of(name)}";
    }

    internal string ToJson() => new CanonicalObject().Text("id", Id).Text("issuer", Issuer).Text("key", Key).Text("kind", Kind).Close();
}

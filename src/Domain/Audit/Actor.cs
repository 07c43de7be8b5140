using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

/// <summary>The originator of an audited action.</summary>
/// <param name="Kind">account, apiKey, external, system or anonymous.</param>
/// <param name="Id">The id of the account or key; for an external token, its subject.</param>
/// <param name="Issuer">The issuer of an external token.</param>
/// <param name="Key">The API key or the session that was used.</param>
public sealed record Actor(string Kind, string? Id, string? Issuer, string? Key)
{
    /// <summary>
    /// The actor as one text, regardless of the key that was used: <c>account:0198…</c>, <c>external:https://issuer#subject</c>,
    /// <c>anonymous</c>. Never longer than <see cref="AuditEntry.ActorLength"/>: a longer text is replaced by its hash.
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

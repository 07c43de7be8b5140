using Compliance.Domain.Access;

namespace Compliance.Application.Access;

/// <summary>
/// One request from outside on its way through the program: who asks, from where, for what and why. The
/// database reads it for what may be seen, and the audit for what is written down.
/// </summary>
public sealed class RequestContext
{
    private readonly Dictionary<string, string> contents = [];

    public Caller Caller { get; private set; } = Caller.Anonymous;

    public Origin Origin { get; private set; } = Origin.Unknown;

    /// <summary>Whether it comes from where the caller's session was begun, which is written down there.</summary>
    public bool OriginIsKnown => Caller.SessionOrigin == Origin;

    /// <summary>The use case that runs; without one nothing can be written.</summary>
    public string? UseCase { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>What the use cases want written down beside the changed rows, as canonical JSON by resource.</summary>
    public IReadOnlyDictionary<string, string> Contents => contents;

    public void SetCaller(Caller caller, Origin origin)
    {
        Caller = caller;
        Origin = origin;
    }

    /// <summary>Somebody proved to be this one while the call was under way.</summary>
    public void ReplaceCaller(Caller caller) => Caller = caller;

    public void Begin(string useCase, string? reason)
    {
        UseCase = useCase;
        Reason = reason;
        contents.Clear();
    }

    public void AddAuditContent(string resource, string canonicalJson) => contents[resource] = canonicalJson;

    /// <summary>Everything of this call is written down.</summary>
    public void ClearAuditContents() => contents.Clear();
}

/// <summary>A request that says why; the audit keeps the reason.</summary>
public interface IReasoned
{
    string? Reason { get; }
}

using Compliance.Domain.Access;

namespace Compliance.Application.Access;

/// <summary>
/// The context of one request: the caller, the origin, the use case and the reason. The
/// query filters read from it what the caller may see, and the audit what to record.
/// </summary>
public sealed class RequestContext
{
    private readonly Dictionary<string, string> contents = [];

    public Caller Caller { get; private set; } = Caller.Anonymous;

    public Origin Origin { get; private set; } = Origin.Unknown;

    /// <summary>Whether the request comes from where the session was started; the origin is then already recorded with the session.</summary>
    public bool OriginIsKnown => Caller.SessionOrigin == Origin;

    /// <summary>The current use case; without one nothing can be saved.</summary>
    public string? UseCase { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>What the use cases add to the audit besides the changed rows, as canonical JSON by resource.</summary>
    public IReadOnlyDictionary<string, string> Contents => contents;

    public void SetCaller(Caller caller, Origin origin)
    {
        Caller = caller;
        Origin = origin;
    }

    /// <summary>Used when the caller becomes known during the request, as by signing in.</summary>
    public void ReplaceCaller(Caller caller) => Caller = caller;

    public void Begin(string useCase, string? reason)
    {
        UseCase = useCase;
        Reason = reason;
        contents.Clear();
    }

    public void AddAuditContent(string resource, string canonicalJson) => contents[resource] = canonicalJson;

    /// <summary>Called once the contents are in the audit.</summary>
    public void ClearAuditContents() => contents.Clear();
}

/// <summary>A request that gives a reason, which the audit keeps.</summary>
public interface IReasoned
{
    string? Reason { get; }
}

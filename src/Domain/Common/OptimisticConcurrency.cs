namespace Compliance.Domain.Common;

/// <summary>An entity that counts its changes, so that a caller can say on which version its change is based.</summary>
public interface IVersioned
{
    /// <summary>Increased by every change.</summary>
    int Version { get; }
}

public static class OptimisticConcurrency
{
    /// <summary>Refuses a change that is not based on the current version. A missing entity has version 0.</summary>
    public static void RequireVersion(this IVersioned? entity, ExpectedVersions expected)
    {
        var current = entity?.Version ?? 0;
        Rule.Require(expected.Accepts(current), ConcurrencyErrors.VersionDiffers(current));
    }
}

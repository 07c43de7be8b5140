namespace Compliance.Domain.Common;

/// <summary>What counts its changes, so that a caller can say which state the change it asks for was made from.</summary>
public interface IVersioned
{
    /// <summary>Grows with every change.</summary>
    int Version { get; }
}

public static class VersionRule
{
    /// <summary>Refuses a change that was made from another version than the current one. What does not exist yet has version 0.</summary>
    public static void RequireVersion(this IVersioned? entity, int expected)
    {
        var current = entity?.Version ?? 0;
        Rule.Require(current == expected, ConcurrencyErrors.VersionDiffers(current));
    }
}

namespace Compliance.Domain.Common;

/// <summary>An identity of its own type, so that a unit's id is never taken for an institution's.</summary>
public interface IEntityId<TSelf>
    where TSelf : struct, IEntityId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

public static class EntityId
{
    /// <summary>A new identity, UUID version 7: ids made later sort later.</summary>
    public static TSelf New<TSelf>(DateTimeOffset now)
        where TSelf : struct, IEntityId<TSelf> => TSelf.From(Guid.CreateVersion7(now));

    /// <summary>The identity that a client has chosen, so that it can send the same again; a new one where it has chosen none.</summary>
    public static TSelf GivenOrNew<TSelf>(Guid? given, DateTimeOffset now)
        where TSelf : struct, IEntityId<TSelf> => given is { } value ? TSelf.From(value) : New<TSelf>(now);

    public static TSelf From<TSelf>(Guid value)
        where TSelf : struct, IEntityId<TSelf> => TSelf.From(value);
}

namespace Compliance.Domain.Common;

/// <summary>An id with its own type, so that a unit's id cannot be used as an institution's.</summary>
public interface IEntityId<TSelf>
    where TSelf : struct, IEntityId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

public static class EntityId
{
    /// <summary>Creates an id as a UUID version 7, so that later ids sort later.</summary>
    public static TSelf New<TSelf>(DateTimeOffset now)
        where TSelf : struct, IEntityId<TSelf> => TSelf.From(Guid.CreateVersion7(now));

    /// <summary>Returns the id that the client has chosen, which makes the request repeatable; a new one if it has chosen none.</summary>
    public static TSelf GivenOrNew<TSelf>(Guid? given, DateTimeOffset now)
        where TSelf : struct, IEntityId<TSelf> => given is { } value ? TSelf.From(value) : New<TSelf>(now);

    public static TSelf From<TSelf>(Guid value)
        where TSelf : struct, IEntityId<TSelf> => TSelf.From(value);
}

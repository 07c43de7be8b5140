using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

public readonly record struct AuditEntryId(Guid Value) : IEntityId<AuditEntryId>
{
    public static AuditEntryId From(Guid value) => new(value);

    public static bool operator <(AuditEntryId left, AuditEntryId right) => left.Value < right.Value;

    public static bool operator >(AuditEntryId left, AuditEntryId right) => left.Value > right.Value;
}

/// <summary>The data of an entry before it is appended to a chain.</summary>
/// <param name="UseCase">The request's name in camelCase.</param>
/// <param name="Reason">The reason, in the words of the actor.</param>
/// <param name="Changes">The changes as <see cref="CanonicalJson"/>; not validated again.</param>
/// <param name="Content">The request as <see cref="CanonicalJson"/>; not validated again.</param>
/// <param name="Personal">Personal data, of which the payload holds only a commitment; at most one for each subject.</param>
public sealed record AuditRecord(
    AuditEntryId Id,
    DateTimeOffset At,
    Actor Actor,
    string UseCase,
    string? Reason,
    string? Changes,
    string? Content,
    IReadOnlyList<PersonalData> Personal);

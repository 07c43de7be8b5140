using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

public readonly record struct AuditEntryId(Guid Value) : IEntityId<AuditEntryId>
{
    public static AuditEntryId From(Guid value) => new(value);

    public static bool operator <(AuditEntryId left, AuditEntryId right) => left.Value < right.Value;

    public static bool operator >(AuditEntryId left, AuditEntryId right) => left.Value > right.Value;
}

/// <summary>What is to be recorded, before it has a place in a chain.</summary>
/// <param name="UseCase">The request's name in camelCase.</param>
/// <param name="Reason">Why, in the words of who acted.</param>
/// <param name="Changes">What changed, as <see cref="CanonicalJson"/>; it is not looked at again.</param>
/// <param name="Content">What was sent, as <see cref="CanonicalJson"/>; it is not looked at again.</param>
/// <param name="Personal">What is only committed to, at most one for each subject.</param>
public sealed record AuditRecord(
    AuditEntryId Id,
    DateTimeOffset At,
    Actor Actor,
    string UseCase,
    string? Reason,
    string? Changes,
    string? Content,
    IReadOnlyList<PersonalData> Personal);

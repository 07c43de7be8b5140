namespace Compliance.Domain.Common;

/// <summary>A refusal. Where single places of an input are at fault, each is listed.</summary>
public sealed class DomainException(DomainError error, IReadOnlyList<Fault> faults)
    : Exception($"{error.Code}: {error.Message.En}")
{
    public DomainException(DomainError error)
        : this(error, [])
    {
    }

    public DomainError Error { get; } = error;

    public IReadOnlyList<Fault> Faults { get; } = faults;
}

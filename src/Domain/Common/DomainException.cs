namespace Compliance.Domain.Common;

/// <summary>A refusal, with the faults of the input if there are any.</summary>
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

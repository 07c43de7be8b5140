namespace Compliance.Domain.Obligations;

/// <summary>What decides the status of something that is due, as queries name it, whatever table it stands in.</summary>
/// <typeparam name="T">What it is.</typeparam>
public sealed class ObligationRow<T>
{
    public required T Source { get; init; }

    public required bool IsOpen { get; init; }

    public required bool IsReported { get; init; }

    public required bool IsClosed { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>The office by whose calendar it is due.</summary>
    public required string Office { get; init; }
}

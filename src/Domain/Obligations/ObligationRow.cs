namespace Compliance.Domain.Obligations;

/// <summary>The columns that determine the status of an obligation, for queries on any table.</summary>
/// <typeparam name="T">The entity of the table.</typeparam>
public sealed class ObligationRow<T>
{
    public required T Source { get; init; }

    public required bool IsOpen { get; init; }

    public required bool IsReported { get; init; }

    public required bool IsClosed { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>The office whose calendar applies.</summary>
    public required string Office { get; init; }
}

namespace Compliance.LongRun.Tests.FieldWork;

/// <summary>One line of the history of an observation.</summary>
internal sealed record FoundEvent(
    Place Place, string Key, string Action, string Outcome, int? Version, int? Base, string Said, string? ObservedAt, string? Device)
{
    public bool IsSettlement => Action == "settleConflict";
}

internal sealed record FoundAnswer(Place Place, string Key, int Version, string Said);

internal sealed record FoundConflict(string Key, int Met, int? Base, string Said);

internal sealed record FoundRefusal(string Key, string Code, string Json);

/// <summary>What the program has of one sheet in the end; events of one observation in their order.</summary>
internal sealed record FoundSheet(
    IReadOnlyList<FoundEvent> Events,
    IReadOnlyList<FoundAnswer> Standing,
    IReadOnlyList<FoundConflict> Conflicts,
    IReadOnlyList<FoundRefusal> Refused);

using Compliance.Domain.Decisions;

namespace Compliance.Application.Decisions;

/// <param name="Ordinal">1 is the decision that fixes the cycle, every further one corrects it.</param>
/// <param name="Reason">Why the correction was needed; null for the first decision.</param>
/// <param name="InputsSha256">SHA-256 over the inputs of every unit in the decision.</param>
/// <param name="ResultsSha256">SHA-256 over the results of every institution in the decision.</param>
/// <param name="AnnouncedAt">When it is, or was, announced; null until a time is set.</param>
public sealed record DecisionDetails(
    Guid Id,
    int Year,
    int Ordinal,
    string Number,
    DateOnly Date,
    string? Reason,
    DateTimeOffset DecidedAt,
    Coverage Coverage,
    string InstrumentSha256,
    string InputsSha256,
    string ResultsSha256,
    DateTimeOffset? AnnouncedAt,
    int? Publication)
{
    internal static DecisionDetails Of(Decision decision, Announcement? announcement) => new(
        decision.Id.Value,
        decision.Year,
        decision.Ordinal,
        decision.Number,
        decision.Date,
        decision.Reason,
        decision.At,
        decision.Coverage,
        decision.InstrumentSha256,
        decision.InputsSha256,
        decision.ResultsSha256,
        announcement?.At,
        announcement?.Publication);
}

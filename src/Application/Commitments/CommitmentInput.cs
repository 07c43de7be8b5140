using Compliance.Domain.Commitments;
using Compliance.Domain.PublicReports;

namespace Compliance.Application.Commitments;

// Its members are properties, so that request bodies can inherit them and add their own.

/// <summary>The content of a commitment.</summary>
public record CommitmentInput
{
    public string? Title { get; init; }

    public ObligatedInput? Obligated { get; init; }

    /// <summary>A post, never the name of a person.</summary>
    public string? PersonInCharge { get; init; }

    public DateOnly? DueOn { get; init; }

    public RecurrenceInput? Recurrence { get; init; }

    public TargetInput? Target { get; init; }

    /// <summary>1 by default.</summary>
    public decimal? Weight { get; init; }

    public string? ScopeItem { get; init; }

    public CommitmentOriginInput? Answers { get; init; }

    public int? Year { get; init; }

    internal CommitmentContent ToContent(ObligatedParty obligated) => new(
        Title!,
        obligated,
        PersonInCharge!,
        DueOn,
        Recurrence is { } each ? new(each.Every!.Value, each.From!.Value, each.Until) : null,
        Target is { } target ? new(target.Unit!, target.Baseline, target.Value!.Value, target.Direction, target.Series) : null,
        Weight ?? 1m,
        ScopeItem,
        (Answers?.Finding?.Indicator ?? Answers?.Indicator) is { } indicator ? new(indicator, Answers!.Finding?.Year) : null,
        Year);
}

/// <summary>Exactly one of an institution (its code), a unit (its id) and an office (its code).</summary>
public sealed record ObligatedInput(string? Institution, Guid? Unit, string? Office);

public sealed record RecurrenceInput(RecurrenceInterval? Every, DateOnly? From, DateOnly? Until);

public sealed record TargetInput(string? Unit, decimal? Baseline, decimal? Value, TargetDirection? Direction, CaseloadSeries? Series);

/// <summary>The indicator, or the finding of a year, that a commitment addresses.</summary>
public sealed record CommitmentOriginInput(string? Indicator, FindingInput? Finding);

public sealed record FindingInput(string? Indicator, int? Year);

using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;
using Compliance.Domain.Scoring;

namespace Compliance.Domain.Decisions;

/// <summary>What one decision fixed for one institution. Written once.</summary>
public sealed class DecidedInstitution
{
    private DecidedContent? content;

    public DecidedInstitution(DecisionId decisionId, InstitutionId institutionId, DecidedContent content)
        : this(decisionId, institutionId, DecidedTextWriter.ContentOf(content), content.Score)
    {
    }

    private DecidedInstitution(DecisionId decisionId, InstitutionId institutionId, string text, Score? score) =>
        (DecisionId, InstitutionId, Text, Score) = (decisionId, institutionId, text, score);

    public DecisionId DecisionId { get; }

    public InstitutionId InstitutionId { get; }

    /// <summary>What was decided, as <see cref="DecidedTextWriter"/> writes it: stored, hashed and published to the byte.</summary>
    public string Text { get; }

    /// <summary>That of the content, for the places of all without reading theirs.</summary>
    public Score? Score { get; }

    /// <summary>Read when it is first asked for: a whole nation as text alone is little.</summary>
    public DecidedContent Content => content ??= DecidedTextParser.ContentOf(Text);
}

/// <param name="Code">Of the institution.</param>
/// <param name="Region">The province that it is ranked within; null where there is none.</param>
/// <param name="Score">The mean of the assessed units; null where none was.</param>
/// <param name="National">Its place among its kind as decided; corrections of others may have moved it since.</param>
/// <param name="Units">In the order of their names.</param>
public sealed record DecidedContent(
    string Code,
    InstitutionKind Kind,
    string? Region,
    Score? Score,
    string? Category,
    string? Zone,
    Rank? National,
    Rank? Province,
    IReadOnlyList<DecidedUnit> Units)
{
    /// <summary>As it is announced. An institution of which no unit was assessed shares the reason of its units, where they have one.</summary>
    public ResultContent ToResult() => Score is not null
        ? new(ResultStatus.Assessed, null, Score, Category, Zone, null, ResultBasis.Decided, null, null, null, [])
        : new(ResultStatus.NotAssessed, Units.Select(unit => unit.Reason).Distinct().ToList() is [var one] ? one : NotAssessedReason.Other, null, null, null, null, ResultBasis.Decided, null, null, null, []);
}

/// <summary>One unit as decided.</summary>
/// <param name="InputsSha256">Of its frozen inputs, as <see cref="DecidedTextWriter"/> writes them; null where it was not assessed.</param>
/// <param name="FiguresSha256">Of its <see cref="UnitFigures"/>; null where it was not assessed.</param>
public sealed record DecidedUnit(
    ServiceUnitId Unit,
    string Name,
    AssessmentId Assessment,
    ResultStatus Status,
    NotAssessedReason? Reason,
    Score? Score,
    string? Category,
    string? Zone,
    string? InputsSha256,
    string? FiguresSha256,
    IReadOnlyList<DimensionPoints> Dimensions)
{
    /// <param name="name">Of the unit, as it is called when it is decided.</param>
    public static DecidedUnit Assessed(Instrument instrument, ServiceUnitId unit, string name, UnitFiguresSummary figures)
    {
        var band = figures.Score is { } score ? instrument.BandOf(score) : null;

        return new(
            unit, name, figures.Assessment, ResultStatus.Assessed, null, figures.Score, band?.Category, band?.Zone?.Code, figures.InputsSha256, figures.Sha256, figures.Dimensions);
    }

    /// <inheritdoc cref="Assessed" path="/param"/>
    public static DecidedUnit NotAssessed(ServiceUnitId unit, string name, AssessmentId assessment, NotAssessedReason reason) =>
        new(unit, name, assessment, ResultStatus.NotAssessed, reason, null, null, null, null, null, []);

    /// <summary>As it is announced.</summary>
    public ResultContent ToResult() => new(Status, Reason, Score, Category, Zone, null, ResultBasis.Decided, null, null, null, Dimensions);
}

using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;
using Compliance.Domain.Scoring;

namespace Compliance.Domain.Decisions;

/// <summary>What one decision fixed for one institution. Append-only.</summary>
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

    /// <summary>The content as <see cref="DecidedTextWriter"/> writes it: stored, hashed and published byte for byte.</summary>
    public string Text { get; }

    /// <summary>The score of the content, repeated so that institutions can be ranked without parsing their contents.</summary>
    public Score? Score { get; }

    /// <summary>Parsed on first use, because the texts of all institutions of the country take little memory unparsed.</summary>
    public DecidedContent Content => content ??= DecidedTextParser.ContentOf(Text);
}

/// <param name="Code">The code of the institution.</param>
/// <param name="Region">The province within which it is ranked; null if there is none.</param>
/// <param name="Score">The mean of the assessed units; null if none was assessed.</param>
/// <param name="National">Its rank among its kind when it was decided; corrections of other institutions may have changed it since.</param>
/// <param name="Units">Ordered by name.</param>
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
    /// <summary>The result to announce. An institution without an assessed unit gets the reason of its units if they share one.</summary>
    public ResultContent ToResult() => Score is not null
        ? new(ResultStatus.Assessed, null, Score, Category, Zone, null, ResultBasis.Decided, null, null, null, [])
        : new(ResultStatus.NotAssessed, Units.Select(unit => unit.Reason).Distinct().ToList() is [var one] ? one : NotAssessedReason.Other, null, null, null, null, ResultBasis.Decided, null, null, null, []);
}

/// <summary>One unit as decided.</summary>
/// <param name="InputsSha256">The hash of its frozen inputs, as <see cref="DecidedTextWriter"/> writes them; null if it was not assessed.</param>
/// <param name="FiguresSha256">The hash of its <see cref="UnitFigures"/>; null if it was not assessed.</param>
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
    /// <param name="name">The name of the unit at the time of the decision.</param>
    public static DecidedUnit Assessed(Instrument instrument, ServiceUnitId unit, string name, UnitFiguresSummary figures)
    {
        var band = figures.Score is { } score ? instrument.BandOf(score) : null;

        return new(
            unit, name, figures.Assessment, ResultStatus.Assessed, null, figures.Score, band?.Category, band?.Zone?.Code, figures.InputsSha256, figures.Sha256, figures.Dimensions);
    }

    /// <inheritdoc cref="Assessed" path="/param"/>
    public static DecidedUnit NotAssessed(ServiceUnitId unit, string name, AssessmentId assessment, NotAssessedReason reason) =>
        new(unit, name, assessment, ResultStatus.NotAssessed, reason, null, null, null, null, null, []);

    /// <summary>The result to announce.</summary>
    public ResultContent ToResult() => new(Status, Reason, Score, Category, Zone, null, ResultBasis.Decided, null, null, null, Dimensions);
}

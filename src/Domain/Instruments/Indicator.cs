using Compliance.Domain.Common;

namespace Compliance.Domain.Instruments;

/// <summary>What an indicator is observed on, and how an answer's subject begins.</summary>
public enum SubjectKind
{
    Unit,
    Product,
    Respondent,
    Official,
}

/// <summary>How an indicator is observed (wawancara, observasi, bukti dokumen, survei, data sekunder).</summary>
public enum Technique
{
    Interview,
    Observation,
    Document,
    Survey,
    SecondaryData,
}

public enum EvidenceNeed
{
    None,
    Optional,
    Required,
}

/// <summary>The smallest thing that is assessed.</summary>
/// <param name="Code">Unique in the instrument, dotted: <c>input.competence.standardComponents</c>.</param>
/// <param name="Share">
/// Its part of the variable's weight, relative to its siblings. Zero: asked, but without effect on the score.
/// </param>
/// <param name="Expected">How many subjects it is observed on in one unit, at least 1.</param>
public sealed record Indicator(
    string Code,
    Text Name,
    decimal Share,
    AnswerKind Kind,
    SubjectKind Subject,
    int Expected,
    IReadOnlyList<Technique> Techniques,
    EvidenceNeed Evidence,
    bool MayBeNotApplicable);

/// <param name="Weight">In points of the scale; the variables of a dimension add up to the dimension's weight.</param>
public sealed record Variable(string Code, Text Name, decimal Weight, IReadOnlyList<Indicator> Indicators);

/// <param name="Weight">In points of the scale; the dimensions of an instrument add up to 100.</param>
public sealed record Dimension(string Code, Text Name, decimal Weight, IReadOnlyList<Variable> Variables);

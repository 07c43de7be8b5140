using Compliance.Domain.Common;

namespace Compliance.Domain.Instruments;

/// <summary>The kind of subject that an indicator is observed on; the subject of an answer begins with it.</summary>
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

/// <summary>A theme of an evaluation meeting.</summary>
public enum Theme
{
    Facilities,
    ServiceFunction,
    Staff,
    Systems,
    Complaints,
}

/// <summary>The smallest item that is assessed.</summary>
/// <param name="Code">Unique in the instrument, dotted: <c>input.competence.standardComponents</c>.</param>
/// <param name="Share">
/// Its share of the variable's weight, relative to its siblings. Zero: asked, but without effect on the score.
/// </param>
/// <param name="Expected">The number of subjects observed in one unit, at least 1.</param>
public sealed record Indicator(
    string Code,
    LocalizedText Name,
    decimal Share,
    AnswerKind Kind,
    SubjectKind Subject,
    int Expected,
    IReadOnlyList<Technique> Techniques,
    EvidenceNeed Evidence,
    bool MayBeNotApplicable)
{
    /// <summary>How its techniques are combined; null if each subject is observed once, by any one of them.</summary>
    public Combination? Combination { get; init; }

    /// <summary>The theme of a finding about it; null if it is never a finding.</summary>
    public Theme? Theme { get; init; }

    /// <summary>The achievement, 0 to 1, below which it is a finding.</summary>
    public decimal? Threshold { get; init; }

    /// <summary>What a service office can do about it.</summary>
    public LocalizedText? Advice { get; init; }

    /// <summary>The techniques that observe one subject, in the order of their slots; a single null for any technique.</summary>
    public IEnumerable<Technique?> ObservedBy => Combination is null ? [null] : Techniques.Select(technique => (Technique?)technique);

    public int ObservationsPerSubject => Combination is null ? 1 : Techniques.Count;

    /// <summary>The raw score of one subject that is an achievement of 1, in the parts of its combination.</summary>
    internal decimal MaxRawScore => Combination is null ? Kind.Full : Kind.Full * Combination.Scale;

    /// <summary>The highest raw score that one subject can have, in the parts of its combination.</summary>
    internal decimal BestRawScore => Combination is null ? Kind.Best : Kind.Best * Combination.Scale;
}

/// <param name="Weight">In points of the scale; the variables of a dimension add up to the dimension's weight.</param>
public sealed record Variable(string Code, LocalizedText Name, decimal Weight, IReadOnlyList<Indicator> Indicators);

/// <param name="Weight">In points of the scale; the dimensions of an instrument add up to 100.</param>
public sealed record Dimension(string Code, LocalizedText Name, decimal Weight, IReadOnlyList<Variable> Variables);

using Compliance.Application.CorrectiveActions;
using Compliance.Application.Institutions;
using Compliance.Application.Instruments;
using Compliance.Application.Results;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;

namespace Compliance.Application.ReportCards;

/// <summary>The report card (rapor) of an institution for a year, in plain words.</summary>
/// <param name="About">What was assessed, and the meaning of score, category and zone.</param>
/// <param name="Summary">The outcome in one or two sentences.</param>
/// <param name="Comparison">The comparison with the year before; null for the first known year.</param>
/// <param name="Trend">Every known year, earliest first.</param>
/// <param name="CorrectiveActions">The corrective actions that are not resolved today.</param>
/// <param name="Meetings">Evaluation meetings about the result, earliest first.</param>
/// <param name="Reply">The institution's public reply.</param>
public sealed record ReportCard(
    InstitutionRef Institution,
    int Year,
    string Title,
    IReadOnlyList<string> About,
    string Summary,
    CardOutcome Outcome,
    ResultRanks? Rank,
    IReadOnlyList<CardUnit> Units,
    CardComparison? Comparison,
    IReadOnlyList<CardYear> Trend,
    CardFindings Findings,
    IReadOnlyList<CardAction> CorrectiveActions,
    ClearanceDetails Clearance,
    string ClearanceWords,
    IReadOnlyList<CardMeeting> Meetings,
    CardReply? Reply,
    PageMeta? Meta);

public sealed record CardOutcome(ResultStatus Status, decimal? Score, CategoryLabel? Category, ZoneLabel? Zone);

/// <param name="Dimensions">Empty if only the total was published.</param>
public sealed record CardUnit(Guid Id, string Name, CardOutcome Outcome, IReadOnlyList<CardDimension> Dimensions);

/// <param name="Weight">The maximum number of points; null if the weight is not published.</param>
public sealed record CardDimension(string Code, string Name, decimal Points, decimal? Weight);

/// <param name="Difference">In points; null if a score is missing or the method changed.</param>
/// <param name="Break">Whether the method changed so that the two scores cannot be compared.</param>
/// <param name="Changes">The changes of the method, one sentence each.</param>
public sealed record CardComparison(
    int Before, CardOutcome BeforeOutcome, int Year, CardOutcome Outcome, decimal? Difference, bool Break, IReadOnlyList<string> Changes, string Words);

/// <param name="BreakBefore">Whether the method changed between this year and the one before it in the list.</param>
public sealed record CardYear(int Year, CardOutcome Outcome, string Instrument, bool BreakBefore);

/// <param name="Known">Whether the answers behind the result are known; those of imported results are not.</param>
public sealed record CardFindings(bool Known, string Words, IReadOnlyList<CardTheme> Themes);

public sealed record CardTheme(Theme Theme, string Name, IReadOnlyList<CardFinding> Findings);

/// <param name="PointsLost">The points that it cost the institution's score: the mean over its units.</param>
public sealed record CardFinding(string Indicator, string Name, decimal PointsLost, string Advice, IReadOnlyList<CardFindingUnit> Units);

public sealed record CardFindingUnit(Guid Unit, decimal Achievement);

public sealed record CardMeeting(DateOnly On, IReadOnlyList<string> Themes);

public sealed record CardReply(string Text, int Number, DateTimeOffset AcceptedAt);

public sealed record CardAction(CorrectiveActionKind Kind, DocumentRef Document, string Title, DateOnly DueOn, CorrectiveActionStatus Status, bool Late);

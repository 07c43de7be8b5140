using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.Clarifications;

public readonly record struct ClarificationId(Guid Value) : IEntityId<ClarificationId>
{
    public static ClarificationId From(Guid value) => new(value);

    public static bool operator <(ClarificationId left, ClarificationId right) => left.Value < right.Value;

    public static bool operator >(ClarificationId left, ClarificationId right) => left.Value > right.Value;
}

/// <summary>An institution's comment on the provisional score of one of its units, and the answer of head office.</summary>
public sealed class Clarification
{
    private Clarification(ClarificationId id, CycleId cycleId, int year, AssessmentId assessmentId, ServiceUnitId unitId, string institution)
    {
        Id = id;
        CycleId = cycleId;
        Year = year;
        AssessmentId = assessmentId;
        UnitId = unitId;
        Institution = institution;
        Text = "";
    }

    public ClarificationId Id { get; }

    public CycleId CycleId { get; }

    /// <summary>The year of its cycle.</summary>
    public int Year { get; }

    public AssessmentId AssessmentId { get; }

    public ServiceUnitId UnitId { get; }

    /// <summary>The code of the institution that wrote it.</summary>
    public string Institution { get; }

    /// <summary>The indicator that it is about; null for the unit as a whole.</summary>
    public string? Indicator { get; private init; }

    public string Text { get; private init; }

    public AccountId WrittenBy { get; private init; }

    public DateTimeOffset WrittenAt { get; private init; }

    public string? Answer { get; private set; }

    /// <summary>Whether head office shares the institution's view.</summary>
    public bool? Accepted { get; private set; }

    public AccountId? AnsweredBy { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public static Clarification Write(
        ClarificationId id, Cycle cycle, Assessment assessment, string institution, (string? Indicator, string Text) content, AccountId by, DateTimeOffset now)
    {
        Rule.Require(cycle.AcceptsClarificationsOn(IndonesianTime.DayOf(now)), ClarificationErrors.Closed);

        return new(id, cycle.Id, cycle.Year, assessment.Id, assessment.UnitId, institution)
        {
            Indicator = content.Indicator,
            Text = content.Text,
            WrittenBy = by,
            WrittenAt = now,
        };
    }

    public bool SaysTheSameAs(int year, string institution, Guid unit, string? indicator, string text) =>
        (Year, Institution, UnitId.Value, Indicator, Text) == (year, institution, unit, indicator, text);

    /// <summary>Idempotent: the same answer again changes nothing, regardless of who sends it.</summary>
    public void Reply(string text, bool accepted, AccountId by, DateTimeOffset now)
    {
        if (AnsweredAt is not null)
        {
            Rule.Require((Answer, Accepted) == (text, accepted), ClarificationErrors.Answered);

            return;
        }

        (Answer, Accepted, AnsweredBy, AnsweredAt) = (text, accepted, by, now);
    }
}

public static class ClarificationErrors
{
    public static readonly DomainError Closed = DomainError.Conflict(
        "clarificationClosed",
        "Masa klarifikasi tahun penilaian ini belum dibuka atau sudah berakhir.",
        "The clarification period of this cycle has not begun or is over.");

    public static readonly DomainError Answered = DomainError.Conflict(
        "clarificationAnswered", "Klarifikasi ini sudah dijawab dengan isi lain.", "This clarification was already answered differently.");

    public static readonly DomainError UnitNotVerified = DomainError.Invalid(
        "unitNotVerified",
        "Unit layanan ini bukan milik instansi tersebut, atau penilaiannya belum diverifikasi.",
        "The service unit does not belong to the institution, or its assessment is not verified yet.");
}

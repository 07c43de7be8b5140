using System.Globalization;
using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Cycles;

public readonly record struct CycleId(Guid Value) : IEntityId<CycleId>
{
    public static CycleId From(Guid value) => new(value);
}

public enum CycleState
{
    Planned,
    Collecting,
    Verification,
    Plenary,
    Decided,
    Announced,
}

/// <summary>One yearly assessment round (tahun penilaian) on one published instrument, which it keeps.</summary>
public sealed class Cycle
{
    private Cycle(CycleId id, int year, string instrument, DateOnly opensOn, DateOnly closesOn)
    {
        Id = id;
        Year = year;
        Instrument = instrument;
        OpensOn = opensOn;
        ClosesOn = closesOn;
    }

    public CycleId Id { get; }

    public int Year { get; }

    public string Instrument { get; }

    public DateOnly OpensOn { get; }

    /// <summary>The last day of field work.</summary>
    public DateOnly ClosesOn { get; }

    /// <summary>The last day on which institutions see their provisional scores and write clarifications; null where none is given.</summary>
    public DateOnly? ClarificationUntil { get; private set; }

    public static Cycle Open(CycleId id, int year, Instrument instrument, DateOnly opensOn, DateOnly closesOn)
    {
        Rule.Require(AssessmentYear.IsValid(year), AssessmentYear.OutOfRange);
        Rule.Require(!instrument.IsResultsOnly, InstrumentErrors.ResultsOnly);
        Rule.Require(opensOn <= closesOn, CycleErrors.DatesCross);

        return new(id, year, instrument.Code, opensOn, closesOn);
    }

    /// <summary>Where the cycle stands on a day of Indonesian time.</summary>
    public CycleState StateOn(DateOnly today) => today < OpensOn ? CycleState.Planned : CycleState.Collecting;

    /// <summary>Whether head office still verifies, and what is verified can go back to its office: until the plenary has it.</summary>
    public bool IsBeforePlenary(DateOnly today) => StateOn(today) < CycleState.Plenary;

    /// <summary>Gives institutions time to clarify; another day moves the end.</summary>
    public void OpenClarification(DateOnly until, DateOnly today)
    {
        if (until == ClarificationUntil)
        {
            return;
        }

        Rule.Require(IsBeforePlenary(today), CycleErrors.PlenaryBegun);
        Rule.Require(until >= today, CycleErrors.ClarificationInPast);
        ClarificationUntil = until;
    }

    public bool TakesClarificationsOn(DateOnly today) => today <= ClarificationUntil && IsBeforePlenary(today);

    /// <summary>Whether opening the cycle again with these values asks for what is there already.</summary>
    public bool IsSameAs(string instrument, DateOnly opensOn, DateOnly closesOn) =>
        (Instrument, OpensOn, ClosesOn) == (instrument, opensOn, closesOn);
}

public static class CycleErrors
{
    public static readonly DomainError DatesCross = DomainError.Breaks(
        "datesCross", "Tanggal tutup mendahului tanggal buka.", "The cycle closes before it opens.");

    public static readonly DomainError PlenaryBegun = DomainError.Conflicts(
        "plenaryBegun", "Rapat pleno tahun penilaian ini sudah dimulai.", "The plenary of this cycle has begun.");

    public static readonly DomainError ClarificationInPast = DomainError.Breaks(
        "clarificationInPast", "Hari terakhir klarifikasi sudah lewat.", "The last day for clarifications is over already.");

    public static readonly DomainError IdTaken = DomainError.Conflicts(
        "idTaken", "Id ini sudah dipakai oleh tahun penilaian lain.", "This id belongs to another cycle.");

    /// <summary>Names what stands and what was asked for.</summary>
    public static DomainError YearTaken(Cycle standing, string instrument, DateOnly opensOn, DateOnly closesOn)
    {
        var (stands, asked) = (Show(standing.Instrument, standing.OpensOn, standing.ClosesOn), Show(instrument, opensOn, closesOn));

        return DomainError.Conflicts(
            "cycleExists",
            $"Tahun penilaian {standing.Year} sudah dibuka ({stands}, id {standing.Id.Value}); yang diminta lain ({asked}).",
            $"The cycle of {standing.Year} is open ({stands}, id {standing.Id.Value}); what is asked for differs ({asked}).");
    }

    private static string Show(string instrument, DateOnly opensOn, DateOnly closesOn) =>
        string.Create(CultureInfo.InvariantCulture, $"{instrument}, {opensOn:yyyy-MM-dd} - {closesOn:yyyy-MM-dd}");

    public static DomainError UnknownInstrument(string code) => DomainError.Breaks(
        "unknownInstrument", $"Instrumen '{code}' tidak ada.", $"There is no instrument '{code}'.");
}

using Compliance.Domain.Audit;
using Compliance.Domain.Common;
using Compliance.Domain.Cycles;

namespace Compliance.Domain.Decisions;

public readonly record struct DecisionId(Guid Value) : IEntityId<DecisionId>
{
    public static DecisionId From(Guid value) => new(value);
}

/// <summary>
/// The Chair's decision (Keputusan Ketua) that fixes the results of a cycle. It is never changed: a correction is a further
/// decision, which supersedes what it corrects and states the reason publicly.
/// </summary>
public sealed class Decision
{
    private Decision(DecisionId id, CycleId cycleId, int year, string instrument, int ordinal, string number, DateOnly date, DateTimeOffset at)
    {
        Id = id;
        CycleId = cycleId;
        Year = year;
        Instrument = instrument;
        Ordinal = ordinal;
        Number = number;
        Date = date;
        At = at;
    }

    public DecisionId Id { get; }

    public CycleId CycleId { get; }

    /// <summary>The year of its cycle.</summary>
    public int Year { get; }

    /// <summary>The code of the cycle's instrument.</summary>
    public string Instrument { get; }

    /// <summary>1 fixes the cycle; each further decision corrects it.</summary>
    public int Ordinal { get; }

    /// <summary>As printed, such as <c>418/2023</c>; unique.</summary>
    public string Number { get; }

    /// <summary>The day on the printed decision.</summary>
    public DateOnly Date { get; }

    /// <summary>When it was recorded in this system.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The public reason of a correction; null for the first decision.</summary>
    public string? Reason { get; private init; }

    /// <summary>SHA-256 of the instrument's document, in lower-case hexadecimal.</summary>
    public string InstrumentSha256 { get; private set; } = "";

    /// <inheritdoc cref="DecisionHashes.OfInputs" path="/summary"/>
    public string InputsSha256 { get; private set; } = "";

    /// <inheritdoc cref="DecisionHashes.OfResults" path="/summary"/>
    public string ResultsSha256 { get; private set; } = "";

    public Coverage Coverage { get; private set; }

    /// <summary>The hash of the previous decision's statement; <see cref="Digest.Zero"/> for the first.</summary>
    public string Previous { get; private init; } = Digest.Zero;

    /// <summary>The id of the key that signed the statement.</summary>
    public string KeyId { get; private set; } = "";

    /// <summary>The signature over the UTF-8 of the statement, in lower-case hexadecimal.</summary>
    public string Signature { get; private set; } = "";

    /// <summary>The text that is signed: everything about the decision except its rows, as canonical JSON.</summary>
    public string Statement => new CanonicalObject()
        .Number("assessed", Coverage.Assessed)
        .Text("at", Instants.Write(At))
        .Text("date", FormattableString.Invariant($"{Date:yyyy-MM-dd}"))
        .Text("inputs", InputsSha256)
        .Text("instrument", Instrument)
        .Text("instrumentSha256", InstrumentSha256)
        .Number("institutions", Coverage.Institutions)
        .Text("keyId", KeyId)
        .Text("number", Number)
        .Number("ordinal", Ordinal)
        .Text("previous", Previous)
        .Text("reason", Reason)
        .Text("results", ResultsSha256)
        .Number("units", Coverage.Planned)
        .Number("year", Year)
        .Close();

    public bool IsCorrection => Ordinal > 1;

    /// <summary>It is audited in the chain of its cycle.</summary>
    public static Decision First(DecisionId id, Cycle cycle, string number, DateOnly date, DateTimeOffset now) =>
        new(id, cycle.Id, cycle.Year, cycle.Instrument, 1, number, date, Instants.TruncateToMicroseconds(now));

    /// <param name="last">The newest decision of the cycle.</param>
    /// <param name="reason">The public reason.</param>
    public static Decision Correction(DecisionId id, Decision last, string number, DateOnly date, string reason, DateTimeOffset now) =>
        new(id, last.CycleId, last.Year, last.Instrument, last.Ordinal + 1, number, date, Instants.TruncateToMicroseconds(now))
        {
            Reason = reason,
            Previous = DecisionHashes.OfStatement(last.Statement),
        };

    /// <summary>Sets the hashes of what was decided, after everything is computed and before it is stored, and signs it.</summary>
    public void Seal(string instrumentSha256, string inputsSha256, string resultsSha256, Coverage coverage, SigningKey key)
    {
        (InstrumentSha256, InputsSha256, ResultsSha256, Coverage) = (instrumentSha256, inputsSha256, resultsSha256, coverage);
        KeyId = key.KeyId;
        Signature = Convert.ToHexStringLower(key.Sign(Digest.Bytes(Statement)));
    }
}

/// <summary>The number of planned units, assessed and not assessed, that a decision covers.</summary>
public readonly record struct Coverage(int Institutions, int Planned, int Assessed, int NotAssessed);

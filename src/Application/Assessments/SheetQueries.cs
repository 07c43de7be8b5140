using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Assessments;

internal sealed class SheetQueries(IComplianceDb db, ISheetStore store, InstrumentLibrary library)
{
    /// <summary>Returns an assessment with its instrument and its sheet, which is empty before the first answer.</summary>
    public async Task<OpenSheet> Open(Guid assessmentId, CancellationToken cancellationToken)
    {
        var state = await store.Read(AssessmentId.From(assessmentId), cancellationToken)
            ?? throw new NotFoundException(ResourceKind.Assessment, assessmentId);
        var known = await library.Get(db, state.Instrument, cancellationToken);

        return new(state, state.Row.ToSheet(known.Instrument, state.Assessment.Planned), known);
    }
}

internal sealed record OpenSheet(SheetState State, Sheet Sheet, KnownInstrument Known)
{
    public Assessment Assessment => State.Assessment;

    public SheetRow Row => State.Row;

    /// <summary>The version of the assessment before any change.</summary>
    public int VersionRead { get; } = State.Assessment.Version;

    /// <summary>Returns the check that tells why this caller may not change an answer now.</summary>
    public Func<Answer, Fault?> GateFor(Caller caller) => answer => AnswerEntryRules.Check(Assessment, Known.Instrument, caller, answer);
}

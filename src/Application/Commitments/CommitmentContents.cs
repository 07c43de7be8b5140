using Compliance.Application.Instruments;
using Compliance.Domain.Commitments;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Institutions;

namespace Compliance.Application.Commitments;

internal static class CommitmentContents
{
    /// <summary>Returns the content, with the obligated side and the indicator resolved.</summary>
    public static async Task<CommitmentContent> Resolve(
        this IComplianceDb db, CommitmentInput input, InstrumentLibrary library, CancellationToken cancellationToken)
    {
        var obligated = await db.Find(input.Obligated!, cancellationToken);
        var content = obligated is null ? null : input.ToContent(obligated);
        var faults = new List<Fault>();

        if (obligated is null)
        {
            faults.Add(CommitmentErrors.ObligatedNotParty.At("/obligated"));
        }

        if (content?.Answers is { Indicator: var code } && (await library.All(db, cancellationToken)).All(known => known.Instrument.PositionOf(code) is null))
        {
            faults.Add(CorrectiveActionErrors.IndicatorNowhere.At(input.Answers!.Finding is null ? "/answers/indicator" : "/answers/finding/indicator"));
        }

        Rule.RequireNone(faults, CommitmentErrors.Refused);

        return content!;
    }

    private static async Task<ObligatedParty?> Find(this IComplianceDb db, ObligatedInput input, CancellationToken cancellationToken)
    {
        if (input.Office is { } office)
        {
            return new(office, null, null);
        }

        if (input.Unit is { } given)
        {
            var id = ServiceUnitId.From(given);
            var unit = await db.ServiceUnits.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken);

            return unit is null ? null : new(null, unit.InstitutionId, unit.Id);
        }

        var institution = await db.Institutions.AsNoTracking().SingleOrDefaultAsync(each => each.Code == input.Institution, cancellationToken);

        return institution is null ? null : new(null, institution.Id, null);
    }
}

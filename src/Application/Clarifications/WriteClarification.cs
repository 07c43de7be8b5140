using Compliance.Application.Access;
using Compliance.Application.Cycles;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Clarifications;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Clarifications;

/// <summary>Adds an institution's comment on the provisional score of one of its units. Repeating it with the same id changes nothing.</summary>
/// <param name="Id">Chosen by the client, so that the request can be repeated safely.</param>
[Needs(Permission.WriteClarifications)]
public sealed record WriteClarification(string Institution, int Year, Guid? Id, Guid? Unit, string? Indicator, string? Text) : IRequest<ClarificationDetails>, IRepeatable;

internal sealed class WriteClarificationValidator : AbstractValidator<WriteClarification>
{
    public WriteClarificationValidator()
    {
        RuleFor(request => request.Unit).Required();
        RuleFor(request => request.Indicator).Text(PlainText.NameLength);
        RuleFor(request => request.Text).Required().Lines(PlainText.NoteLength);
    }
}

internal sealed class WriteClarificationHandler(IComplianceDb db, InstrumentLibrary library, RequestContext context, TimeProvider clock)
    : IRequestHandler<WriteClarification, ClarificationDetails>
{
    public async Task<ClarificationDetails> Handle(WriteClarification request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var institution = await db.LoadOwnInstitution(request.Institution, request.Year, context.Caller, cancellationToken);
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);
        var id = EntityId.GivenOrNew<ClarificationId>(request.Id, now);

        if (await db.Clarifications.FindRepeated(
            each => each.Id == id,
            each => each.SaysTheSameAs(request.Year, institution.Code, request.Unit!.Value, request.Indicator, request.Text!),
            cancellationToken) is null)
        {
            Rule.Require(cycle.AcceptsClarificationsOn(IndonesianTime.DayOf(now)), ClarificationErrors.Closed);
            var assessment = await VerifiedOf(cycle, institution, request.Unit!.Value, cancellationToken);
            await CheckIndicator(cycle, request.Indicator, cancellationToken);
            db.Clarifications.Add(Clarification.Write(
                id, cycle, assessment, institution.Code, (request.Indicator, request.Text!), AccountId.From(context.Caller.Id!.Value), now));
            await db.SaveChangesAsync(cancellationToken);
        }

        return await db.ShowClarification(id, cancellationToken);
    }

    private async Task<Assessment> VerifiedOf(Cycle cycle, Institution institution, Guid unitId, CancellationToken cancellationToken)
    {
        var id = ServiceUnitId.From(unitId);
        var found = await (
            from assessment in db.Assessments.IgnoreQueryFilters().AsNoTracking()
            join unit in db.ServiceUnits on assessment.UnitId equals unit.Id
            where assessment.CycleId == cycle.Id && unit.Id == id && unit.InstitutionId == institution.Id && assessment.Status == AssessmentStatus.Verified
            select assessment).SingleOrDefaultAsync(cancellationToken);
        Rule.RequireNone(found is null ? [ClarificationErrors.UnitNotVerified.At("/unit")] : [], ClarificationErrors.UnitNotVerified);

        return found!;
    }

    private async Task CheckIndicator(Cycle cycle, string? indicator, CancellationToken cancellationToken)
    {
        var instrument = (await library.Get(db, cycle.Instrument, cancellationToken)).Instrument;

        if (indicator is not null && instrument.PositionOf(indicator) is null)
        {
            var unknown = AnswerErrors.UnknownIndicator(indicator, instrument.Code);
            Rule.RequireNone([unknown.At("/indicator")], unknown);
        }
    }
}

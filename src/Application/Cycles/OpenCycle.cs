using Compliance.Application.Access;
using Compliance.Application.Instruments;
using Compliance.Application.Scoring;
using Compliance.Domain.Access;
using Compliance.Domain.Cycles;

namespace Compliance.Application.Cycles;

/// <summary>Opens the cycle of a year on a published instrument. Repeating it with the same content changes nothing.</summary>
/// <param name="Id">Chosen by the client, so that the request can be repeated safely.</param>
[Needs(Permission.OpenCycles)]
public sealed record OpenCycle(Guid? Id, int? Year, string? Instrument, DateOnly? OpensOn, DateOnly? ClosesOn) : IRequest<CycleDetails>, IRepeatable;

internal sealed class OpenCycleValidator : AbstractValidator<OpenCycle>
{
    public OpenCycleValidator()
    {
        RuleFor(request => request.Year).Required();
        RuleFor(request => request.Instrument).Required().Text(PlainText.NameLength);
        RuleFor(request => request.OpensOn).Required();
        RuleFor(request => request.ClosesOn).Required();
    }
}

internal sealed class OpenCycleHandler(IComplianceDb db, InstrumentLibrary library, RequestContext context, TimeProvider clock) : IRequestHandler<OpenCycle, CycleDetails>
{
    public async Task<CycleDetails> Handle(OpenCycle request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var year = request.Year!.Value;
        var instrument = await library.ForScoring(db, request.Instrument!, cancellationToken);
        var cycle = await db.Cycles.SingleOrDefaultAsync(each => each.Year == year, cancellationToken);

        if (cycle is null)
        {
            var id = EntityId.GivenOrNew<CycleId>(request.Id, now);
            Rule.Require(!await db.Cycles.AnyAsync(each => each.Id == id, cancellationToken), ConcurrencyErrors.IdTaken);
            cycle = Cycle.Open(id, year, instrument.Instrument, request.OpensOn!.Value, request.ClosesOn!.Value);
            db.Cycles.Add(cycle);
            await db.SaveChangesAsync(cancellationToken);
        }
        else
        {
            Rule.Require(
                (request.Id is null || cycle.Id.Value == request.Id)
                    && cycle.IsSameAs(request.Instrument!, request.OpensOn!.Value, request.ClosesOn!.Value),
                CycleErrors.YearTaken(cycle, request.Instrument!, request.OpensOn!.Value, request.ClosesOn!.Value));
        }

        return await db.DetailsOf(cycle, context.Caller, now, cancellationToken);
    }
}

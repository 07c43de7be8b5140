using Compliance.Application.Access;
using Compliance.Application.Cycles;
using Compliance.Domain.Access;

namespace Compliance.Application.Decisions;

/// <summary>Cancels a plenary, so that verification can continue. Without a plenary nothing changes.</summary>
[Needs(Permission.DecideCycles)]
public sealed record CancelPlenary(int Year) : IRequest<CycleDetails>;

internal sealed class CancelPlenaryHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<CancelPlenary, CycleDetails>
{
    public async Task<CycleDetails> Handle(CancelPlenary request, CancellationToken cancellationToken)
    {
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);
        cycle.CancelPlenary();
        await db.SaveChangesAsync(cancellationToken);

        return await db.DetailsOf(cycle, context.Caller, clock.GetUtcNow(), cancellationToken);
    }
}

using Compliance.Application.Access;
using Compliance.Application.Cycles;
using Compliance.Domain.Access;
using Compliance.Domain.Cycles;
using Compliance.Domain.Decisions;

namespace Compliance.Application.Decisions;

/// <summary>Sets the time at which a cycle's decision is announced; a time that has passed announces it now.</summary>
/// <param name="At">Can be changed until it has passed.</param>
[Needs(Permission.DecideCycles)]
public sealed record AnnounceCycle(int Year, DateTimeOffset? At) : IRequest<DecisionDetails>, IRepeatable;

internal sealed class AnnounceCycleValidator : AbstractValidator<AnnounceCycle>
{
    public AnnounceCycleValidator()
    {
        RuleFor(request => request.At).Required();
    }
}

internal sealed class AnnounceCycleHandler(IComplianceDb db, AnnouncementPublisher announcing) : IRequestHandler<AnnounceCycle, DecisionDetails>
{
    public async Task<DecisionDetails> Handle(AnnounceCycle request, CancellationToken cancellationToken)
    {
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);
        var decision = await db.Decisions.AsNoTracking().SingleOrDefaultAsync(each => each.CycleId == cycle.Id && each.Ordinal == 1, cancellationToken)
            ?? throw new DomainException(CycleErrors.NotDecided);
        var announcement = await db.Announcements.SingleOrDefaultAsync(each => each.DecisionId == decision.Id, cancellationToken);

        if (announcement is null)
        {
            announcement = Announcement.Of(decision, request.At!.Value);
            db.Announcements.Add(announcement);
        }
        else
        {
            announcement.Move(request.At!.Value);
        }

        await db.SaveChangesAsync(cancellationToken);
        await announcing.PublishDue(cycle.Year, cancellationToken);

        return DecisionDetails.Of(decision, await db.Announcements.AsNoTracking().SingleAsync(each => each.DecisionId == decision.Id, cancellationToken));
    }
}

using Compliance.Application.Access;
using Compliance.Application.Cycles;
using Compliance.Domain.Access;
using Compliance.Domain.Cycles;

namespace Compliance.Application.Clarifications;

/// <summary>Lets institutions see the provisional scores of their verified units and comment on them, until the end of a day.</summary>
[Needs(Permission.OpenCycles)]
public sealed record OpenClarification(int Year, DateOnly? Until) : IRequest<ClarificationWindow>, IRepeatable;

/// <param name="Until">The last day, in Western Indonesian Time.</param>
public sealed record ClarificationWindow(int Cycle, DateOnly? Until, bool Open)
{
    internal static ClarificationWindow Of(Cycle cycle, DateTimeOffset now) =>
        new(cycle.Year, cycle.ClarificationUntil, cycle.AcceptsClarificationsOn(IndonesianTime.DayOf(now)));
}

internal sealed class OpenClarificationValidator : AbstractValidator<OpenClarification>
{
    public OpenClarificationValidator() => RuleFor(request => request.Until).Required();
}

internal sealed class OpenClarificationHandler(IComplianceDb db, TimeProvider clock) : IRequestHandler<OpenClarification, ClarificationWindow>
{
    public async Task<ClarificationWindow> Handle(OpenClarification request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);
        cycle.OpenClarification(request.Until!.Value, IndonesianTime.DayOf(now));
        await db.SaveChangesAsync(cancellationToken);

        return ClarificationWindow.Of(cycle, now);
    }
}

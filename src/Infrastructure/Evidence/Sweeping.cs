using Compliance.Application.Evidence;
using Compliance.Infrastructure.Hosting;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Compliance.Infrastructure.Evidence;

/// <summary>Sweeps up what uploads left behind; once a day it looks at every file.</summary>
internal sealed partial class Sweeping(
    IServiceScopeFactory scopes, EvidenceSettings settings, Readiness readiness, TimeProvider clock, ILogger<Sweeping> log)
    : RecurringWork(scopes, readiness, clock, settings.SweepInterval)
{
    private static readonly TimeSpan betweenFiles = TimeSpan.FromDays(1);

    private readonly TimeProvider clock = clock;
    private DateTimeOffset? lookedAtFiles;

    protected override async Task Do(IMediator mediator, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var withFiles = lookedAtFiles is null || now - lookedAtFiles >= betweenFiles;
        await mediator.Send(new SweepEvidence(withFiles), cancellationToken);
        lookedAtFiles = withFiles ? now : lookedAtFiles;
    }

    protected override bool IsOutage(Exception problem) => base.IsOutage(problem) || problem is IOException or UnauthorizedAccessException;

    protected override void WhenLost() => LogLost();

    protected override void WhenUnreachable(Exception problem) => LogUnreachable(problem);

    [LoggerMessage(LogLevel.Debug, "Another instance swept the evidence.")]
    private partial void LogLost();

    [LoggerMessage(LogLevel.Warning, "The evidence could not be swept now; trying again.")]
    private partial void LogUnreachable(Exception problem);
}

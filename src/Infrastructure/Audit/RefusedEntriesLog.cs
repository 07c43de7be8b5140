using Compliance.Application.Audit;
using MediatR;
using Microsoft.Extensions.Logging;

namespace Compliance.Infrastructure.Audit;

/// <summary>Logs entries of the audit that are not sealed, because the program did not write them: somebody else wrote to the database.</summary>
internal sealed partial class RefusedEntriesLog(ILogger<RefusedEntriesLog> log) : IPipelineBehavior<SealAudit, AuditSealed>
{
    public async Task<AuditSealed> Handle(SealAudit request, CancellationToken cancellationToken, RequestHandlerDelegate<AuditSealed> next)
    {
        var outcome = await next();

        if (outcome.Refused is [var first, ..])
        {
            LogRefused(outcome.Refused.Count, first.Resource, first.Sequence, first.Code);
        }

        return outcome;
    }

    [LoggerMessage(LogLevel.Error, "{Count} chains of the audit are not sealed to their end, the first because of entry {Sequence} of {Resource}: {Code}.")]
    private partial void LogRefused(int count, string resource, int sequence, string code);
}

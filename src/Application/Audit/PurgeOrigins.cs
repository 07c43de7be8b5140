using System.Text.Json.Nodes;
using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Audit;

namespace Compliance.Application.Audit;

/// <summary>
/// Deletes the network addresses of anonymous callers and of machines from the audit, once their retention
/// period is over (docs/security.md). The chain stays verifiable.
/// </summary>
/// <param name="Before">Only those of entries before this time.</param>
[Needs(Permission.ManageUsers)]
public sealed record PurgeOrigins(DateTimeOffset Before, string? Reason) : IRequest<OriginsPurged>, IReasoned;

public sealed record OriginsPurged(int AuditRows);

internal sealed class PurgeOriginsHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<PurgeOrigins, OriginsPurged>
{
    private const string Resource = "audit";

    public async Task<OriginsPurged> Handle(PurgeOrigins request, CancellationToken cancellationToken)
    {
        Rule.Require(request.Before <= clock.GetUtcNow(), AuditErrors.PurgeInTheFuture);
        await using var transaction = await db.Begin(cancellationToken);
        context.AddAuditContent(Resource, CanonicalJson.Of(new JsonObject { ["before"] = request.Before.UtcDateTime.ToString("O") }));
        await db.SaveChangesAsync(cancellationToken);
        var rows = await db.PersonalData
            .Where(data => data.Subject == PersonalData.Anonymous && db.AuditEntries.Any(entry => entry.Id == data.EntryId && entry.At < request.Before))
            .ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return new(rows);
    }
}

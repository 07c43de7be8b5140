using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Audit;

/// <summary>
/// Seals what a version of the program without authenticators wrote, when a newer one first starts on its database. Does nothing once an entry or a
/// checkpoint shows that authenticators are in use: from then on nothing is sealed without one.
/// </summary>
[Needs(Permission.SealAudit)]
public sealed record SealEarlierAudit : IRequest<AuditSealed>;

internal sealed class SealEarlierAuditHandler(IComplianceDb db, AuditKeys keys, TimeProvider clock) : IRequestHandler<SealEarlierAudit, AuditSealed>
{
    private static readonly AuditSealed nothing = new(0, null, []);

    public async Task<AuditSealed> Handle(SealEarlierAudit request, CancellationToken cancellationToken) =>
        await HasAuthenticators(cancellationToken) ? nothing : await new AuditSealer(db, keys, clock, acceptsUnauthenticated: true).Seal(cancellationToken);

    private async Task<bool> HasAuthenticators(CancellationToken cancellationToken) =>
        await db.Checkpoints.AnyAsync(each => each.AuthenticatedBy != null, cancellationToken)
        || await db.AuditEntries.AnyAsync(entry => entry.Authenticator != null, cancellationToken);
}

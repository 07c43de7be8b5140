using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Audit;

/// <summary>
/// Seals every chain that grew since the last checkpoint, up to the first entry that the program did not write. The program also does
/// this periodically.
/// </summary>
[Needs(Permission.SealAudit)]
public sealed record SealAudit : IRequest<AuditSealed>;

/// <param name="Chains">How many chains were sealed; 0 if none had grown.</param>
/// <param name="Refused">Entries that were not sealed, because the program did not write them or cannot tell; the first of each chain.</param>
public sealed record AuditSealed(int Chains, int? LastCheckpoint, IReadOnlyList<RefusedEntry> Refused);

/// <param name="Code">As <c>GET /audit/verify</c> names it, such as <c>authenticatorInvalid</c>.</param>
public sealed record RefusedEntry(string Resource, int Sequence, string Code);

internal sealed class SealAuditHandler(IComplianceDb db, AuditKeys keys, TimeProvider clock) : IRequestHandler<SealAudit, AuditSealed>
{
    public Task<AuditSealed> Handle(SealAudit request, CancellationToken cancellationToken) =>
        new AuditSealer(db, keys, clock, acceptsUnauthenticated: false).Seal(cancellationToken);
}

using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Audit;

namespace Compliance.Application.Audit;

/// <summary>Recomputes every hash, link and signature of the audit, in one consistent snapshot.</summary>
[Needs(Permission.ReadAudit)]
public sealed record VerifyAudit(Language Language) : IRequest<AuditVerified>;

/// <param name="Unsealed">Entries that no checkpoint covers yet.</param>
/// <param name="LastCheckpoint">The hash of the last checkpoint. Noted elsewhere, it proves later whether an earlier entry was rewritten.</param>
/// <param name="FirstBroken">The first defect of the trail; null if it is intact.</param>
public sealed record AuditVerified(
    bool Intact,
    int Chains,
    long Entries,
    int Checkpoints,
    long Unsealed,
    DateTimeOffset? SealedAt,
    string? LastCheckpoint,
    AuditDefectDetails? FirstBroken,
    IReadOnlyList<AuditDefectDetails> Broken)
{
    internal static AuditVerified Of(AuditVerdict verdict, Language language)
    {
        IReadOnlyList<AuditDefectDetails> broken = [.. verdict.Breaks.Select(each => new AuditDefectDetails(each.Code, each.Resource, each.Sequence, each.Message.In(language)))];

        return new(
            verdict.Intact,
            verdict.Chains,
            verdict.Entries,
            verdict.Checkpoints,
            verdict.Unsealed,
            verdict.SealedAt,
            verdict.LastCheckpoint,
            broken.Count > 0 ? broken[0] : null,
            broken);
    }
}

/// <param name="Sequence">The number of the entry or checkpoint; null if the defect concerns a chain as a whole.</param>
public sealed record AuditDefectDetails(string Code, string Resource, int? Sequence, string Message);

internal sealed class VerifyAuditHandler(IComplianceDb db, AuditKeys keys) : IRequestHandler<VerifyAudit, AuditVerified>
{
    public async Task<AuditVerified> Handle(VerifyAudit request, CancellationToken cancellationToken)
    {
        await using var snapshot = await db.OpenSnapshot(cancellationToken);

        return AuditVerified.Of(await db.ReadTrail(cancellationToken).Verify(keys.Trusted, cancellationToken), request.Language);
    }
}

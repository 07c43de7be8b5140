using System.Runtime.CompilerServices;
using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Audit;

namespace Compliance.Application.Audit;

/// <summary>Recomputes every hash, link, authenticator and signature of the audit, and compares the tables with it, in one consistent snapshot.</summary>
[Needs(Permission.ReadAudit)]
public sealed record VerifyAudit(Language Language) : IRequest<AuditVerified>;

/// <param name="Unsealed">Entries that no checkpoint covers yet.</param>
/// <param name="Unverified">Unsealed entries whose authenticator could not be verified, because only public keys were given; 0 on the server.</param>
/// <param name="LastCheckpoint">The hash of the last checkpoint. Noted elsewhere, it proves later whether an earlier entry was rewritten.</param>
/// <param name="Intact">Whether the trail is as it was written, and no row differs from it.</param>
/// <param name="FirstBroken">The first defect of the trail; null if it is intact.</param>
/// <param name="Tables">The comparison of the tables with the trail; null if the trail cannot be read to its end, and for an exported trail, which comes without tables.</param>
public sealed record AuditVerified(
    bool Intact,
    int Chains,
    long Entries,
    int Checkpoints,
    long Unsealed,
    long Unverified,
    DateTimeOffset? SealedAt,
    string? LastCheckpoint,
    AuditDefectDetails? FirstBroken,
    IReadOnlyList<AuditDefectDetails> Broken,
    TablesCompared? Tables)
{
    internal static AuditVerified Of(AuditVerdict verdict, Language language, TablesCompared? tables = null)
    {
        IReadOnlyList<AuditDefectDetails> broken = [.. verdict.Breaks.Select(each => new AuditDefectDetails(each.Code, each.Resource, each.Sequence, each.Message.In(language)))];

        return new(
            verdict.Intact && tables?.FirstDifference is null,
            verdict.Chains,
            verdict.Entries,
            verdict.Checkpoints,
            verdict.Unsealed,
            verdict.Unverified,
            verdict.SealedAt,
            verdict.LastCheckpoint,
            broken.Count > 0 ? broken[0] : null,
            broken,
            tables);
    }
}

/// <param name="Sequence">The number of the entry or checkpoint; null if the defect concerns a chain as a whole.</param>
public sealed record AuditDefectDetails(string Code, string Resource, int? Sequence, string Message);

internal sealed class VerifyAuditHandler(IComplianceDb db, AuditKeys keys, ITableComparison tables) : IRequestHandler<VerifyAudit, AuditVerified>
{
    private readonly SheetComparison sheets = new(db);

    public async Task<AuditVerified> Handle(VerifyAudit request, CancellationToken cancellationToken)
    {
        await using var snapshot = await db.OpenSnapshot(cancellationToken);
        var verdict = await Compared(db.ReadTrail(cancellationToken), cancellationToken).Verify(keys.Trusted, cancellationToken);

        if (!verdict.IsComplete)
        {
            return AuditVerified.Of(verdict, request.Language);
        }

        var compared = await tables.Finish(cancellationToken);
        var (differing, first) = await sheets.Finish(cancellationToken);

        return AuditVerified.Of(
            verdict, request.Language, compared with { Differing = compared.Differing + differing, FirstDifference = compared.FirstDifference ?? first });
    }

    /// <summary>The same parts; each entry is compared with the tables as well, so that the trail is read once.</summary>
    private async IAsyncEnumerable<TrailPart> Compared(IAsyncEnumerable<TrailPart> trail, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var part in trail.WithCancellation(cancellationToken))
        {
            if (part.Entry is { } entry)
            {
                await tables.Read(entry, cancellationToken);
                await sheets.Read(entry, cancellationToken);
            }

            yield return part;
        }
    }
}

using System.Globalization;
using Compliance.Application.Access;

namespace Compliance.Application.Audit;

/// <summary>
/// Lists the checkpoints of the audit, newest first. They are public: anyone who notes one can prove later whether anything
/// before it was rewritten. They reveal nothing of what they seal.
/// </summary>
[ForEveryone]
public sealed record ListCheckpoints(Paging Paging) : IRequest<Page<CheckpointLine>>;

/// <param name="Statement">The signed text: canonical JSON (RFC 8785).</param>
/// <param name="Signature">ECDSA P-256 over SHA-256 of the statement, IEEE P1363, base64.</param>
public sealed record CheckpointLine(int Number, DateTimeOffset At, string Hash, string Statement, string KeyId, string Signature);

internal sealed class ListCheckpointsHandler(IComplianceDb db) : IRequestHandler<ListCheckpoints, Page<CheckpointLine>>
{
    public async Task<Page<CheckpointLine>> Handle(ListCheckpoints request, CancellationToken cancellationToken)
    {
        var before = request.Paging.After is { } cursor ? cursor.Part<int>(0) : int.MaxValue;
        var rows = await db.Checkpoints.AsNoTracking().Where(each => each.Number < before)
            .OrderByDescending(each => each.Number).Take(request.Paging.Limit + 1).ToListAsync(cancellationToken);

        return request.Paging.Cut(
            rows,
            each => new CheckpointLine(each.Number, each.At, each.Hash, each.Statement, each.KeyId, each.Signature),
            each => new(each.Number.ToString(CultureInfo.InvariantCulture)));
    }
}

using Compliance.Application.Access;

namespace Compliance.Application.Idempotency;

/// <summary>Deletes stored responses after <see cref="Life"/>. Their keys may then be used again.</summary>
[ForTheProgram]
public sealed record ForgetResponses : IRequest<int>
{
    /// <summary>Far longer than any client is offline; see docs/api.md.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);
}

internal sealed class ForgetResponsesHandler(IComplianceDb db, TimeProvider clock) : IRequestHandler<ForgetResponses, int>
{
    /// <returns>How many were deleted.</returns>
    public Task<int> Handle(ForgetResponses request, CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow() - ForgetResponses.Life;

        return db.IdempotencyRecords.Where(record => record.At < oldest).ExecuteDeleteAsync(cancellationToken);
    }
}

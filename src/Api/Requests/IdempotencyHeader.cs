using Compliance.Api.Refusals;
using Compliance.Application.Common;
using Compliance.Domain.Common;

namespace Compliance.Api.Requests;

/// <summary>Marks an operation as one that takes an <c>Idempotency-Key</c>.</summary>
internal sealed record IdempotentOperation;

/// <summary>The HTTP header <c>Idempotency-Key</c>.</summary>
internal static class IdempotencyHeader
{
    public const string Name = "Idempotency-Key";

    private static readonly DomainError keyReused = new IdempotencyRecord("", "", 0, null, [], default).OtherContent("");

    /// <summary>The work under a key can conflict with other requests.</summary>
    public static TBuilder TakesIdempotencyKey<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new IdempotentOperation()).Refuses(ConcurrencyErrors.ChangedMeanwhile, keyReused);
}

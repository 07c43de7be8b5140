using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>Revokes a key permanently, including its previous secret. Idempotent.</summary>
[Needs(Permission.ManageApiKeys)]
public sealed record RevokeApiKey(Guid Id) : IRequest<ApiKeyDetails>;

internal sealed class RevokeApiKeyHandler(IComplianceDb db, KnownCallers known, TimeProvider clock) : IRequestHandler<RevokeApiKey, ApiKeyDetails>
{
    public async Task<ApiKeyDetails> Handle(RevokeApiKey request, CancellationToken cancellationToken)
    {
        var key = await db.ApiKeys.LoadById(request.Id, cancellationToken);
        key.Revoke(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await db.AfterCommit(known.Clear);

        return ApiKeyDetails.Of(key);
    }
}

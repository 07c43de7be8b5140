using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>Issues a new secret for a key; the old one stays valid during the overlap.</summary>
/// <param name="OverlapHours">0 to 720.</param>
[Needs(Permission.ManageApiKeys)]
public sealed record RotateApiKey(Guid Id, int? OverlapHours, DateTimeOffset? ExpiresAt) : IRequest<ApiKeyMade>;

internal sealed class RotateApiKeyValidator : AbstractValidator<RotateApiKey>
{
    public RotateApiKeyValidator()
    {
        RuleFor(request => request.OverlapHours).Required();
        RuleFor(request => request.ExpiresAt).Required();
    }
}

internal sealed class RotateApiKeyHandler(IComplianceDb db, KnownCallers known, TimeProvider clock) : IRequestHandler<RotateApiKey, ApiKeyMade>
{
    public async Task<ApiKeyMade> Handle(RotateApiKey request, CancellationToken cancellationToken)
    {
        var key = await db.ApiKeys.LoadById(request.Id, cancellationToken);
        var hours = request.OverlapHours!.Value;
        Rule.Require(hours >= 0 && hours <= ApiKey.LongestOverlap.TotalHours, AccessErrors.OverlapTooLong);
        var (secret, hash) = ApiKeyText.Make(request.Id);
        key.Rotate(hash, TimeSpan.FromHours(hours), clock.GetUtcNow(), request.ExpiresAt!.Value);
        await db.SaveChangesAsync(cancellationToken);
        await db.AfterCommit(known.Clear);

        return new(ApiKeyDetails.Of(key), secret);
    }
}

internal static class ApiKeyLoading
{
    public static async Task<ApiKey> LoadById(this DbSet<ApiKey> keys, Guid id, CancellationToken cancellationToken)
    {
        var key = ApiKeyId.From(id);

        return await keys.SingleOrDefaultAsync(each => each.Id == key, cancellationToken) ?? throw new NotFoundException(ResourceKind.ApiKey, id);
    }
}

using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <param name="Id">Chosen by the client, so that the request can be repeated safely; the secret is returned only the first time.</param>
/// <param name="Holder">The machine or program that uses the key.</param>
[Needs(Permission.ManageApiKeys)]
public sealed record MakeApiKey(Guid? Id, string? Holder, IReadOnlyList<Permission>? Scopes, DateTimeOffset? ExpiresAt) : IRequest<ApiKeyMade>, IRepeatable;

internal sealed class MakeApiKeyValidator : AbstractValidator<MakeApiKey>
{
    public MakeApiKeyValidator()
    {
        RuleFor(request => request.Holder).Required().Text(PlainText.NameLength);
        RuleFor(request => request.Scopes).Required();
        RuleFor(request => request.ExpiresAt).Required();
    }
}

internal sealed class MakeApiKeyHandler(IComplianceDb db, TimeProvider clock) : IRequestHandler<MakeApiKey, ApiKeyMade>
{
    public async Task<ApiKeyMade> Handle(MakeApiKey request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = EntityId.GivenOrNew<ApiKeyId>(request.Id, now);
        IReadOnlyList<Permission> scopes = [.. request.Scopes!.Distinct().Order()];

        if (await db.ApiKeys.FindRepeated(
            each => each.Id == id, each => each.Name == request.Holder && each.Scopes.SequenceEqual(scopes), cancellationToken) is { } existing)
        {
            return new(ApiKeyDetails.Of(existing), null);
        }

        var (secret, hash) = ApiKeyText.Make(id.Value);
        var key = ApiKey.Make(id, request.Holder!, scopes, hash, now, request.ExpiresAt!.Value);
        db.ApiKeys.Add(key);
        await db.SaveChangesAsync(cancellationToken);

        return new(ApiKeyDetails.Of(key), secret);
    }
}

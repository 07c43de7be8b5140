using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>Lists the API keys in order of creation, including revoked ones.</summary>
[Needs(Permission.ManageApiKeys)]
public sealed record ListApiKeys(Paging Paging) : IRequest<Page<ApiKeyDetails>>;

internal sealed class ListApiKeysHandler(IComplianceDb db) : IRequestHandler<ListApiKeys, Page<ApiKeyDetails>>
{
    public async Task<Page<ApiKeyDetails>> Handle(ListApiKeys request, CancellationToken cancellationToken)
    {
        var keys = db.ApiKeys.AsNoTracking();

        if (request.Paging.After is { } cursor)
        {
            var after = ApiKeyId.From(cursor.Part<Guid>(0));
            keys = keys.Where(key => key.Id > after);
        }

        var rows = await keys.OrderBy(key => key.Id).Take(request.Paging.Limit + 1).ToListAsync(cancellationToken);

        return request.Paging.Cut(rows, ApiKeyDetails.Of, key => new(key.Id.Value.ToString()));
    }
}

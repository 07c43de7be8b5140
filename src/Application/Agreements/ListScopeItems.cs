using Compliance.Application.Access;
using Compliance.Domain.Agreements;

namespace Compliance.Application.Agreements;

/// <summary>Lists the subject areas of agreements: the whole managed list, in its order.</summary>
[ForEveryone]
public sealed record ListScopeItems : IRequest<Page<ScopeItem>>;

internal sealed class ListScopeItemsHandler(ScopeItems items) : IRequestHandler<ListScopeItems, Page<ScopeItem>>
{
    public Task<Page<ScopeItem>> Handle(ListScopeItems request, CancellationToken cancellationToken) => Task.FromResult(new Page<ScopeItem>(items.All, null, new()));
}

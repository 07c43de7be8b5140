using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>Lists the accounts in order of creation.</summary>
[Needs(Permission.ManageUsers)]
public sealed record ListUsers(string? Email, AccountStatus? Status, Paging Paging) : IRequest<Page<UserDetails>>;

internal sealed class ListUsersHandler(IComplianceDb db) : IRequestHandler<ListUsers, Page<UserDetails>>
{
    public async Task<Page<UserDetails>> Handle(ListUsers request, CancellationToken cancellationToken)
    {
        var accounts = db.Accounts.AsNoTracking();
        accounts = Account.KeyOf(request.Email) is { } key ? accounts.Where(account => account.EmailKey == key) : accounts;
        accounts = request.Status is { } status ? accounts.Where(account => account.Status == status) : accounts;

        if (request.Paging.After is { } cursor)
        {
            var after = AccountId.From(cursor.Part<Guid>(0));
            accounts = accounts.Where(account => account.Id > after);
        }

        var rows = await accounts.OrderBy(account => account.Id).Take(request.Paging.Limit + 1).ToListAsync(cancellationToken);

        return request.Paging.Cut(rows, UserDetails.Of, account => new(account.Id.Value.ToString()));
    }
}

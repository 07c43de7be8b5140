using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

[Needs(Permission.ManageUsers)]
public sealed record GetUser(Guid Id) : IRequest<UserDetails>;

internal sealed class GetUserHandler(IComplianceDb db) : IRequestHandler<GetUser, UserDetails>
{
    public async Task<UserDetails> Handle(GetUser request, CancellationToken cancellationToken) =>
        UserDetails.Of(await db.Accounts.AsNoTracking().LoadById(request.Id, cancellationToken));
}

using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Contacts;

/// <summary>Returns the contacts of an institution or office.</summary>
[Needs(Permission.KeepContacts)]
public sealed record GetContacts(ContactsOf Of) : IRequest<ContactsDetails>;

internal sealed class GetContactsHandler(IComplianceDb db, RequestContext context) : IRequestHandler<GetContacts, ContactsDetails>
{
    public async Task<ContactsDetails> Handle(GetContacts request, CancellationToken cancellationToken)
    {
        var side = await db.SideToKeep(request.Of, context.Caller, cancellationToken);
        var book = await db.AddressBooks.AsNoTracking().SingleOrDefaultAsync(each => each.Side == side.Key, cancellationToken);

        return (book ?? new(side.Key)).Show(request.Of);
    }
}

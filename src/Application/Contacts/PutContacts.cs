using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Contacts;

namespace Compliance.Application.Contacts;

/// <summary>Replaces all contacts of an institution or office.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.KeepContacts)]
public sealed record PutContacts(ContactsOf Of, ExpectedVersions Version, IReadOnlyList<ContactInput>? Contacts) : IRequest<ContactsDetails>;

internal sealed class PutContactsValidator : AbstractValidator<PutContacts>
{
    public PutContactsValidator()
    {
        RuleFor(request => request.Contacts).RequiredButMayBeEmpty().AtMost(AddressBook.Most);
        RuleForEach(request => request.Contacts).Required().ChildRules(Contact);
    }

    private static void Contact(InlineValidator<ContactInput> contact)
    {
        contact.RuleFor(each => each.Post).Required();
        contact.RuleFor(each => each.Title).Text(PlainText.NameLength);
        contact.RuleFor(each => each.Email).Required().Address();
    }
}

internal sealed class PutContactsHandler(IComplianceDb db, RequestContext context) : IRequestHandler<PutContacts, ContactsDetails>
{
    public async Task<ContactsDetails> Handle(PutContacts request, CancellationToken cancellationToken)
    {
        var side = await db.SideToKeep(request.Of, context.Caller, cancellationToken);
        var book = await db.AddressBooks.SingleOrDefaultAsync(each => each.Side == side.Key, cancellationToken);

        if (book is null)
        {
            book = new(side.Key);
            db.AddressBooks.Add(book);
        }

        book.RequireVersion(request.Version);
        book.Replace([.. request.Contacts!.Select(each => new Contact(each.Post!.Value, each.Email!.Trim(), each.Language ?? Language.Indonesian, each.Title))]);
        await db.SaveChangesAsync(cancellationToken);

        return book.Show(request.Of);
    }
}

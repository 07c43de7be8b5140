using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Contacts;
using Compliance.Domain.Obligations;

namespace Compliance.Application.Contacts;

/// <summary>Whose contacts are meant: those of an institution or of an office, by code.</summary>
public sealed record ContactsOf(string? Institution, string? Office);

public sealed record ContactInput(ContactPost? Post, string? Title, string? Email, Language? Language);

/// <param name="Institution">The code of the institution that they belong to.</param>
/// <param name="Office">The code of the office that they belong to.</param>
public sealed record ContactsDetails(
    string? Institution, string? Office, IReadOnlyList<ContactDetails> Contacts, int Version, IReadOnlyList<string> AllowedActions);

/// <param name="Title">What the post is called.</param>
/// <param name="Email">Of the post, not of a person.</param>
/// <param name="Language">Of what is sent to it.</param>
public sealed record ContactDetails(ContactPost Post, string? Title, string Email, Language Language);

internal static class AddressBooks
{
    /// <summary>The side whose contacts the caller may keep. Who may not keep them may not read them either.</summary>
    public static async Task<Side> SideToKeep(this IComplianceDb db, ContactsOf of, Caller caller, CancellationToken cancellationToken)
    {
        if (of.Institution is { } code)
        {
            var institution = await db.Institutions.LoadByCode(code, cancellationToken);
            Rule.Require(caller.MayAt(Permission.KeepContacts, institution), AccessErrors.OutsideScope);

            return new(code, Offices.Of(institution.Province));
        }

        var office = of.Office!;
        _ = office == Offices.Head || await db.Regions.AnyAsync(region => region.Parent == null && region.Code == office, cancellationToken)
            ? true
            : throw new NotFoundException(ResourceKind.Office, office);
        Rule.Require(caller.MayAt(Permission.KeepContacts, office), AccessErrors.OutsideScope);

        return new(null, office);
    }

    public static ContactsDetails Show(this AddressBook book, ContactsOf of) => new(
        of.Institution,
        of.Office,
        [.. book.Contacts.Select(contact => new ContactDetails(contact.Post, contact.Title, contact.Email, contact.Language))],
        book.Version,
        ["putContacts"]);
}

using System.Text.Json.Serialization;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Contacts;
using Compliance.Domain.Obligations;

namespace Compliance.Application.Contacts;

/// <summary>The owner of contacts: exactly one of an institution and an office, by code.</summary>
public sealed record ContactsOf(string? Institution, string? Office);

public sealed record ContactInput(ContactPost? Post, string? Title, [property: JsonConverter(typeof(TextAsSent))] string? Email, Language? Language);

/// <param name="Institution">The code of the institution; null for an office.</param>
/// <param name="Office">The code of the office; null for an institution.</param>
public sealed record ContactsDetails(
    string? Institution, string? Office, IReadOnlyList<ContactDetails> Contacts, int Version, IReadOnlyList<string> AllowedActions);

/// <param name="Title">The name of the post.</param>
/// <param name="Email">The address of the post, not of a person.</param>
/// <param name="Language">The language of messages to it.</param>
public sealed record ContactDetails(ContactPost Post, string? Title, string Email, Language Language);

internal static class AddressBooks
{
    /// <summary>Returns the side whose contacts the caller may maintain; only those who may change contacts may read them.</summary>
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

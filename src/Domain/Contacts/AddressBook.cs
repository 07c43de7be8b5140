using Compliance.Domain.Common;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.Contacts;

/// <summary>How a post can be reached. The address is that of the post; no person is named.</summary>
/// <param name="Title">The title of the post, such as "Kepala DPMPTSP".</param>
public sealed record Contact(ContactPost Post, string Email, Language Language, string? Title = null);

/// <summary>The contacts of an institution or an office, by post. A book that was never written is empty.</summary>
public sealed class AddressBook(string side) : IVersioned
{
    public const int Most = 100;

    /// <summary>The key of its side (<see cref="Compliance.Domain.Obligations.Side.Key"/>).</summary>
    public string Side { get; } = side;

    public IReadOnlyList<Contact> Contacts { get; private set; } = [];

    public int Version { get; private set; } = 1;

    /// <summary>Replaces all contacts. Idempotent.</summary>
    public void Replace(IReadOnlyList<Contact> contacts)
    {
        var twice = contacts.Select((contact, index) => (contact, index))
            .Where(pair => contacts.Take(pair.index).Contains(pair.contact))
            .Select(pair => ContactErrors.ContactTwice.At($"/contacts/{pair.index}"));
        Rule.RequireNone([.. twice], ContactErrors.ContactsRefused);

        if (!Contacts.SequenceEqual(contacts))
        {
            Contacts = contacts;
            Version++;
        }
    }

    /// <summary>Returns the contacts to notify: those with the title of the responsible post, or else those of the post in general.</summary>
    public IReadOnlyList<Contact> For(ContactPost post, string? title)
    {
        var named = post == ContactPost.PersonInCharge && title is not null
            ? Contacts.Where(contact => contact.Title is { } known && NameMatching.Key(known) == NameMatching.Key(title)).ToList()
            : [];

        return named.Count > 0 ? named : [.. Contacts.Where(contact => contact.Post == post)];
    }
}

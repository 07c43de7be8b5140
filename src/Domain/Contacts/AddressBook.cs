using Compliance.Domain.Common;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.Contacts;

/// <summary>Where a post is reached. It is the post's address; a person is named nowhere.</summary>
/// <param name="Title">What the post is called there, such as "Kepala DPMPTSP".</param>
public sealed record Contact(ContactPost Post, string Email, Language Language, string? Title = null);

/// <summary>The contacts of an institution or an office, by post. One that nobody has written yet is empty.</summary>
public sealed class AddressBook(string side) : IVersioned
{
    public const int Most = 100;

    /// <summary>The key of its side (<see cref="Compliance.Domain.Obligations.Side.Key"/>).</summary>
    public string Side { get; } = side;

    public IReadOnlyList<Contact> Contacts { get; private set; } = [];

    public int Version { get; private set; } = 1;

    /// <summary>The same again changes nothing.</summary>
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

    /// <summary>Who is told: whoever has the title of the post that answers for it, else those of the post in general.</summary>
    public IReadOnlyList<Contact> For(ContactPost post, string? title)
    {
        var named = post == ContactPost.PersonInCharge && title is not null
            ? Contacts.Where(contact => contact.Title is { } known && NameMatching.Key(known) == NameMatching.Key(title)).ToList()
            : [];

        return named.Count > 0 ? named : [.. Contacts.Where(contact => contact.Post == post)];
    }
}

using Compliance.Domain.Common;

namespace Compliance.Domain.Contacts;

public static class ContactErrors
{
    public static readonly DomainError ContactsRefused = DomainError.Invalid(
        "contactsRefused",
        "Daftar kontak ini tidak valid; setiap kesalahan dicantumkan.",
        "The list of contacts is not valid; each error is listed.");

    public static readonly DomainError ContactTwice = DomainError.Invalid(
        "contactTwice", "Kontak ini disebut dua kali.", "This contact is named twice.");
}

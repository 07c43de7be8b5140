using Compliance.Domain.Common;

namespace Compliance.Domain.Contacts;

public static class ContactErrors
{
    public static readonly DomainError ContactsRefused = DomainError.Breaks(
        "contactsRefused", "Daftar kontak memuat kesalahan; setiap tempatnya disebutkan.", "The contacts have faults; each place is named.");

    public static readonly DomainError ContactTwice = DomainError.Breaks(
        "contactTwice", "Kontak ini disebut dua kali.", "This contact is named twice.");
}

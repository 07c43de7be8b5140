using Compliance.Domain.Common;

namespace Compliance.Domain.Reminders;

public static class ReminderErrors
{
    public static readonly DomainError ContactsRefused = DomainError.Breaks(
        "contactsRefused", "Daftar kontak memuat kesalahan; setiap tempatnya disebutkan.", "The contacts have faults; each place is named.");

    public static readonly DomainError ContactTwice = DomainError.Breaks(
        "contactTwice", "Kontak ini disebut dua kali.", "This contact is named twice.");

    public static readonly DomainError FeedScope = DomainError.Breaks(
        "feedScope", "Sebutkan institution atau office, salah satu saja.", "Name an institution or an office, one of them.");
}

using Compliance.Domain.Common;

namespace Compliance.Domain.Reminders;

public static class ReminderErrors
{
    public static readonly DomainError ContactsRefused = DomainError.Breaks(
        "contactsRefused",
        "Daftar kontak ini tidak valid; setiap kesalahan dicantumkan.",
        "The list of contacts is not valid; each error is listed.");

    public static readonly DomainError ContactTwice = DomainError.Breaks(
        "contactTwice", "Kontak ini disebut dua kali.", "This contact is named twice.");

    public static readonly DomainError FeedScope = DomainError.Breaks(
        "feedScope", "Sebutkan tepat satu: institution atau office.", "Name exactly one of institution and office.");
}

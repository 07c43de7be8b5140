using Compliance.Domain.Common;

namespace Compliance.Domain.Calendars;

public static class CalendarErrors
{
    public static readonly DomainError FeedScope = DomainError.Breaks(
        "feedScope", "Sebutkan institution atau office, salah satu saja.", "Name an institution or an office, one of them.");
}

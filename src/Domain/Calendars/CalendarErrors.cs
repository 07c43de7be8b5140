using Compliance.Domain.Common;

namespace Compliance.Domain.Calendars;

public static class CalendarErrors
{
    public static readonly DomainError FeedScope = DomainError.Invalid(
        "feedScope", "Sebutkan tepat satu: institution atau office.", "Name exactly one of institution and office.");
}

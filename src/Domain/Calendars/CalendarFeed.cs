using Compliance.Domain.Access;
using Compliance.Domain.Common;

namespace Compliance.Domain.Calendars;

public readonly record struct CalendarFeedId(Guid Value) : IEntityId<CalendarFeedId>
{
    public static CalendarFeedId From(Guid value) => new(value);

    public static bool operator <(CalendarFeedId left, CalendarFeedId right) => left.Value < right.Value;

    public static bool operator >(CalendarFeedId left, CalendarFeedId right) => left.Value > right.Value;
}

/// <summary>
/// A secret address from which a calendar program reads obligations, since such programs send no credentials. It shows
/// one institution or office, and nothing that its owner may no longer see. Only the hash of the secret is stored.
/// </summary>
public sealed class CalendarFeed(CalendarFeedId id, AccountId accountId, string? institution, string? office, string hash, DateTimeOffset createdAt)
{
    public CalendarFeedId Id { get; } = id;

    public AccountId AccountId { get; } = accountId;

    public string? Institution { get; } = institution;

    public string? Office { get; } = office;

    /// <summary>SHA-256 of the secret, which is 256 random bits.</summary>
    public string Hash { get; } = hash;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset? RevokedAt { get; private set; }

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    /// <summary>Returns the owner's grants that cover the scope of the feed, restricted to that scope.</summary>
    /// <param name="officeOfInstitution">The office that is responsible for the institution of the feed; null for one of an office.</param>
    public IReadOnlyList<Grant> GrantsWithin(IEnumerable<Grant> grants, string? officeOfInstitution) =>
    [
        .. grants
            .Where(grant => grant.Role.Permissions().Contains(Permission.ReadFollowUp)
                && (grant.Institution is { } own ? own == Institution : grant.Office is null || grant.Office == (Office ?? officeOfInstitution)))
            .Select(grant => grant with { Office = Office, Institution = Institution }),
    ];
}

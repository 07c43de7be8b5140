using System.Security.Cryptography;
using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Calendars;

namespace Compliance.Application.Calendars;

/// <summary>A calendar feed without its secret.</summary>
public sealed record CalendarFeedDetails(Guid Id, string? Institution, string? Office, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt)
{
    internal static CalendarFeedDetails Of(CalendarFeed feed) => new(feed.Id.Value, feed.Institution, feed.Office, feed.CreatedAt, feed.RevokedAt);
}

/// <summary>Finds the owner of a secret calendar address.</summary>
public sealed class CalendarFeedLookup(IComplianceDb db, CallerLookup lookup)
{
    private const int SecretBytes = 32;

    /// <summary>
    /// Returns the owner, limited to what the feed shows and what the owner may still see; null if the address is not valid.
    /// An owner who created it with a second factor needs none to read it: it shows one scope and changes nothing.
    /// </summary>
    public async Task<Caller?> OwnerOf(string secret, CancellationToken cancellationToken)
    {
        var hash = Digest.Of(secret);
        var row = await (
            from feed in db.CalendarFeeds.AsNoTracking()
            join account in db.Accounts.AsNoTracking() on feed.AccountId equals account.Id
            where feed.Hash == hash && feed.RevokedAt == null
            select new { feed, account }).SingleOrDefaultAsync(cancellationToken);

        if (row is null || !lookup.MaySignIn(row.account))
        {
            return null;
        }

        var institution = await db.Institutions.AsNoTracking().SingleOrDefaultAsync(each => each.Code == row.feed.Institution, cancellationToken);
        var office = institution is null ? null : Offices.Of(institution.Province);

        return new(CallerKind.Account, row.account.Id.Value, null, null, row.feed.GrantsWithin(row.account.GrantsIn(secondFactor: true), office), [], []);
    }

    internal static string MakeSecret() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
}

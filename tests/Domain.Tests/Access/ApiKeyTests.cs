using Compliance.Domain.Access;

namespace Compliance.Domain.Tests.Access;

public sealed class ApiKeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 3, 2, 1, TimeSpan.Zero);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [TestCaseSource(nameof(AllPermissions))]
    public void A_key_holds_only_what_keys_may_hold(Permission permission)
    {
        var make = () => Make([permission], Now.AddDays(1));

        if (Roles.ForKeys.Contains(permission))
        {
            make().Scopes.Should().Equal(permission);
        }
        else
        {
            make.Should().Break(AccessErrors.ScopeNotForKeys);
        }
    }

    [Test]
    public void A_key_without_a_scope_is_none() => FluentActions.Invoking(() => Make([], Now.AddDays(1))).Should().Break(AccessErrors.ScopeNotForKeys);

    [Test]
    public void It_expires_after_now_and_within_two_years()
    {
        FluentActions.Invoking(() => Make(Now)).Should().Break(AccessErrors.KeyExpiry);
        Make(Now + Tick).IsValid(Now).Should().BeTrue();
        Make(Now + TimeSpan.FromDays(731)).IsValid(Now).Should().BeTrue();
        FluentActions.Invoking(() => Make(Now + TimeSpan.FromDays(731) + Tick)).Should().Break(AccessErrors.KeyExpiry);
    }

    [Test]
    public void It_is_valid_until_the_instant_of_its_expiry()
    {
        var key = Make(Now.AddDays(1));

        key.IsValid(Now.AddDays(1) - Tick).Should().BeTrue();
        key.IsValid(Now.AddDays(1)).Should().BeFalse();
    }

    [Test]
    public void While_it_is_rotated_both_secrets_are_good_until_the_overlap_ends()
    {
        var key = Make(Now.AddDays(1));
        key.Rotate("next", TimeSpan.FromHours(1), Now, Now.AddDays(2));

        key.ValidHashes(Now.AddHours(1) - Tick).Should().Equal("next", "first");
        key.ValidHashes(Now.AddHours(1)).Should().Equal("next");
        key.ExpiresAt.Should().Be(Now.AddDays(2));
    }

    [Test]
    public void A_second_rotation_ends_the_first_secret()
    {
        var key = Make(Now.AddDays(1));
        key.Rotate("next", TimeSpan.FromHours(1), Now, Now.AddDays(2));
        key.Rotate("last", TimeSpan.FromHours(1), Now, Now.AddDays(2));

        key.ValidHashes(Now).Should().Equal("last", "next");
    }

    [Test]
    public void The_overlap_lasts_no_time_to_30_days()
    {
        var key = Make(Now.AddDays(1));

        key.Invoking(each => each.Rotate("b", -Tick, Now, Now.AddDays(1))).Should().Break(AccessErrors.OverlapTooLong);
        key.Invoking(each => each.Rotate("b", TimeSpan.FromDays(30) + Tick, Now, Now.AddDays(1))).Should().Break(AccessErrors.OverlapTooLong);
        key.Rotate("b", TimeSpan.FromDays(30), Now, Now.AddDays(1));
        key.Rotate("c", TimeSpan.Zero, Now, Now.AddDays(1));
        key.ValidHashes(Now).Should().Equal("c");
    }

    [Test]
    public void A_rotation_is_bound_to_the_same_expiry_and_refused_whole()
    {
        var key = Make(Now.AddDays(1));

        key.Invoking(each => each.Rotate("b", TimeSpan.Zero, Now, Now)).Should().Break(AccessErrors.KeyExpiry);
        (key.Hash, key.PreviousHash, key.ExpiresAt).Should().Be(("first", null, Now.AddDays(1)));
    }

    [Test]
    public void A_revoked_key_is_never_good_again()
    {
        var key = Make(Now.AddDays(1));
        key.Revoke(Now);
        key.Revoke(Now + Tick);

        (key.RevokedAt, key.IsValid(Now)).Should().Be((Now, false));
        key.Invoking(each => each.Rotate("b", TimeSpan.Zero, Now, Now.AddDays(1))).Should().Break(AccessErrors.KeyRevoked);
    }

    private static ApiKey Make(DateTimeOffset expiresAt) => Make([Permission.ReadResultsInBulk], expiresAt);

    private static ApiKey Make(IReadOnlyList<Permission> scopes, DateTimeOffset expiresAt) => ApiKey.Make(new(Guid.Empty), "Dasbor", scopes, "first", Now, expiresAt);

    private static Permission[] AllPermissions() => Enum.GetValues<Permission>();
}

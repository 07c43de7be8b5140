namespace Compliance.Domain.Tests.Common;

public sealed class OptimisticConcurrencyTests
{
    [Test]
    public void The_current_version_may_be_changed() => Requiring(new Thing(3), 3).Should().NotThrow();

    [TestCase(2)]
    [TestCase(4)]
    [TestCase(0)]
    public void Another_version_is_refused_with_the_current_one(int read) =>
        Requiring(new Thing(3), read).Should().Break(ConcurrencyErrors.VersionDiffers(3));

    [Test]
    public void What_does_not_exist_yet_has_version_0() => Requiring(null, 0).Should().NotThrow();

    [Test]
    public void A_version_of_what_does_not_exist_is_refused() => Requiring(null, 1).Should().Break(ConcurrencyErrors.VersionDiffers(0));

    [Test]
    public void Of_several_versions_one_has_to_be_the_current_one()
    {
        Requiring(new Thing(3), ExpectedVersions.Of(1, 3)).Should().NotThrow();
        Requiring(new Thing(3), ExpectedVersions.Of(1, 2)).Should().Break(ConcurrencyErrors.VersionDiffers(3));
        Requiring(new Thing(3), ExpectedVersions.Of()).Should().Break(ConcurrencyErrors.VersionDiffers(3));
    }

    [Test]
    public void Any_version_is_one_of_what_exists()
    {
        Requiring(new Thing(3), ExpectedVersions.Any).Should().NotThrow();
        Requiring(null, ExpectedVersions.Any).Should().Break(ConcurrencyErrors.VersionDiffers(0));
        Requiring(new Thing(0), ExpectedVersions.Any).Should().Break(ConcurrencyErrors.VersionDiffers(0));
    }

    private static Action Requiring(IVersioned? entity, int expected) => Requiring(entity, ExpectedVersions.Of(expected));

    private static Action Requiring(IVersioned? entity, ExpectedVersions expected) => () => entity.RequireVersion(expected);

    private sealed record Thing(int Version) : IVersioned;
}

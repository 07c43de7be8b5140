using Compliance.Application.Evidence;

namespace Compliance.Application.Tests.Evidence;

public sealed class EvidenceSettingsTests
{
    [Test]
    public void What_is_not_set_is_as_documented() =>
        EvidenceSettings.Usual.Should().Be(new EvidenceSettings(
            104_857_600, TimeSpan.FromDays(14), null, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60)));

    [TestCase("tcp://127.0.0.1:3310")]
    [TestCase("tcp://clamav.internal:3310/")]
    [TestCase("unix:/run/clamav/clamd.ctl")]
    public void A_scanner_is_an_address(string address) => EvidenceSettings.Of(null, null, address, null, null).ClamAv.Should().NotBeNull();

    [TestCase("127.0.0.1:3310")]
    [TestCase("tcp://127.0.0.1")]
    [TestCase("tcp://:3310")]
    [TestCase("tcp://127.0.0.1:3310/path")]
    [TestCase("http://127.0.0.1:3310")]
    [TestCase("unix:")]
    [TestCase("/run/clamd")]
    public void Anything_else_is_refused_by_the_name_of_the_setting(string address) =>
        FluentActions.Invoking(() => EvidenceSettings.Of(null, null, address, null, null)).Should().Throw<InvalidOperationException>().WithMessage("Evidence:ClamAv*");

    [TestCase(0, 1, 1, 1, "Evidence:MaxBytes*")]
    [TestCase(1, 0, 1, 1, "Evidence:UploadDays*")]
    [TestCase(1, 1, -1, 1, "Evidence:ClamAvSeconds*")]
    [TestCase(1, 1, 1, 0, "Evidence:SweepSeconds*")]
    public void What_must_be_more_than_nothing_is(long bytes, double days, double patience, double sweep, string message) =>
        FluentActions.Invoking(() => EvidenceSettings.Of(bytes, days, null, patience, sweep)).Should().Throw<InvalidOperationException>().WithMessage(message);
}

using System.Text;
using Compliance.Domain.Access;

namespace Compliance.Domain.Tests.Access;

public sealed class TotpTests
{
    private const long Never = -1;

    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, SHA-1: the last six of its eight digits.
    [TestCase(59, "287082")]
    [TestCase(1111111109, "081804")]
    [TestCase(1111111111, "050471")]
    [TestCase(1234567890, "005924")]
    [TestCase(2000000000, "279037")]
    [TestCase(20000000000, "353130")]
    public void Codes_are_those_of_the_RFC(long seconds, string code)
    {
        Totp.CodeAt(Secret, At(seconds)).Should().Be(code);
        Totp.Match(Secret, code, Never, At(seconds)).Should().Be(seconds / 30);
    }

    [TestCase(-31, false)]
    [TestCase(-30, true)]
    [TestCase(0, true)]
    [TestCase(59, true)]
    [TestCase(60, false)]
    public void A_clock_may_be_one_step_off_to_either_side(int drift, bool isGood)
    {
        var code = Totp.CodeAt(Secret, At(1111111110));

        Totp.Match(Secret, code, Never, At(1111111110 + drift)).Should().Be(isGood ? 37037037 : null);
    }

    [Test]
    public void A_code_is_good_once_and_so_is_none_before_it()
    {
        var (before, now) = (Totp.CodeAt(Secret, At(1111111080)), Totp.CodeAt(Secret, At(1111111110)));
        var step = Totp.Match(Secret, now, Never, At(1111111110));

        step.Should().Be(37037037);
        Totp.Match(Secret, now, step!.Value, At(1111111110)).Should().BeNull();
        Totp.Match(Secret, before, step.Value, At(1111111110)).Should().BeNull();
        Totp.Match(Secret, Totp.CodeAt(Secret, At(1111111140)), step.Value, At(1111111110)).Should().Be(step + 1);
    }

    [TestCase("")]
    [TestCase("28708")]
    [TestCase("2870820")]
    [TestCase("287 082")]
    [TestCase("٢٨٧٠٨٢")]
    public void What_is_not_the_code_is_wrong(string code) => Totp.Match(Secret, code, Never, At(59)).Should().BeNull();

    [Test]
    public void Another_secret_has_other_codes() => Totp.CodeAt(new byte[Totp.SecretBytes], At(59)).Should().NotBe("287082");

    private static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}

using System.Text;
using Compliance.Domain.Access;

namespace Compliance.Domain.Tests.Access;

public sealed class Base32Tests
{
    // RFC 4648, section 10, without padding.
    [TestCase("", "")]
    [TestCase("f", "MY")]
    [TestCase("fo", "MZXQ")]
    [TestCase("foo", "MZXW6")]
    [TestCase("foob", "MZXW6YQ")]
    [TestCase("fooba", "MZXW6YTB")]
    [TestCase("foobar", "MZXW6YTBOI")]
    public void Texts_are_those_of_the_RFC(string bytes, string text) => Base32.Write(Encoding.ASCII.GetBytes(bytes)).Should().Be(text);

    [Test]
    public void Every_bit_is_kept() =>
        (Base32.Write([0xFF, 0xFF, 0xFF, 0xFF, 0xFF]), Base32.Write([0, 0, 0, 0, 0]), Base32.Write([0x00, 0x44, 0x32, 0x14, 0xC7]))
            .Should().Be(("77777777", "AAAAAAAA", "ABCDEFGH"));
}

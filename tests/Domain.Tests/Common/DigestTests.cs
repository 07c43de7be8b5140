namespace Compliance.Domain.Tests.Common;

public sealed class DigestTests
{
    private const string OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    /// <summary>The vectors of FIPS 180-4, as NIST publishes them.</summary>
    [TestCase("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [TestCase("abc", OfAbc)]
    public void A_digest_is_SHA256_in_lower_case_hexadecimal(string text, string digest)
    {
        Digest.Of(text).Should().Be(digest);
        Digest.Of(System.Text.Encoding.UTF8.GetBytes(text)).Should().Be(digest);
    }

    [Test]
    public async Task Data_in_parts_or_as_a_stream_have_the_same_digest()
    {
        using var parts = new IncrementalDigest();
        parts.Append("a");
        parts.Append("bc"u8);
        using var stream = new MemoryStream("abc"u8.ToArray());

        parts.Finish().Should().Be(OfAbc);
        (await Digest.Of(stream, CancellationToken.None)).Should().Be(OfAbc);
    }

    [Test]
    public void After_it_is_taken_a_digest_begins_anew()
    {
        using var digest = new IncrementalDigest();
        digest.Append("left over");
        digest.Finish();
        digest.Append("abc");

        digest.Finish().Should().Be(OfAbc);
    }

    // As a number: with the character itself in its name, a test is not found when it is asked for by name.
    [TestCase(0xd800)]
    [TestCase(0xdc00)]
    public void Half_of_a_surrogate_pair_has_no_digest(int half)
    {
        var text = $"a{(char)half}b";
        using var digest = new IncrementalDigest();
        var whole = () => Digest.Of(text);
        var part = () => digest.Append(text);

        whole.Should().Throw<ArgumentException>();
        part.Should().Throw<ArgumentException>();
    }

    [TestCase(OfAbc, true)]
    [TestCase("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", false)]
    [TestCase("ba7816bf", false)]
    [TestCase("../../etc/passwd", false)]
    [TestCase(null, false)]
    public void Whether_a_text_is_a_digest(string? text, bool isOne) => Digest.IsOne(text).Should().Be(isOne);
}

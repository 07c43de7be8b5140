using System.Security.Cryptography;
using Compliance.Domain.Audit;

namespace Compliance.Domain.Tests.Audit;

public sealed class SigningKeyTests
{
    // The public half of the test key for P-256 in RFC 9500.
    private const string PublishedPem =
        """
        -----BEGIN PUBLIC KEY-----
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEQiVI+I+3gv+17KN0RFLHKh5Vj71v
        c75eSOkyMsxFxbFsTNEMTLjVuKFxOelIgsiZJXKZNCX0FBmrfpCkKklCcg==
        -----END PUBLIC KEY-----
        """;

    private static readonly byte[] Data = [1, 2, 3];

    [Test]
    public void A_key_verifies_what_it_signed_and_nothing_else()
    {
        using var key = SigningKey.Create();
        using var other = SigningKey.Create();
        var signature = key.Sign(Data);

        key.CanSign.Should().BeTrue();
        signature.Should().HaveCount(64);
        key.Verify(Data, signature).Should().BeTrue();
        key.Verify([1, 2, 4], signature).Should().BeFalse();
        other.Verify(Data, signature).Should().BeFalse();
        other.KeyId.Should().NotBe(key.KeyId);
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(63)]
    [TestCase(64)]
    [TestCase(65)]
    [TestCase(5000)]
    public void What_is_no_signature_does_not_verify(int length)
    {
        using var key = SigningKey.Create();

        key.Verify(Data, new byte[length]).Should().BeFalse();
        key.Verify(Data, [.. Enumerable.Repeat((byte)0xff, length)]).Should().BeFalse();
    }

    [Test]
    public void A_key_survives_its_PEM()
    {
        using var key = SigningKey.Create();
        using var again = SigningKey.FromPem(key.ToPem());

        again.CanSign.Should().BeTrue();
        again.KeyId.Should().Be(key.KeyId);
        key.Verify(Data, again.Sign(Data)).Should().BeTrue();
    }

    [Test]
    public void A_private_key_may_come_in_either_format()
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var sec1 = SigningKey.FromPem(made.ExportECPrivateKeyPem());
        using var pkcs8 = SigningKey.FromPem(made.ExportPkcs8PrivateKeyPem());

        sec1.CanSign.Should().BeTrue();
        pkcs8.Verify(Data, sec1.Sign(Data)).Should().BeTrue();
    }

    [Test]
    public void The_public_half_verifies_and_does_not_sign()
    {
        using var key = SigningKey.Create();
        using var half = SigningKey.FromPem(key.ToPublicPem());
        var sign = () => half.Sign(Data);
        var export = () => half.ToPem();

        half.CanSign.Should().BeFalse();
        half.KeyId.Should().Be(key.KeyId);
        half.ToPublicPem().Should().Be(key.ToPublicPem());
        half.Verify(Data, key.Sign(Data)).Should().BeTrue();
        sign.Should().Throw<InvalidOperationException>();
        export.Should().Throw<InvalidOperationException>();
    }

    [Test]
    public void The_id_is_the_beginning_of_the_hash_of_the_public_key()
    {
        using var key = SigningKey.FromPem(PublishedPem);

        key.KeyId.Should().Be("b2b04340cfaee616");
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var p521 = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        using var rsa = RSA.Create(2048);
        using var p256 = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        yield return Case("P-384", p384.ExportPkcs8PrivateKeyPem());
        yield return Case("P-384, public", p384.ExportSubjectPublicKeyInfoPem());
        yield return Case("P-521", p521.ExportECPrivateKeyPem());
        yield return Case("RSA", rsa.ExportPkcs8PrivateKeyPem());
        yield return Case("RSA, public", rsa.ExportSubjectPublicKeyInfoPem());
        yield return Case("encrypted", p256.ExportEncryptedPkcs8PrivateKeyPem("rahasia", new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)));
        yield return Case("two keys", p256.ExportPkcs8PrivateKeyPem() + "\n" + p256.ExportSubjectPublicKeyInfoPem());
        yield return Case("torn", p256.ExportPkcs8PrivateKeyPem().Replace("MIG", "MIH", StringComparison.Ordinal));
        yield return Case("no PEM", "rahasia");
        yield return Case("nothing", "");
    }

    [TestCaseSource(nameof(Refused))]
    public void Whatever_is_no_key_on_P256_is_refused(string pem)
    {
        var act = () => SigningKey.FromPem(pem);

        act.Should().Throw<ArgumentException>();
    }

    private static TestCaseData Case(string name, string pem) => new(pem) { TestName = $"{{m}}({name})" };
}

using Compliance.Domain.Audit;

namespace Compliance.Domain.Tests.Audit;

public sealed class PersonalDataTests
{
    private const string Salt = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    // SHA-256 over the bytes 00 to 1f and {"ip":"10.0.0.1"}, worked out apart from this code.
    [Test]
    public void The_commitment_is_the_hash_of_salt_and_content() =>
        Of(Salt, """{"ip":"10.0.0.1"}""").Commitment.Should().Be("399834ecde7facc707623e56a19c86611170914aca11acf96b83fcd006d6e681");

    // The last two differ from a salt only in what readers of base64 overlook.
    [TestCase("", "{}")]
    [TestCase("rahasia", "{}")]
    [TestCase("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==", "{}")]
    [TestCase("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9=", "{}")]
    [TestCase("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8= ", "{}")]
    [TestCase(Salt, null)]
    public void There_is_no_commitment_to_what_is_malformed(string salt, string? content)
    {
        // An attribute cannot hold half of a surrogate pair, which null stands for.
        var act = () => Of(salt, content ?? "\ud83d").Commitment;

        act.Should().Throw<FormatException>();
    }

    private static PersonalData Of(string salt, string content) => new(AuditEntryId.From(Guid.Empty), PersonalData.Anonymous, salt, content);
}

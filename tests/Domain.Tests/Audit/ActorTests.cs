using Compliance.Domain.Audit;

namespace Compliance.Domain.Tests.Audit;

public sealed class ActorTests
{
    [TestCase("account", "0198", null, "session-1", "account:0198")]
    [TestCase("account", "0198", null, "session-2", "account:0198")]
    [TestCase("apiKey", "0199", null, null, "apiKey:0199")]
    [TestCase("external", "4711", "https://sso.example/realms/a", null, "external:https://sso.example/realms/a#4711")]
    [TestCase("system", null, null, null, "system")]
    [TestCase("anonymous", null, null, null, "anonymous")]
    public void One_actor_has_one_key_whatever_was_used_to_sign_in(string kind, string? id, string? issuer, string? key, string expected) =>
        new Actor(kind, id, issuer, key).ToKey().Should().Be(expected);

    [Test]
    public void A_name_that_is_too_long_is_its_hash()
    {
        var issuer = new string('x', AuditEntry.ActorLength - "external:#1".Length);

        new Actor("external", "1", issuer, null).ToKey().Should().Be($"external:{issuer}#1");
        new Actor("external", "1", issuer + "y", null).ToKey().Should().Be($"external:sha256:{Digest.Of($"external:{issuer}y#1")}");
    }
}

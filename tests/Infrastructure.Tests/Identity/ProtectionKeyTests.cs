using System.Security.Cryptography;
using Compliance.Application.Access;
using Compliance.Infrastructure.Audit;
using Compliance.Infrastructure.Identity;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Infrastructure.Tests.Identity;

/// <summary>The keys of sessions and authenticators are in the database, and of no use to whoever has only that.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ProtectionKeyTests(string provider)
{
    private static readonly Guid subject = Guid.Parse("0198c0de-0000-7000-8000-0000000000aa");

    [Test]
    public async Task A_new_key_is_stored_encrypted_and_every_instance_with_the_key_outside_reads_its_tokens()
    {
        await using var database = await TestDatabase.Prepared(provider);
        var token = await Issue(database);

        (await Stored(database)).Should().Contain("Compliance.Infrastructure.Identity.KeyDecryptor,").And.NotContain("masterKey").And.NotContain("requiresEncryption");
        (await Subject(database, token)).Should().Be(subject);
    }

    [Test]
    public async Task A_key_that_was_stored_in_clear_is_encrypted_at_the_start_and_its_tokens_stay_good()
    {
        await using var database = await TestDatabase.Prepared(provider);
        string token;

        await using (var before = database.Services().Configure<KeyManagementOptions>(options => options.XmlEncryptor = null).BuildServiceProvider())
        {
            token = Issue(before);
        }

        (await Stored(database)).Should().Contain("masterKey");

        (await Subject(database, token)).Should().Be(subject);
        (await Stored(database)).Should().Contain("Compliance.Infrastructure.Identity.KeyDecryptor,").And.NotContain("masterKey").And.NotContain("unencrypted");
    }

    [Test]
    public async Task A_key_that_is_lost_or_another_ends_the_start_with_the_settings_name()
    {
        await using var database = await TestDatabase.Prepared(provider);
        await Issue(database);
        var lost = Path.Combine(database.Settings.DataPath, "lost.key");
        await using var without = database.Program(protection: new(null, lost, []));
        await FluentActions.Awaiting(() => TestDatabase.Start(without)).Should().ThrowAsync<InvalidOperationException>().WithMessage("Protection:KeyFile*lost.key* is missing*");
        File.Exists(lost).Should().BeFalse("nothing is made in the place of a key that was lost");

        await using var other = database.Program(protection: new(NewKey(), lost, []));
        await FluentActions.Awaiting(() => TestDatabase.Start(other)).Should().ThrowAsync<CryptographicException>().WithMessage("*Protection:KeyFile*");
    }

    [Test]
    public async Task With_a_new_key_and_the_old_one_retired_everything_is_encrypted_anew()
    {
        await using var database = await TestDatabase.Prepared(provider);
        var token = await Issue(database);
        var old = Path.Combine(database.Settings.DataPath, "protection.key");
        var next = NewKey();

        (await Subject(database, token, new(next, "", [old]))).Should().Be(subject);
        (await Subject(database, token, new(next, "", []))).Should().Be(subject, "the old key is needed no more");
    }

    [TestCase("")]
    [TestCase("AAAA")]
    [TestCase("no base64 at all, whatever its length may be")]
    public async Task What_is_no_key_ends_the_start(string content)
    {
        await using var database = await TestDatabase.Prepared(provider);
        var file = Path.Combine(database.Settings.DataPath, "wrong.key");
        await File.WriteAllTextAsync(file, content);
        await using var program = database.Program(protection: new(null, file, []));

        await FluentActions.Awaiting(() => TestDatabase.Start(program)).Should().ThrowAsync<InvalidOperationException>().WithMessage("Protection:KeyFile*32 bytes*");
    }

    [Test]
    public void Beside_a_key_of_the_audit_that_has_no_file_the_setting_is_needed()
    {
        var audit = new AuditSettings("pem", Path.Combine("data", "audit-key.pem"), [], TimeSpan.FromMinutes(1));

        FluentActions.Invoking(() => ProtectionSettings.Of(null, " ", [], audit, isDevelopment: false))
            .Should().Throw<InvalidOperationException>().WithMessage("Protection:KeyFile (or Protection:Key) is not set*");
        ProtectionSettings.Of(null, null, [], audit with { Key = null, KeyFile = "/keys/audit.pem" }, isDevelopment: false).KeyFile.Should().Be("/keys/protection.key");
        ProtectionSettings.Of(null, "/other/key", [], audit, isDevelopment: false).KeyFile.Should().Be("/other/key");
    }

    [Test]
    public async Task A_token_that_is_good_for_longer_than_any_that_is_issued_is_none_of_ours()
    {
        await using var database = await TestDatabase.Prepared(provider);
        await using var program = database.Program();
        var tokens = program.GetRequiredService<ITokens>();
        var now = TimeProvider.System.GetUtcNow();

        foreach (var kind in Enum.GetValues<TokenKind>())
        {
            var life = AccessSettings.LifeOf(kind);
            tokens.Read(kind, tokens.Issue(kind, subject, now + life)).Should().Be(new TokenContent(subject, now + life));
            tokens.Read(kind, tokens.Issue(kind, subject, now + life + TimeSpan.FromMinutes(2))).Should().BeNull("{0}", kind);
            tokens.Read(kind, tokens.Issue(kind, subject, DateTimeOffset.MaxValue)).Should().BeNull("{0}", kind);
        }
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static async Task<string> Issue(TestDatabase database)
    {
        await using var program = database.Program();
        await TestDatabase.Start(program);

        return Issue(program);
    }

    private static string Issue(ServiceProvider program) => program.GetRequiredService<ITokens>()
        .Issue(TokenKind.Access, subject, TimeProvider.System.GetUtcNow() + AccessSettings.LifeOf(TokenKind.Access));

    /// <summary>What another instance reads from a token after its start.</summary>
    private static async Task<Guid?> Subject(TestDatabase database, string token, ProtectionSettings? protection = null)
    {
        await using var program = database.Program(protection: protection);
        await TestDatabase.Start(program);

        return program.GetRequiredService<ITokens>().Read(TokenKind.Access, token)?.Subject;
    }

    private static async Task<string> Stored(TestDatabase database)
    {
        await using var raw = await RawDatabase.Open(database.Settings);

        return string.Join('\n', (await raw.Query("SELECT xml FROM protection_keys")).Select(row => row.Text("xml")));
    }
}

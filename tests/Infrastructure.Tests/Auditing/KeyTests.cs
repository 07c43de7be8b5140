using Compliance.Application.Access;
using Compliance.Application.Audit;
using Compliance.Domain.Access;
using Compliance.Infrastructure.Audit;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Infrastructure.Tests.Auditing;

/// <summary>The key that seals the audit: never missed in silence, never replaced in silence, rotated without loss.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class KeyTests(string provider)
{
    [Test]
    public void Outside_development_a_key_of_its_own_is_demanded_by_the_settings_name() =>
        FluentActions.Invoking(() => AuditSettings.Of(" ", null, [], isDevelopment: false, "data", TimeSpan.FromMinutes(1)))
            .Should().Throw<InvalidOperationException>().WithMessage("Audit:KeyFile (or Audit:Key) is not set*");

    [Test]
    public async Task A_public_key_cannot_seal()
    {
        await using var database = await TestDatabase.Prepared(provider);
        var file = Path.Combine(database.Settings.DataPath, "public.pem");
        await File.WriteAllTextAsync(file, await PublicKeyOf(database));

        FluentActions.Invoking(() => With(file).Load(() => false)).Should().Throw<InvalidOperationException>().WithMessage("Audit:KeyFile holds a public key*");
    }

    [Test]
    public async Task A_key_that_is_lost_after_a_seal_ends_the_start_with_the_settings_name()
    {
        await using var database = await TestDatabase.Prepared(provider);
        await Seal(database, null);
        var lost = Path.Combine(database.Settings.DataPath, "lost.pem");
        await using var program = database.Program(audit: With(lost));

        await FluentActions.Awaiting(() => TestDatabase.Start(program)).Should().ThrowAsync<InvalidOperationException>().WithMessage("Audit:KeyFile*lost.pem* is missing*");

        File.Exists(lost).Should().BeFalse("nothing is made in the place of a key that was lost");
    }

    [Test]
    public async Task Seals_of_a_retired_key_still_verify_and_without_it_they_do_not()
    {
        await using var database = await TestDatabase.Prepared(provider);
        await Seal(database, null);
        var (next, retired) = await GivenNextKey(database);
        await GivenAnotherDeed(database, next);

        await Seal(database, With(next, retired));

        var verified = await Send(database, With(next, retired), new VerifyAudit(Language.English));
        (verified.Intact, verified.Checkpoints, verified.Unsealed).Should().Be((true, 2, 0L));
        (await Send(database, With(next), new VerifyAudit(Language.English))).FirstBroken.Should().BeEquivalentTo(new { Code = "unknownKey", Sequence = 1 });
        (await Send(database, With(next, retired), new ListAuditKeys())).Items.Select(key => key.Current).Should().Equal(true, false);
    }

    [Test]
    public async Task What_the_old_key_wrote_since_its_last_seal_needs_it_once_more()
    {
        await using var database = await TestDatabase.Prepared(provider);
        await Seal(database, null);
        await GivenAnotherDeed(database, null);
        var (next, retired) = await GivenNextKey(database);
        (await Send(database, With(next, retired), new SealAudit())).Should().BeEquivalentTo(new { Chains = 0, Refused = new[] { new { Code = "authenticatorKeyMissing", Sequence = 1 } } });
        (await Send(database, With(next, retired), new VerifyAudit(Language.English))).FirstBroken!.Code.Should().Be("authenticatorKeyMissing");
        var withPrivate = Path.Combine(database.Settings.DataPath, "audit-key.pem");

        await Seal(database, With(next, withPrivate));

        var verified = await Send(database, With(next, retired), new VerifyAudit(Language.English));
        (verified.Intact, verified.Checkpoints, verified.Unsealed).Should().Be((true, 2, 0L));
    }

    /// <returns>The file of a new key, and a file with the half of the old one that stays.</returns>
    private static async Task<(string Next, string Retired)> GivenNextKey(TestDatabase database)
    {
        var (next, retired) = (Path.Combine(database.Settings.DataPath, "next.pem"), Path.Combine(database.Settings.DataPath, "retired.pem"));
        await File.WriteAllTextAsync(retired, await PublicKeyOf(database));
        With(next).Load(() => false).Current.CanSign.Should().BeTrue();

        return (next, retired);
    }

    private static AuditSettings With(string file, params string[] retired) =>
        AuditSettings.Of(null, file, retired, isDevelopment: false, "", TimeSpan.FromHours(1));

    private static async Task<string> PublicKeyOf(TestDatabase database) => (await Send(database, null, new ListAuditKeys())).Items.Single().Pem;

    private static async Task Seal(TestDatabase database, AuditSettings? settings) =>
        (await Send(database, settings, new SealAudit())).Chains.Should().BePositive();

    /// <param name="keyFile">The key that the program had when it was done; null for the first one.</param>
    private static async Task GivenAnotherDeed(TestDatabase database, string? keyFile)
    {
        await using var db = database.Open();
        var key = keyFile is null ? database.AuditKey() : With(keyFile).Load(() => true).Current;
        db.SetRequestContext(db.RequestContext, TimeProvider.System, () => key);
        var now = DateTimeOffset.UtcNow;
        db.Accounts.Add(Account.Invite(EntityId.New<AccountId>(now), "somebody@example.org", null, [], now));
        (await db.SaveChangesAsync()).Should().BePositive();
    }

    private static async Task<TAnswer> Send<TAnswer>(TestDatabase database, AuditSettings? settings, IRequest<TAnswer> request)
    {
        await using var program = database.Program(audit: settings);
        await using var scope = program.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().SetCaller(Caller.Program, Origin.Unknown);

        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}

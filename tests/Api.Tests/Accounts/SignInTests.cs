using Compliance.TestKit.Accounts;

namespace Compliance.Api.Tests.Accounts;

/// <summary>Whoever fails to sign in learns nothing: not whether there is an account, not what was wrong, not whether it is locked.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class SignInTests(string provider) : AccountTests(provider)
{
    private const string Wrong = "Bukan kata sandi saya 77";
    private const int FailuresBeforeLockout = 5;

    [Test]
    public async Task Every_failure_gets_the_very_same_answer()
    {
        var (wrong, locked, disabled) = (await Host.GivenPerson(), await Host.GivenPerson(), await Host.GivenPerson());
        await Lock(Host, locked);
        await Disable(disabled);
        var invited = People.NewEmail();
        await Host.GivenInvited(invited, People.AssessorOfRiau);
        var enrolled = await Host.GivenPerson();
        await Host.Enrol(enrolled);

        Reply[] replies =
        [
            await Host.SignIn(wrong.Email, Wrong),
            await Host.SignIn(People.NewEmail()),
            await Host.SignIn(locked.Email),
            await Host.SignIn(disabled.Email),
            await Host.SignIn(invited),
            await Host.SignIn(enrolled.Email, Wrong),
            await Host.SignIn(enrolled.Email, otp: "000000"),
        ];

        replies.Select(Body).Distinct().Should().ContainSingle();
        replies.Select(HeaderNames).Distinct().Should().ContainSingle();
        replies[0].Problem(401, "signInRefused");
    }

    [Test]
    public async Task An_address_is_found_however_it_is_written()
    {
        var person = await Host.GivenPerson();

        (await Host.SignIn($" {person.Email.ToUpperInvariant()} ")).Ok();
    }

    [Test]
    public async Task After_five_failures_the_right_password_waits_fifteen_minutes()
    {
        await using var host = await Fresh();
        var start = host.Clock.GetUtcNow();
        host.Clock.Set(start);
        var person = await host.GivenPerson();
        await Lock(host, person);

        host.Clock.Set(start.AddMinutes(14));
        (await host.SignIn(person.Email)).Problem(401, "signInRefused");
        host.Clock.Set(start.AddMinutes(16));

        (await host.SignIn(person.Email)).Ok();
    }

    [Test]
    public async Task Failures_before_a_success_are_forgotten()
    {
        var person = await Host.GivenPerson();

        for (var round = 0; round < 2; round++)
        {
            for (var failure = 1; failure < FailuresBeforeLockout; failure++)
            {
                (await Host.SignIn(person.Email, Wrong)).Problem(401, "signInRefused");
            }

            (await Host.SignIn(person.Email)).Ok();
        }
    }

    [Test]
    public async Task Many_guesses_at_once_are_counted_like_guesses_one_by_one()
    {
        var person = await Host.GivenPerson();

        var replies = await Task.WhenAll(Enumerable.Range(0, FailuresBeforeLockout).Select(_ => Host.SignIn(person.Email, Wrong)));

        replies.Should().AllSatisfy(reply => reply.Problem(401, "signInRefused"));
        (await Host.SignIn(person.Email)).Problem(401, "signInRefused");
    }

    [Test]
    public async Task A_disabled_person_signs_in_again_once_enabled()
    {
        var person = await Host.GivenPerson();
        await Disable(person);
        (await Host.SignIn(person.Email)).Problem(401, "signInRefused");

        (await Host.AsAdmin(HttpMethod.Put, $"/users/{person.Id}", new { grants = Array.Empty<object>(), disabled = false }, ("If-Match", "\"v3\""))).Ok();

        (await Host.SignIn(person.Email)).Ok();
    }

    [Test]
    public async Task What_is_missing_is_named() =>
        (await Host.AsNobody(HttpMethod.Post, "/tokens", new { })).Errors(400, "invalidRequest").Should().BeEquivalentTo("/email required", "/password required");

    private static async Task Lock(ApiHost host, Person person)
    {
        for (var failure = 0; failure < FailuresBeforeLockout; failure++)
        {
            (await host.SignIn(person.Email, Wrong)).Problem(401, "signInRefused");
        }
    }

    private async Task Disable(Person person) =>
        (await Host.AsAdmin(HttpMethod.Put, $"/users/{person.Id}", new { grants = Array.Empty<object>(), disabled = true }, ("If-Match", "\"v2\""))).Ok();

    private static string Body(Reply reply)
    {
        var body = JsonNode.Parse(reply.Text)!.AsObject();
        body.Remove("traceId").Should().BeTrue();

        return $"{(int)reply.Status} {body.ToJsonString()}";
    }

    private static string HeaderNames(Reply reply) => string.Join(' ', reply.Headers.Concat(reply.ContentHeaders).Select(header => header.Key).Order());
}

using Compliance.TestKit.Accounts;

namespace Compliance.Api.Tests.Accounts;

/// <summary>The second factor: one-time codes of an authenticator app, without which roles of head office do not count.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class AuthenticatorTests(string provider) : AccountTests(provider)
{
    [Test]
    public async Task An_authenticator_is_in_force_once_it_showed_a_right_code()
    {
        var person = await Host.GivenPerson(People.AssessorOfRiau);
        (await Confirm(person, "123456")).Problem(409, "authenticatorNotBegun");
        var begun = (await Host.With(person.Access, HttpMethod.Post, "/me/authenticator", new { password = People.Password })).Ok();
        var app = new Authenticator(begun.Text("secret")!);
        begun.Text("uri").Should().StartWith("otpauth://totp/").And.Contain($"secret={app.Secret}");
        app.Bytes.Should().HaveCount(20);

        var wrong = app.CodeAt(DateTimeOffset.UnixEpoch);
        (await Confirm(person, wrong)).Problem(422, "otpWrong");
        (await Host.SignIn(person.Email)).Ok();

        (await Confirm(person, app.CodeAt(Now))).Ok().Flag("secondFactor/enrolled").Should().BeTrue();
        (await Host.SignIn(person.Email)).Problem(401, "otpNeeded");
        (await Host.With(person.Access, HttpMethod.Post, "/me/authenticator", new { password = People.Password })).Problem(409, "authenticatorEnrolled");
    }

    [Test]
    public async Task That_a_code_is_needed_is_told_after_the_right_password_only()
    {
        var person = await Host.GivenPerson();
        await Host.Enrol(person);

        (await Host.SignIn(person.Email, "Bukan kata sandi saya 77")).Problem(401, "signInRefused");
        (await Host.SignIn(person.Email)).Problem(401, "otpNeeded");
        (await Host.SignIn(person.Email, otp: "")).Problem(401, "otpNeeded");
    }

    [Test]
    public async Task A_code_is_good_once_and_the_next_one_again()
    {
        await using var host = await Fresh();
        var start = host.Clock.GetUtcNow();
        host.Clock.Set(start);
        var person = await host.GivenPerson();
        var app = await host.Enrol(person);
        (await host.SignIn(person.Email, otp: app.CodeAt(start))).Problem(401, "signInRefused");

        host.Clock.Set(start + Authenticator.Step);
        var code = app.CodeAt(start + Authenticator.Step);
        (await host.SignIn(person.Email, otp: code)).Ok();
        (await host.SignIn(person.Email, otp: code)).Problem(401, "signInRefused");
        (await host.SignIn(person.Email, otp: app.CodeAt(start))).Problem(401, "signInRefused");

        host.Clock.Set(start + (2 * Authenticator.Step));
        (await host.SignIn(person.Email, otp: app.CodeAt(start + (2 * Authenticator.Step)))).Ok();
    }

    [Test]
    public async Task Of_many_who_show_the_same_code_at_once_one_gets_in()
    {
        var person = await Host.GivenPerson();
        var app = await Host.Enrol(person);
        var code = app.CodeAt(Now + Authenticator.Step);

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Host.SignIn(person.Email, otp: code)));

        replies.Select(reply => (int)reply.Status).Order().Should().Equal(200, 401, 401, 401);
    }

    [Test]
    public async Task Wrong_codes_lock_the_account_too()
    {
        var person = await Host.GivenPerson();
        var app = await Host.Enrol(person);
        var wrong = app.CodeAt(DateTimeOffset.UnixEpoch);

        for (var failure = 0; failure < 5; failure++)
        {
            (await Host.SignIn(person.Email, otp: wrong)).Problem(401, "signInRefused");
        }

        (await Host.SignIn(person.Email, otp: app.CodeAt(Now + Authenticator.Step))).Problem(401, "signInRefused");
    }

    [Test]
    public async Task Wrong_codes_at_the_enrolment_lock_the_account_too()
    {
        var person = await Host.GivenPerson();
        var begun = (await Host.With(person.Access, HttpMethod.Post, "/me/authenticator", new { password = People.Password })).Ok();
        var app = new Authenticator(begun.Text("secret")!);

        for (var failure = 0; failure < 5; failure++)
        {
            (await Confirm(person, app.CodeAt(DateTimeOffset.UnixEpoch))).Problem(422, "otpWrong");
        }

        (await Confirm(person, app.CodeAt(Now))).Problem(422, "otpWrong");
        (await Host.SignIn(person.Email)).Problem(401, "signInRefused");
    }

    [Test]
    public async Task A_right_code_at_the_enrolment_forgets_the_wrong_ones()
    {
        var person = await Host.GivenPerson();
        var begun = (await Host.With(person.Access, HttpMethod.Post, "/me/authenticator", new { password = People.Password })).Ok();
        var app = new Authenticator(begun.Text("secret")!);

        for (var failure = 0; failure < 4; failure++)
        {
            (await Confirm(person, app.CodeAt(DateTimeOffset.UnixEpoch))).Problem(422, "otpWrong");
        }

        (await Confirm(person, app.CodeAt(Now))).Ok();
        (await Host.SignIn(person.Email, "Bukan kata sandi saya 77")).Problem(401, "signInRefused");
        (await Host.SignIn(person.Email, otp: app.CodeAt(Now + Authenticator.Step))).Ok();
    }

    [Test]
    public async Task A_role_of_head_office_counts_from_the_enrolment_on()
    {
        var person = await Host.GivenPerson(People.Auditor, People.AssessorOfRiau);
        var before = (await Host.Me(person.Access)).Ok();
        Roles(before).Should().BeEquivalentTo("assessor True", "auditor False");
        (before.Flag("secondFactor/missing"), before.Flag("secondFactor/enrolled")).Should().Be((true, false));
        (await Host.With(person.Access, HttpMethod.Get, "/audit")).Problem(403, "secondFactorNeeded");

        var app = await Host.Enrol(person);
        await Expect(person);

        await Expect(await Host.SignedInAgain(person, app.CodeAt(Now + Authenticator.Step)));
    }

    [Test]
    public async Task A_session_from_before_the_enrolment_of_another_stays_without_it()
    {
        var first = await Host.GivenPerson(People.Auditor);
        var second = await Host.SignedInAgain(first);

        await Host.Enrol(second);

        (await Host.Me(first.Access)).Ok().Flag("roles/0/counts").Should().BeFalse();
        (await Host.Me(second.Access)).Ok().Flag("roles/0/counts").Should().BeTrue();
    }

    private DateTimeOffset Now => Host.Clock.GetUtcNow();

    private async Task Expect(Person person)
    {
        var me = (await Host.Me(person.Access)).Ok();
        Roles(me).Should().BeEquivalentTo("assessor True", "auditor True");
        (me.Flag("secondFactor/missing"), me.Flag("secondFactor/enrolled")).Should().Be((false, true));
    }

    private Task<Reply> Confirm(Person person, string otp) => Host.With(person.Access, HttpMethod.Put, "/me/authenticator", new { otp });

    private static IEnumerable<string> Roles(JsonElement me) => me.Items("roles").Select(role => $"{role.Text("role")} {role.Flag("counts")}");
}

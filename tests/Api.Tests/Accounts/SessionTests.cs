using Compliance.TestKit.Accounts;

namespace Compliance.Api.Tests.Accounts;

/// <summary>A session ends for its very next request, whoever ends it and however.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class SessionTests(string provider) : AccountTests(provider)
{
    private const string Next = "Perahu pulang sebelum hujan";

    [Test]
    public async Task Everybody_sees_and_ends_own_sessions()
    {
        var first = await Host.GivenPerson();
        var second = await Host.SignedInAgain(first);
        var sessions = await Sessions(second);
        sessions.Should().HaveCount(2);
        sessions.Select(each => each.Flag("current")).Should().Equal(true, false);

        (await End(second, sessions[1].Text("id")!)).Ok().Number("ended").Should().Be(1);

        await ExpectEnded(first);
        (await Sessions(second)).Should().ContainSingle();
        (await End(second, sessions[1].Text("id")!)).Ok().Number("ended").Should().Be(0);
        (await End(second, sessions[0].Text("id")!)).Ok();
        await ExpectEnded(second);
    }

    [Test]
    public async Task Nobody_ends_the_session_of_another()
    {
        var (mine, other) = (await Host.GivenPerson(), await Host.GivenPerson());
        var id = (await Sessions(other))[0].Text("id")!;

        (await End(mine, id)).Problem(404, "notFound");

        (await Host.Me(other.Access)).Ok();
    }

    [Test]
    public async Task Changing_the_password_ends_the_other_sessions()
    {
        var first = await Host.GivenPerson();
        var second = await Host.SignedInAgain(first);

        (await ChangePassword(second, People.Password, Next)).Ok().Number("sessionsEnded").Should().Be(1);

        await ExpectEnded(first);
        (await Host.Me(second.Access)).Ok();
        (await Host.SignIn(first.Email)).Problem(401, "signInRefused");
        (await Host.SignIn(first.Email, Next)).Ok();
    }

    [Test]
    public async Task The_password_changes_only_for_who_knows_the_present_one()
    {
        var first = await Host.GivenPerson();
        var second = await Host.SignedInAgain(first);

        (await ChangePassword(second, "Bukan kata sandi saya 77", Next)).Problem(422, "passwordWrong");
        (await ChangePassword(second, People.Password, "ikan hiu")).Errors(422, "passwordRefused").Should().Equal("/next passwordTooShort");

        (await Host.Me(first.Access)).Ok();
        (await Host.SignIn(first.Email)).Ok();
    }

    [Test]
    public async Task Whoever_holds_a_session_cannot_guess_the_password_for_ever()
    {
        var person = await Host.GivenPerson();

        for (var failure = 0; failure < 5; failure++)
        {
            (await ChangePassword(person, "Bukan kata sandi saya 77", Next)).Problem(422, "passwordWrong");
        }

        (await ChangePassword(person, People.Password, Next)).Problem(422, "passwordWrong");
    }

    [Test]
    public async Task An_administrator_signs_somebody_out_everywhere()
    {
        var first = await Host.GivenPerson();
        var second = await Host.SignedInAgain(first);
        (await Host.Me(first.Access)).Ok();

        (await Host.AsAdmin(HttpMethod.Delete, $"/users/{first.Id}/sessions")).Ok().Number("ended").Should().Be(2);

        await ExpectEnded(first);
        await ExpectEnded(second);
        (await Host.SignIn(first.Email)).Ok();
    }

    [Test]
    public async Task Whoever_is_disabled_is_out_at_once()
    {
        var person = await Host.GivenPerson(People.AssessorOfRiau);
        (await Host.Me(person.Access)).Ok();

        (await Host.AsAdmin(HttpMethod.Put, $"/users/{person.Id}", new { grants = new[] { People.AssessorOfRiau }, disabled = true }, ("If-Match", "\"v2\""))).Ok()
            .Text("status").Should().Be("disabled");

        await ExpectEnded(person);
    }

    [Test]
    public async Task A_new_invitation_ends_password_authenticator_and_sessions()
    {
        var person = await Host.GivenPerson(People.Auditor);
        await Host.Enrol(person);

        var again = (await Host.AsAdmin(HttpMethod.Post, $"/users/{person.Id}/invitation")).Ok();

        again.Text("user/status").Should().Be("invited");
        await ExpectEnded(person);
        (await Host.SignIn(person.Email)).Problem(401, "signInRefused");
        (await Host.Accept(again.Text("invitation/token")!, Next)).Ok().Flag("secondFactorNeeded").Should().BeTrue();
        var tokens = (await Host.SignIn(person.Email, Next)).Ok();
        var me = (await Host.Me(tokens.Text("accessToken")!)).Ok();
        (me.Flag("secondFactor/enrolled"), me.Flag("roles/0/counts")).Should().Be((false, false));
    }

    private async Task<IReadOnlyList<JsonElement>> Sessions(Person person) => (await Host.With(person.Access, HttpMethod.Get, "/me/sessions")).Ok().Items();

    private Task<Reply> End(Person person, string id) => Host.With(person.Access, HttpMethod.Delete, $"/me/sessions/{id}");

    private Task<Reply> ChangePassword(Person person, string current, string next) =>
        Host.With(person.Access, HttpMethod.Put, "/me/password", new { current, next });

    private async Task ExpectEnded(Person person)
    {
        (await Host.Me(person.Access)).Problem(401, "credentialsInvalid");
        (await Host.Refresh(person.Refresh)).Problem(401, "refreshRefused");
    }
}

using Compliance.TestKit.Accounts;

namespace Compliance.Api.Tests.Accounts;

/// <summary>Nobody registers alone: an administrator invites, and whoever holds the one-time link sets a password.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class InvitationTests(string provider) : AccountTests(provider)
{
    [Test]
    public async Task Whoever_is_invited_sets_a_password_signs_in_and_sees_the_roles()
    {
        var email = People.NewEmail();
        var invited = (await Host.Invite(email, [People.AssessorOfRiau], "Siti Rahmah")).Ok(HttpStatusCode.Created);
        invited.Text("user/status").Should().Be("invited");
        invited.Text("invitation/link").Should().EndWith($"/invitations#{invited.Text("invitation/token")}");

        var accepted = (await Host.Accept(invited.Text("invitation/token")!)).Ok();
        (accepted.Text("email"), accepted.Flag("secondFactorNeeded")).Should().Be((email, false));
        var tokens = (await Host.SignIn(email)).Ok();
        var me = (await Host.Me(tokens.Text("accessToken")!)).Ok();

        (me.Text("id"), me.Text("email"), me.Text("name"), me.Text("kind")).Should().Be((invited.Text("user/id"), email, "Siti Rahmah", "account"));
        (me.Text("roles/0/role"), me.Text("roles/0/office"), me.Flag("roles/0/counts")).Should().Be(("assessor", "14", true));
        tokens.Number("expiresIn").Should().Be(900);
    }

    [Test]
    public async Task An_invitation_is_good_once()
    {
        var (_, token) = await Host.GivenInvited(People.NewEmail(), People.AssessorOfRiau);

        (await Host.Accept(token)).Ok();

        (await Host.Accept(token, "Sesuatu yang lain sekali 7")).Problem(422, "invitationInvalid");
    }

    [Test]
    public async Task Of_many_who_use_an_invitation_at_once_one_sets_the_password()
    {
        var email = People.NewEmail();
        var (_, token) = await Host.GivenInvited(email, People.AssessorOfRiau);
        var passwords = Enumerable.Range(0, 4).Select(index => $"Kapal {index} berlabuh di dermaga").ToList();

        var replies = await Task.WhenAll(passwords.Select(password => Host.Accept(token, password)));

        replies.Should().ContainSingle(reply => reply.Status == HttpStatusCode.OK);
        var winner = replies.ToList().FindIndex(reply => reply.Status == HttpStatusCode.OK);
        (await Host.SignIn(email, passwords[winner])).Ok();
    }

    [Test]
    public async Task An_invitation_expires_after_72_hours()
    {
        await using var host = await Fresh();
        var start = host.Clock.GetUtcNow();
        var (_, late) = await host.GivenInvited(People.NewEmail(), People.AssessorOfRiau);
        var (_, inTime) = await host.GivenInvited(People.NewEmail(), People.AssessorOfRiau);

        host.Clock.Set(start.AddHours(72).AddMinutes(-1));
        (await host.Accept(inTime)).Ok();
        host.Clock.Set(start.AddHours(72).AddMinutes(1));

        (await host.Accept(late)).Problem(422, "invitationInvalid");
    }

    [Test]
    public async Task Only_the_newest_invitation_counts()
    {
        var (id, first) = await Host.GivenInvited(People.NewEmail(), People.AssessorOfRiau);
        var second = (await Host.AsAdmin(HttpMethod.Post, $"/users/{id}/invitation")).Ok().Text("invitation/token")!;

        (await Host.Accept(first)).Problem(422, "invitationInvalid");
        (await Host.Accept(second)).Ok();
    }

    [Test]
    public async Task A_token_that_is_no_invitation_is_refused()
    {
        var (_, token) = await Host.GivenInvited(People.NewEmail(), People.AssessorOfRiau);
        var middle = token.Length / 2;
        var altered = token[..middle] + (token[middle] == 'A' ? 'B' : 'A') + token[(middle + 1)..];
        var person = await Host.GivenPerson(People.AssessorOfRiau);

        foreach (var wrong in new[] { "nonsense", altered, token[..^4], $"{token}AAAA", person.Access, person.Refresh })
        {
            (await Host.Accept(wrong)).Problem(422, "invitationInvalid");
        }

        (await Host.Accept("")).Errors(400, "invalidRequest").Should().Equal("/token required");
        (await Host.Accept(token)).Ok();
    }

    [TestCase("ikan hiu", "/password passwordTooShort")]
    [TestCase("passwordpassword", "/password passwordCommon", "/password passwordPredictable")]
    [TestCase("Rumah Sitompul di ujung jalan", "/password passwordNamesYou")]
    [TestCase("sitompul", "/password passwordTooShort", "/password passwordNamesYou")]
    public async Task A_password_is_refused_with_every_reason_and_the_invitation_stays_good(string password, params string[] reasons)
    {
        var invited = (await Host.Invite(People.NewEmail(), [People.AssessorOfRiau], "Maruli Sitompul")).Ok(HttpStatusCode.Created);
        var token = invited.Text("invitation/token")!;

        (await Host.Accept(token, password)).Errors(422, "passwordRefused").Should().Equal(reasons);

        (await Host.Accept(token)).Ok();
    }
}

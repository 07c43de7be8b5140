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
        invited.Text("invitation/link").Should().EndWith($"/undangan#{invited.Text("invitation/token")}");

        var accepted = (await Host.Accept(invited.Text("invitation/token")!)).Ok();
        (accepted.Text("email"), accepted.Flag("secondFactorNeeded")).Should().Be((email, false));
        var tokens = (await Host.SignIn(email)).Ok();
        var me = (await Host.Me(tokens.Text("accessToken")!)).Ok();

        (me.Text("id"), me.Text("email"), me.Text("name"), me.Text("kind")).Should().Be((invited.Text("user/id"), email, "Siti Rahmah", "account"));
        (me.Text("roles/0/role"), me.Text("roles/0/office"), me.Flag("roles/0/counts")).Should().Be(("assessor", "14", true));
        tokens.Number("expiresIn").Should().Be(900);
    }

    [TestCase("id", "Buat kata sandi")]
    [TestCase("en", "Choose a password")]
    public async Task The_link_opens_a_page_in_the_language_of_the_reader(string language, string title)
    {
        var page = await Host.SendAs(null, HttpMethod.Get, "/undangan", null, ("Accept-Language", language));

        (page.Status, page.ContentHeaders.ContentType!.MediaType).Should().Be((HttpStatusCode.OK, "text/html"));
        page.Text.Should().Contain($"<html lang=\"{language}\">").And.Contain($"<h1>{title}</h1>").And.NotContain("{{");
        page.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("default-src 'none'").And.NotContain("unsafe");
    }

    /// <summary>The policy of the page names its style and its script by their hashes, so a page whose hash differs would not work.</summary>
    [Test]
    public async Task The_policy_of_the_page_allows_its_own_script_and_style()
    {
        var page = await Host.SendAs(null, HttpMethod.Get, "/undangan");
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();

        policy.Should().Contain($"script-src '{Hash("script")}'").And.Contain($"style-src '{Hash("style")}'");

        string Hash(string element)
        {
            var start = page.Text.IndexOf($"<{element}>", StringComparison.Ordinal) + element.Length + 2;
            var content = page.Text[start..page.Text.IndexOf($"</{element}>", StringComparison.Ordinal)];

            return $"sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content)))}";
        }
    }

    [Test]
    public async Task The_old_address_leads_to_the_page()
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler);
        using var reply = await client.GetAsync(new Uri(Host.Client.BaseAddress!, "/invitations"));

        (reply.StatusCode, reply.Headers.Location?.OriginalString).Should().Be((HttpStatusCode.PermanentRedirect, "/undangan"));
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

using Compliance.TestKit.Accounts;

namespace Compliance.Api.Tests.Accounts;

/// <summary>The accounts of persons whom another issuer vouches for.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class OutsidePersonsTests(string provider) : OutsideTests(provider)
{
    private static readonly string[] groups = ["penilai-riau"];

    [Test]
    public async Task An_address_counts_only_once_the_issuer_has_verified_it()
    {
        var (verified, claimed) = (People.NewEmail(), People.NewEmail());

        (await Host.Me(await First.Token(NewSubject(), verified))).Ok().Text("email").Should().Be(verified);
        (await Host.Me(await First.TokenWith(new() { ["sub"] = NewSubject(), ["email"] = claimed, ["email_verified"] = false }))).Ok().Absent("email").Should().BeTrue();
        (await Host.Me(await First.TokenWith(new() { ["sub"] = NewSubject(), ["email"] = claimed }))).Ok().Absent("email").Should().BeTrue();
    }

    [Test]
    public async Task The_address_of_an_account_is_left_with_that_account()
    {
        var person = await Host.GivenPerson(People.AssessorOfRiau);

        var me = (await Host.Me(await First.Token(NewSubject(), person.Email.ToUpperInvariant()))).Ok();

        me.Text("id").Should().NotBe(person.Id);
        me.Absent("email").Should().BeTrue();
        me.Items("roles").Should().BeEmpty();
        (await Host.Me(person.Access)).Ok().Text("email").Should().Be(person.Email);
        (await Host.SignIn(person.Email)).Ok();
    }

    [Test]
    public async Task Whoever_is_disabled_here_is_refused_whatever_the_issuer_says()
    {
        var token = await First.Token(NewSubject(), groups: groups);
        var id = (await Host.Me(token)).Ok().Text("id");

        (await Host.AsAdmin(HttpMethod.Put, $"/users/{id}", new { grants = Array.Empty<object>(), disabled = true }, ("If-Match", "\"v1\""))).Ok();

        (await Host.Me(token)).Problem(401, "credentialsInvalid");
        (await Host.AsAdmin(HttpMethod.Post, $"/users/{id}/invitation")).Problem(422, "noPassword");
    }

    [Test]
    public async Task Nobody_signs_in_with_a_password_to_such_an_account()
    {
        var email = People.NewEmail();
        (await Host.Me(await First.Token(NewSubject(), email, groups))).Ok();

        (await Host.SignIn(email)).Problem(401, "signInRefused");
        (await Host.Invite(email, [People.AssessorOfRiau])).Problem(409, "emailTaken");
    }

    [Test]
    public async Task Many_first_requests_at_once_make_one_account()
    {
        var token = await First.Token(NewSubject(), People.NewEmail(), groups);

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Host.Me(token)));

        replies.Select(reply => reply.Ok().Text("id")).Distinct().Should().ContainSingle();
    }

    [Test]
    public async Task Names_and_addresses_that_cannot_be_kept_shut_nobody_out()
    {
        var name = new string('n', 300);

        var tooLong = (await Host.Me(await First.TokenWith(new() { ["sub"] = NewSubject(), ["name"] = name, ["email"] = $"{name}@contoh.go.id", ["email_verified"] = true }))).Ok();
        var withNul = (await Host.Me(await First.TokenWith(new() { ["sub"] = NewSubject(), ["name"] = "Siti\0Rahmah" }))).Ok();

        (tooLong.Absent("name"), tooLong.Absent("email"), withNul.Absent("name")).Should().Be((true, true, true));
        await Refused(await First.Token(new string('s', 201)));
        await Refused(await First.Token("orang\0ini"));
    }

    [Test]
    public async Task Assessments_are_assigned_by_address_and_answered_with_a_token()
    {
        var email = People.NewEmail();
        var token = await First.Token(NewSubject(), email, groups);
        (await Host.Me(token)).Ok();
        (await Host.Post($"{Api}/cycles", Assessing.Cycle2026)).Ok(HttpStatusCode.Created);
        var unit = (await Host.UnitsOfIndragiriHilir())[0];
        var planned = (await Host.Post($"{Api}/cycles/2026/assessments", new { units = new[] { unit }, assessor = email })).Ok();
        var path = $"/assessments/{planned.Text("items/0/id")}";

        var answers = new JsonObject { ["answers"] = new JsonArray(Sheets.Sent(Sheets.Level("process.standard.cost", "product:1", 3))) };
        (await Host.With(token, HttpMethod.Put, $"{path}/answers", answers)).Outcomes().Should().Equal("stored 1");

        var another = await First.Token(NewSubject(), People.NewEmail(), groups);
        (await Host.With(another, HttpMethod.Get, path)).Problem(404, "notFound");
    }

    private async Task Refused(string token) => (await Host.Me(token)).Problem(401, "credentialsInvalid");
}

using Compliance.TestKit.Accounts;

namespace Compliance.Api.Tests.Accounts;

/// <summary>What an administrator can put into an invitation, and that nobody else invites.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class InvitingTests(string provider) : AccountTests(provider)
{
    [Test]
    public async Task Every_role_that_cannot_be_granted_is_named()
    {
        object[] grants =
        [
            People.AssessorOfRiau,
            new { role = "assessor", office = "98" },
            new { role = "officeHead" },
            new { role = "liaison", institution = "99.99" },
            new { role = "auditor", office = "14" },
            new { role = "integrator" },
            new { role = "assessor", office = "14", cycle = 1 },
        ];

        (await Host.Invite(People.NewEmail(), grants)).Errors(422, "grantsRefused").Should().BeEquivalentTo(
            "/grants/1/office unknownOffice",
            "/grants/2/office officeNeeded",
            "/grants/3/institution unknownInstitution",
            "/grants/4/office officeNotForRole",
            "/grants/5/role integratorsUseKeys",
            "/grants/6/cycle yearOutOfRange");
    }

    [Test]
    public async Task An_unknown_role_cannot_be_read() =>
        (await Host.Invite(People.NewEmail(), [new { role = "emperor" }])).Errors(400, "malformedRequest").Should().ContainSingle().Which.Should().StartWith("/grants/0/role");

    [TestCase("", "/email required")]
    [TestCase("nobody", "/email notAnEmail")]
    public async Task What_is_no_address_is_refused(string email, string error) =>
        (await Host.Invite(email, [People.AssessorOfRiau])).Errors(400, "invalidRequest").Should().Contain(error);

    [Test]
    public async Task The_same_id_again_gives_the_same_user_without_a_second_token()
    {
        var (id, email) = (Guid.NewGuid(), People.NewEmail());
        var first = (await Host.Invite(email, [People.AssessorOfRiau], id: id)).Ok(HttpStatusCode.Created);

        var again = (await Host.Invite(email, [People.AssessorOfRiau], id: id)).Ok(HttpStatusCode.Created);

        again.Text("user/id").Should().Be(first.Text("user/id")).And.Be(id.ToString());
        (first.Absent("invitation"), again.Absent("invitation")).Should().Be((false, true));
        (await Host.Invite(People.NewEmail(), [People.AssessorOfRiau], id: id)).Problem(409, "idTaken");
        (await Host.Accept(first.Text("invitation/token")!)).Ok();
    }

    [Test]
    public async Task An_address_belongs_to_one_account_however_it_is_written()
    {
        var email = People.NewEmail();
        await Host.GivenInvited(email, People.AssessorOfRiau);

        (await Host.Invite(email, [People.AssessorOfRiau])).Problem(409, "emailTaken");
        (await Host.Invite(email.ToUpperInvariant(), [People.AssessorOfRiau])).Problem(409, "emailTaken");
    }

    [Test]
    public async Task Of_two_who_invite_the_same_address_at_once_one_does()
    {
        var email = People.NewEmail();

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Host.Invite(email, [People.AssessorOfRiau])));

        replies.Select(reply => (int)reply.Status).Order().Should().Equal(201, 409, 409, 409);
        (await Host.AsAdmin(HttpMethod.Get, $"/users?email={email}")).Ok().Items().Should().ContainSingle();
    }

    [Test]
    public async Task Nobody_registers_alone()
    {
        var person = await Host.GivenPerson(People.AssessorOfRiau);
        var body = new { email = People.NewEmail(), grants = new[] { People.AssessorOfRiau } };

        (await Host.AsNobody(HttpMethod.Post, "/users", body)).Problem(401, "credentialsNeeded");
        (await Host.With(person.Access, HttpMethod.Post, "/users", body)).Problem(403, "notAllowed");
        (await Host.AsAdmin(HttpMethod.Get, $"/users?email={body.email}")).Ok().Items().Should().BeEmpty();
    }
}

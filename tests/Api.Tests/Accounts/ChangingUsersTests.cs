using Compliance.TestKit.Accounts;

namespace Compliance.Api.Tests.Accounts;

/// <summary>Administrators change others' roles, each from the version they have read, and never their own.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ChangingUsersTests(string provider) : AccountTests(provider)
{
    private static readonly object Assessor = new { name = "Siti Rahmah", grants = new[] { People.AssessorOfRiau } };
    private static readonly object Nothing = new { name = "Siti Rahmah", grants = Array.Empty<object>() };

    [Test]
    public async Task A_change_names_the_version_it_was_made_from()
    {
        var person = await Host.GivenPerson();
        var read = await Host.AsAdmin(HttpMethod.Get, $"/users/{person.Id}");
        read.Ok();

        (await Host.AsAdmin(HttpMethod.Put, $"/users/{person.Id}", Assessor)).Problem(428, "ifMatchMissing");
        (await Change(person, Assessor, "\"v8\"")).Problem(412, "versionDiffers");
        (await Change(person, Assessor, "\"something\"")).Problem(412, "versionDiffers");
        var changed = await Change(person, Assessor, read.ETag);

        (changed.Ok().Number("version"), changed.ETag).Should().Be((3, "\"v3\""));
        (await Host.AsAdmin(HttpMethod.Get, $"/users/{person.Id}")).ETag.Should().Be(changed.ETag);
        (await Change(person, Nothing, read.ETag)).Problem(412, "versionDiffers");
        (await Change(person, Nothing, changed.ETag)).Ok();
    }

    [TestCase("\"v2\"", 200)]
    [TestCase("\"v2.5c1f\"", 200)]
    [TestCase("\"other\", \"v2\"", 200)]
    [TestCase("W/\"v3\", \"v2\"", 200)]
    [TestCase("\"v2.5c1f\",\"v2.77aa\",", 200)]
    [TestCase("\"v1\", \"v2\", \"v3\"", 200)]
    [TestCase("\"v1\", \"v3\"", 412)]
    [TestCase("\"v1\", W/\"v2\"", 412)]
    [TestCase("W/\"v2\"", 412)]
    [TestCase("*", 200)]
    [TestCase("*, \"v2\"", 412)]
    [TestCase("\"*\"", 412)]
    [TestCase("v2", 412)]
    [TestCase("\"v2", 412)]
    [TestCase("\"v2\"x", 412)]
    [TestCase("\"v2\" \"v2\"", 412)]
    [TestCase("\"v2.5c\"1f\"", 412)]
    [TestCase("\"v2\", other", 412)]
    [TestCase("\"2\"", 412)]
    [TestCase("\"v\"", 412)]
    [TestCase("\"v.2\"", 412)]
    [TestCase("\"v-2\"", 412)]
    [TestCase("\"v 2\"", 412)]
    [TestCase("\"v99999999999\"", 412)]
    public async Task If_Match_names_versions_by_strong_tags(string header, int status)
    {
        var person = await Host.GivenPerson();

        ((int)(await Change(person, Assessor, header)).Status).Should().Be(status);
    }

    [Test]
    public async Task Of_many_changes_from_one_version_one_is_made()
    {
        var person = await Host.GivenPerson();

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Change(person, Assessor, "\"v2\"")));

        replies.Should().ContainSingle(reply => reply.Status == HttpStatusCode.OK);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should().AllSatisfy(reply => ((int)reply.Status).Should().BeOneOf(409, 412));
        (await Host.AsAdmin(HttpMethod.Get, $"/users/{person.Id}")).Ok().Number("version").Should().Be(3);
    }

    [Test]
    public async Task Roles_count_for_open_sessions_at_once()
    {
        var person = await Host.GivenPerson();
        (await Host.With(person.Access, HttpMethod.Get, "/assessments")).Problem(403, "notAllowed");

        (await Change(person, Assessor, "\"v2\"")).Ok();
        (await Host.With(person.Access, HttpMethod.Get, "/assessments")).Ok();
        (await Change(person, Nothing, "\"v3\"")).Ok();

        (await Host.With(person.Access, HttpMethod.Get, "/assessments")).Problem(403, "notAllowed");
    }

    [Test]
    public async Task Nobody_changes_the_own_access()
    {
        var person = await Host.GivenPerson(People.Administrator);
        await Host.Enrol(person);
        var path = $"/users/{person.Id}";
        object[] grants = [People.Administrator, People.Auditor];

        (await Host.With(person.Access, HttpMethod.Put, path, new { grants }, ("If-Match", "\"v2\""))).Problem(422, "ownAccess");
        (await Host.With(person.Access, HttpMethod.Put, path, new { grants = Array.Empty<object>() }, ("If-Match", "\"v2\""))).Problem(422, "ownAccess");
        (await Host.With(person.Access, HttpMethod.Put, path, new { grants = grants[..1], disabled = true }, ("If-Match", "\"v2\""))).Problem(422, "ownAccess");

        var renamed = (await Host.With(person.Access, HttpMethod.Put, path, new { name = "Baru", grants = grants[..1] }, ("If-Match", "\"v2\""))).Ok();
        renamed.Text("name").Should().Be("Baru");
    }

    [Test]
    public async Task What_cannot_be_granted_is_named()
    {
        var person = await Host.GivenPerson();

        (await Change(person, new { grants = new[] { new { role = "assessor", office = "98" } } }, "\"v2\"")).Errors(422, "grantsRefused")
            .Should().Equal("/grants/0/office unknownOffice");
        (await Change(person, new { name = "Siti" }, "\"v2\"")).Errors(400, "invalidRequest").Should().Equal("/grants required");
        (await Change(person, new { name = new string('a', 201), grants = Array.Empty<object>() }, "\"v2\"")).Errors(400, "invalidRequest").Should().Equal("/name tooLong");
    }

    [Test]
    public async Task Whoever_is_unknown_cannot_be_changed()
    {
        var nobody = new Person(Guid.NewGuid().ToString(), "", "", "");

        (await Change(nobody, Nothing, "\"v2\"")).Problem(404, "notFound");
        (await Host.AsAdmin(HttpMethod.Get, $"/users/{nobody.Id}")).Problem(404, "notFound");
        (await Host.AsAdmin(HttpMethod.Post, $"/users/{nobody.Id}/invitation")).Problem(404, "notFound");
        (await Host.AsAdmin(HttpMethod.Delete, $"/users/{nobody.Id}/sessions")).Problem(404, "notFound");
    }

    private Task<Reply> Change(Person person, object body, string etag) => Host.AsAdmin(HttpMethod.Put, $"/users/{person.Id}", body, ("If-Match", etag));
}

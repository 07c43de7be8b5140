namespace Compliance.Api.Tests.Reminders;

/// <summary>Where posts are reached: kept by those whose it is, and read by nobody else.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ContactTests(string provider) : ApiTests(provider)
{
    private const string OfRiau = $"{Api}/offices/14/contacts";

    [Test]
    public async Task They_are_empty_until_somebody_writes_them_and_replaced_as_a_whole()
    {
        await using var host = await Fresh();
        var empty = await host.SendAs("liaison.14.04", HttpMethod.Get, Reminding.Contacts);
        (empty.Ok().Items("contacts").Count, empty.ETag).Should().Be((0, "\"v1\""));

        var written = await host.Change("liaison.14.04", Reminding.Contacts, new { contacts = Reminding.Posts }, 1);
        written.Ok().Items("contacts").Select(each => (each.Text("post"), each.Text("title"), each.Text("email"), each.Text("language"))).Should().Equal(
            ("personInCharge", "Kepala DPMPTSP", "dpmptsp@inhil.example", "indonesian"), ("headOfAgency", "Bupati", "bupati@inhil.example", "english"));
        written.ETag.Should().Be("\"v2\"").And.Be((await host.SendAs("admin", HttpMethod.Get, Reminding.Contacts)).ETag);
        (await host.Change("head.riau", Reminding.Contacts, new { contacts = Array.Empty<object>() }, 2)).Ok().Items("contacts").Should().BeEmpty();
    }

    [Test]
    public async Task An_office_has_contacts_of_its_own()
    {
        await using var host = await Fresh();
        await host.GivenContacts(OfRiau, "head.riau", new { post = "headOfAgency", email = "riau@ombudsman.example" });

        (await host.SendAs("admin", HttpMethod.Get, OfRiau)).Ok().Text("office").Should().Be("14");
        (await host.SendAs("liaison.14.04", HttpMethod.Get, OfRiau)).Problem(403, "outsideScope");
        (await host.SendAs("head.riau", HttpMethod.Get, $"{Api}/offices/00/contacts")).Problem(403, "outsideScope");
        (await host.SendAs("admin", HttpMethod.Get, $"{Api}/offices/00/contacts")).Ok();
        (await host.SendAs("admin", HttpMethod.Get, $"{Api}/offices/99/contacts")).Problem(404, "notFound");
    }

    [Test]
    public async Task Nobody_else_reads_or_writes_them()
    {
        await using var host = await Fresh();
        await host.GivenContacts();

        (await host.SendAs("liaison.14.01", HttpMethod.Get, Reminding.Contacts)).Problem(403, "outsideScope");
        (await host.SendAs("verifier", HttpMethod.Get, Reminding.Contacts)).Problem(403, "notAllowed");
        (await host.SendAs(null, HttpMethod.Get, Reminding.Contacts)).Problem(401, "credentialsNeeded");
        (await host.Change("liaison.14.01", Reminding.Contacts, new { contacts = Array.Empty<object>() }, 2)).Problem(403, "outsideScope");
        (await host.Change("liaison.14.04", Reminding.Contacts, new { contacts = Array.Empty<object>() }, 1)).Problem(412, "versionDiffers");
        (await host.Change("liaison.14.04", Reminding.Contacts, new { contacts = Array.Empty<object>() }, null)).Problem(428, "ifMatchMissing");
    }

    [Test]
    public async Task All_that_is_wrong_is_said_at_once_and_nothing_is_stored()
    {
        await using var host = await Fresh();
        var wrong = new { contacts = new object[] { new { title = "Bupati", email = "bupati" }, new { post = "headOfAgency" } } };
        (await host.Change("liaison.14.04", Reminding.Contacts, wrong, 1)).Errors(400, "invalidRequest")
            .Should().BeEquivalentTo("/contacts/0/post required", "/contacts/0/email notAnEmail", "/contacts/1/email required");
        (await host.Change("liaison.14.04", Reminding.Contacts, new { }, 1)).Errors(400, "invalidRequest").Should().Equal("/contacts required");

        var twice = new { contacts = new[] { Reminding.Posts[0], Reminding.Posts[0] } };
        (await host.Change("liaison.14.04", Reminding.Contacts, twice, 1)).Errors(422, "contactsRefused").Should().Equal("/contacts/1 contactTwice");
        (await host.SendAs("liaison.14.04", HttpMethod.Get, Reminding.Contacts)).ETag.Should().Be("\"v1\"");
    }

    [Test]
    public async Task The_audit_says_that_they_changed_and_keeps_the_addresses_apart()
    {
        await using var host = await Fresh();
        await host.GivenContacts();

        var entry = (await host.SendAs("auditor", HttpMethod.Get, $"{Api}/audit?resource=contacts/institutions/14.04")).Ok().Items().Single();
        entry.GetProperty("changes").ToString().Should().Contain("address_books").And.NotContain("inhil.example");
        entry.GetProperty("personal").ToString().Should().Contain("dpmptsp@inhil.example");
    }
}

using Compliance.Api.Tests.Access;
using Compliance.Api.Tests.Agreements;
using Compliance.Api.Tests.Commitments;

namespace Compliance.Api.Tests.FollowUp;

/// <summary>How the list of all that is due is cut and whose it is, whichever way it is read.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class FollowUpPagesTests(string provider) : ApiTests(provider)
{
    private const string List = $"{Api}/follow-ups";

    /// <summary>With one of each kind, for the tests that only read them, one after the other.</summary>
    private ApiHost ofEach = null!;

    [OneTimeSetUp]
    public async Task MakeOfEach()
    {
        ofEach = await Fresh();
        await ofEach.GivenCommitment();
        await ofEach.GivenCorrectiveAction();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (ofEach is not null)
        {
            await ofEach.DisposeAsync();
        }
    }

    [Test]
    public async Task Pages_of_any_length_hold_everything_once_and_in_the_same_order()
    {
        await using var host = await Fresh();
        var agreement = await host.GivenMou();

        foreach (var day in new[] { "2024-03-01", "2024-03-02", "2024-03-02", "2024-03-04" })
        {
            await host.GivenCorrectiveAction(FollowingUp.Demand with { DueOn = day });
            await host.GivenCommitment(Promising.Promise(day, day), agreement);
        }

        var all = (await host.SendAs("head.riau", HttpMethod.Get, List)).Ok().Items().Select(each => (Day: each.Text("dueOn"), Id: each.Text("id"))).ToList();

        all.Should().HaveCount(8).And.BeInAscendingOrder();

        foreach (var caller in new[] { "head.riau", "liaison.14.04", "auditor" })
        {
            for (var limit = 1; limit <= all.Count + 1; limit++)
            {
                (await Pages(host, caller, limit)).Should().Equal(all.Select(each => each.Id), "{0} reads {1} at a time", caller, limit);
            }
        }
    }

    [Test]
    public async Task An_institution_sees_whatever_its_agreements_hold_whoever_is_obliged()
    {
        await using var host = await Fresh();
        var ofOffice = Promising.Promise().With("obligated", new JsonObject { ["office"] = "14" });
        (await host.Make(await host.GivenMou(), ofOffice)).Ok(HttpStatusCode.Created);

        (await host.SendAs("liaison.14.04", HttpMethod.Get, List)).Ok().Items().Select(each => each.Text("obligated/office")).Should().Equal("14");
        (await host.SendAs("liaison.14.04", HttpMethod.Get, $"{List}?institution=14.04")).Ok().Items().Should().BeEmpty();
        (await host.SendAs("liaison.14.01", HttpMethod.Get, List)).Ok().Items().Should().BeEmpty();
    }

    [Test]
    public async Task Who_speaks_for_two_institutions_sees_the_list_of_both()
    {
        await using var host = await Fresh();
        await host.GivenCommitment();
        await host.GivenCorrectiveAction();
        await host.GivenCorrectiveAction(institution: $"{Api}/institutions/14.01");
        await host.GivenCorrectiveAction(institution: $"{Api}/institutions/14.02");
        var both = await host.GivenPerson("keduanya@uji.example", new { role = "liaison", institution = "14.04" }, new { role = "liaison", institution = "14.01" });

        (await People.SendWith(host, both, HttpMethod.Get, List)).Ok().Items().Select(each => (each.Text("kind"), each.Text("obligated/institution/code"))).Should()
            .BeEquivalentTo([("commitment", "14.04"), ("correctiveAction", "14.04"), ("correctiveAction", "14.01")]);
    }

    [TestCase("head.riau", "?institution=14.04&status=overdue")]
    [TestCase("head.riau", "?office=14&status=open,overdue")]
    [TestCase("auditor", "?status=open,overdue")]
    [TestCase("liaison.14.04", "?status=open,overdue")]
    public async Task Either_kind_is_read_by_one_query_whoever_asks(string caller, string query)
    {
        (await ofEach.SendAs(caller, HttpMethod.Get, List + query)).Ok();
        var before = ofEach.Sql.Commands;

        (await ofEach.SendAs(caller, HttpMethod.Get, List + query)).Ok();

        (ofEach.Sql.Commands - before).Should().Be(2);
    }

    private static async Task<List<string?>> Pages(ApiHost host, string caller, int limit)
    {
        var ids = new List<string?>();

        for (string? next = ""; next is not null;)
        {
            var page = (await host.SendAs(caller, HttpMethod.Get, $"{List}?limit={limit}{(next is "" ? "" : $"&cursor={next}")}")).Ok();
            ids.AddRange(page.Items().Select(each => each.Text("id")));
            next = page.Text("next");
        }

        return ids;
    }
}

using Compliance.TestKit.Accounts;

namespace Compliance.Api.Tests.Accounts;

/// <summary>Access tokens live for minutes, refresh tokens are good once, and a session ends on its own.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class RefreshTests(string provider) : AccountTests(provider)
{
    [Test]
    public async Task A_refresh_token_gets_a_new_pair()
    {
        var person = await Host.GivenPerson();

        var next = await Renewed(Host, person);

        next.Access.Should().NotBe(person.Access);
        next.Refresh.Should().NotBe(person.Refresh);
        (await Host.Me(next.Access)).Ok().Text("id").Should().Be(person.Id);
        await Renewed(Host, next);
    }

    [Test]
    public async Task A_refresh_token_that_comes_again_ends_its_session()
    {
        var person = await Host.GivenPerson();
        var next = await Renewed(Host, person);

        (await Host.Refresh(person.Refresh)).Problem(401, "refreshRefused");

        (await Host.Refresh(next.Refresh)).Problem(401, "refreshRefused");
        (await Host.Me(person.Access)).Problem(401, "credentialsInvalid");
        (await Host.Me(next.Access)).Problem(401, "credentialsInvalid");
    }

    [Test]
    public async Task Of_many_who_use_a_refresh_token_at_once_at_most_one_goes_on()
    {
        var person = await Host.GivenPerson();

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Host.Refresh(person.Refresh)));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().BeLessThanOrEqualTo(1);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should().AllSatisfy(reply => ((int)reply.Status).Should().BeOneOf(401, 409));
    }

    [Test]
    public async Task A_token_of_one_kind_is_none_of_another()
    {
        var person = await Host.GivenPerson();

        (await Host.Me(person.Refresh)).Problem(401, "credentialsInvalid");
        (await Host.Refresh(person.Access)).Problem(401, "refreshRefused");
        (await Host.Refresh("nonsense")).Problem(401, "refreshRefused");
        (await Host.Me("nonsense")).Problem(401, "credentialsInvalid");
        (await Host.Me(person.Access)).Ok();
    }

    [Test]
    public async Task An_access_token_lives_for_fifteen_minutes()
    {
        await using var host = await Fresh();
        var start = host.Clock.GetUtcNow();
        host.Clock.Set(start);
        var person = await host.GivenPerson();

        host.Clock.Set(start.AddMinutes(15).AddSeconds(-1));
        (await host.Me(person.Access)).Ok();
        host.Clock.Set(start.AddMinutes(15));

        (await host.Me(person.Access)).Problem(401, "credentialsInvalid");
        (await host.Me((await Renewed(host, person)).Access)).Ok();
    }

    [Test]
    public async Task A_session_ends_after_fourteen_days_without_use()
    {
        await using var host = await Fresh();
        var start = host.Clock.GetUtcNow();
        host.Clock.Set(start);
        var (idle, used) = (await host.GivenPerson(), await host.GivenPerson());

        host.Clock.Set(start.AddDays(14).AddMinutes(-1));
        await Renewed(host, used);
        host.Clock.Set(start.AddDays(14));

        (await host.Refresh(idle.Refresh)).Problem(401, "refreshRefused");
    }

    [Test]
    public async Task A_session_ends_after_ninety_days_however_much_it_is_used()
    {
        await using var host = await Fresh();
        var start = host.Clock.GetUtcNow();
        host.Clock.Set(start);
        var person = await host.GivenPerson();

        foreach (var day in new[] { 13, 26, 39, 52, 65, 78, 89 })
        {
            host.Clock.Set(start.AddDays(day));
            person = await Renewed(host, person);
        }

        host.Clock.Set(start.AddDays(90));
        (await host.Refresh(person.Refresh)).Problem(401, "refreshRefused");
        (await host.Me(person.Access)).Problem(401, "credentialsInvalid");
    }

    [Test]
    public async Task Two_instances_on_the_same_data_take_each_others_tokens()
    {
        await using var other = await Beside(Host);
        var person = await Host.GivenPerson(People.AssessorOfRiau);

        (await other.Me(person.Access)).Ok().Text("id").Should().Be(person.Id);
        var next = await Renewed(other, person);
        (await Host.Me(next.Access)).Ok().Text("id").Should().Be(person.Id);
        await Renewed(Host, next);

        (await Host.Refresh(person.Refresh)).Problem(401, "refreshRefused");
        (await other.Refresh(next.Refresh)).Problem(401, "refreshRefused");
    }

    private static async Task<Person> Renewed(ApiHost host, Person person)
    {
        var tokens = (await host.Refresh(person.Refresh)).Ok();

        return person with { Access = tokens.Text("accessToken")!, Refresh = tokens.Text("refreshToken")! };
    }
}

namespace Compliance.Api.Tests;

/// <summary>Outside Development the demo accounts do not exist, also where a database with them is opened.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class OutsideDevelopmentTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task Demo_accounts_cannot_sign_in()
    {
        await using var host = await Fresh("Production");

        (await host.SendAs(null, HttpMethod.Post, $"{Api}/tokens", JsonContent.Create(new { email = "admin@demo.example", password = "Kepatuhan-Demo-2023" })))
            .Problem(401, "signInRefused");
    }

    [Test]
    public async Task Tokens_of_demo_accounts_open_nothing()
    {
        var development = await Fresh();
        (await development.SendAs("admin", HttpMethod.Get, $"{Api}/assessments")).Ok();
        await using var host = await development.StartAgain("Production");

        (await host.SendAs("admin", HttpMethod.Get, $"{Api}/assessments")).Problem(401, "credentialsInvalid");
        (await host.SendAs("admin", HttpMethod.Get, $"{Api}/rankings?year=2023")).Problem(401, "credentialsInvalid");
    }

    [Test]
    public async Task Everyone_reads_what_is_announced_and_scores()
    {
        await using var host = await Fresh("Production");

        (await host.Get($"{Api}/institutions/14.01/results/2022")).Text.Should().Be((await Get($"{Api}/institutions/14.01/results/2022")).Text);
        (await host.Get($"{Api}/rankings?year=2023")).Ok().Items().Should().NotBeEmpty();
        (await host.Post($"{Api}/scores/institution", new { instrument = "2023", units = new[] { 60.8m } })).Ok().Text("zone/code").Should().Be("yellow");
    }
}

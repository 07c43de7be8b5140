using Compliance.Api.Tests.Agreements;

namespace Compliance.Api.Tests.Commitments;

/// <summary>All agreements that an office looks after, in one.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class PortfolioTests(string provider) : ApiTests(provider)
{
    private const string Portfolio = $"{Api}/offices/14/agreements-health/summary";

    [Test]
    public async Task The_portfolio_of_an_office_counts_what_each_agreement_counts()
    {
        await using var host = await Fresh();
        host.Clock.Set(Promising.Now);
        var before = (await host.SendAs("head.riau", HttpMethod.Get, Portfolio)).Ok();
        var kept = await host.GivenCommitment(Promising.Promise().With("weight", 3));
        await host.GivenCommitment(Promising.Promise().With("obligated", new JsonObject { ["institution"] = "14.01" }), await host.GivenMou("14.01"));
        await host.GivenAgreement(Agreeing.Pks());
        (await host.ReportDone(kept)).Ok(HttpStatusCode.Created);
        (await host.CloseDeadline(kept, 2)).Ok();
        host.Clock.Set(new(2024, 7, 10, 3, 0, 0, TimeSpan.Zero));

        var portfolio = (await host.SendAs("auditor", HttpMethod.Get, Portfolio)).Ok();

        (portfolio.Number("agreements/inForce") - before.Number("agreements/inForce"), portfolio.Number("agreements/forming") - before.Number("agreements/forming"))
            .Should().Be((3m, 0m), "the demo's PKS was forming on 1 March and took effect on the 4th");
        (portfolio.Number("commitments/closed"), portfolio.Number("commitments/overdue"), portfolio.Number("commitments/open")).Should().Be((1m, 1m, 0m));
        (portfolio.Number("closedShare"), portfolio.Number("onTimeShare"), portfolio.Number("overdueDays"), portfolio.Number("longestOverdue"), portfolio.Text("asOf"))
            .Should().Be((0.75m, 0.75m, 10m, 10m, "2024-07-10"));
    }

    [Test]
    public async Task Everybody_sees_what_is_theirs()
    {
        await using var host = await Fresh();
        await host.GivenCommitment();

        (await host.SendAs("liaison.14.04", HttpMethod.Get, Portfolio)).Ok().Number("commitments/open").Should().Be(1);
        (await host.SendAs("liaison.14.01", HttpMethod.Get, Portfolio)).Ok().Number("commitments/open").Should().Be(0);
        var nobodys = (await host.SendAs("auditor", HttpMethod.Get, $"{Api}/offices/13/agreements-health/summary")).Ok();
        (nobodys.Number("agreements/inForce"), nobodys.Absent("closedShare"), nobodys.Absent("lastActivityOn")).Should().Be((0m, true, true));
        (await host.SendAs("assessor.riau", HttpMethod.Get, Portfolio)).Problem(403, "notAllowed");
        (await host.SendAs(null, HttpMethod.Get, Portfolio)).Problem(401, "credentialsNeeded");
    }
}

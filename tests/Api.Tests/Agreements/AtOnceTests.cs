namespace Compliance.Api.Tests.Agreements;

/// <summary>What is judged by what else is on record is judged one after the other, also where it comes in one moment.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class AtOnceTests(string provider) : ApiTests(provider)
{
    private const int Callers = 6;

    [Test]
    public async Task Of_agreements_that_overlap_and_come_at_once_one_is_stored_without_being_confirmed()
    {
        await using var host = await Fresh();

        var replies = await Task.WhenAll(Enumerable.Range(0, Callers)
            .Select(each => host.Register(Agreeing.Spk($"Surat {each}").SignedFrom("2024-01-02", "2024-12-31"))));

        replies.Select(reply => (int)reply.Status).Order().Should().Equal([201, .. Enumerable.Repeat(409, Callers - 1)]);
        var warned = replies.Where(reply => reply.Status == HttpStatusCode.Conflict).ToList();
        warned.Should().OnlyContain(reply => reply.Json.Text("type") == "/problems/agreementOverlaps");
        (await host.SendAs("head.riau", HttpMethod.Get, $"{Agreeing.List}?institution=14.72&kind=spk")).Ok().Items().Should().ContainSingle();
    }

    [Test]
    public async Task Of_forming_ones_that_are_signed_at_once_one_is_signed_without_being_confirmed()
    {
        await using var host = await Fresh();
        var forming = new List<string>();

        for (var each = 0; each < Callers; each++)
        {
            forming.Add(await host.GivenAgreement(Agreeing.Spk($"Surat {each}")));
        }

        var replies = await Task.WhenAll(forming.Select(each => host.Sign(each, 1, "2024-01-02", "2024-12-31")));

        replies.Select(reply => (int)reply.Status).Order().Should().Equal([200, .. Enumerable.Repeat(409, Callers - 1)]);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should().OnlyContain(reply => reply.Json.Text("type") == "/problems/agreementOverlaps");
    }

    [Test]
    public async Task Months_that_settle_the_same_open_reports_at_once_are_judged_one_after_the_other()
    {
        await using var host = await Fresh();
        (await Record(host, "2024-01", 10, 0)).Ok();

        var replies = await Task.WhenAll(Enumerable.Range(2, Callers).Select(month => Record(host, $"2024-{month:00}", 0, 10)));

        replies.Select(reply => (int)reply.Status).Order().Should().Equal([200, .. Enumerable.Repeat(422, Callers - 1)]);
        (await host.SendAs("head.riau", HttpMethod.Get, $"{Api}/institutions/14.04/public-reports")).Ok().Items().Min(month => month.Number("open")).Should().Be(0);
    }

    private static Task<Reply> Record(ApiHost host, string month, int received, int settled) => host.Change(
        "head.riau",
        $"{Api}/institutions/14.04/public-reports/{month}",
        new { received, settled, medianDays = settled == 0 ? (int?)null : 5, over14Days = 0 },
        null);
}

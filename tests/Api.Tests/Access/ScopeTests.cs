namespace Compliance.Api.Tests.Access;

/// <summary>Whoever may not see an assessment finds it nowhere: not in a list, not in a count, not by its address.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ScopeTests(string provider) : ApiTests(provider)
{
    private readonly string database = provider;
    private ApiHost host = null!;
    private Offices offices = null!;

    [OneTimeSetUp]
    public async Task Plan()
    {
        host = await ApiHost.Start(database, settings: People.NoLimits);
        offices = await Offices.Of(host);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    [TestCase("assessor.riau", 2)]
    [TestCase("assessor2.riau", 1)]
    [TestCase("assessor.81", 1)]
    [TestCase("head.riau", 4)]
    [TestCase("head.81", 2)]
    [TestCase("head.13", 0)]
    [TestCase("head.81 of 2025", 0)]
    [TestCase("head.81 and assessor.riau", 2)]
    [TestCase("verifier", 6)]
    [TestCase("auditor", 6)]
    [TestCase("admin", 6)]
    public async Task Lists_and_counts_hold_what_the_caller_may_see(string who, int count)
    {
        var seen = await List(who, "cycle=2026");

        seen.Should().BeEquivalentTo(offices.VisibleTo(who)).And.HaveCount(count);
        (await Ask(who, $"{Api}/cycles/2026")).Ok().Number("assessments").Should().Be(count);
        (await List(who, "cycle=2026&office=14")).Should().BeEquivalentTo(offices.VisibleTo(who).Intersect(offices.Riau));
        (await List(who, "cycle=2026&office=81")).Should().BeEquivalentTo(offices.VisibleTo(who).Intersect(offices.Maluku));
        (await List(who, "cycle=2026&assessor=assessor.riau@demo.example")).Should().BeEquivalentTo(offices.VisibleTo(who).Intersect(offices.Riau.Take(2)));
        (await List(who, "cycle=2026&assessor=assessor.81@uji.example")).Should().BeEquivalentTo(offices.VisibleTo(who).Intersect(offices.Maluku.Take(1)));
    }

    [TestCase("assessor.riau", 2)]
    [TestCase("assessor2.riau", 1)]
    [TestCase("head.81", 2)]
    [TestCase("verifier", 6)]
    public async Task Pages_are_cut_from_what_the_caller_may_see(string who, int count)
    {
        var walked = new List<string>();
        var cursor = "";

        for (var page = 1; page <= count; page++)
        {
            var list = (await Ask(who, $"{Api}/assessments?cycle=2026&limit=1{cursor}")).Ok();
            walked.Add(list.Items().Should().ContainSingle().Which.Text("id")!);
            list.Absent("next").Should().Be(page == count, "there is nothing behind page {0} of {1}", page, count);
            cursor = $"&cursor={Uri.EscapeDataString(list.Text("next") ?? "")}";
        }

        walked.Should().BeEquivalentTo(offices.VisibleTo(who));
        (await Ask(who, $"{Api}/assessments?cycle=2026&limit={count}")).Ok().Absent("next").Should().BeTrue();
    }

    [TestCase("liaison.14.04")]
    [TestCase("method")]
    public async Task Whoever_reads_no_assessments_counts_none(string who)
    {
        (await Ask(who, $"{Api}/assessments")).Problem(403, "notAllowed");
        (await Ask(who, $"{Api}/cycles/2026")).Ok().Number("assessments").Should().Be(0);
    }

    [Test]
    public async Task The_public_counts_none()
    {
        (await host.SendAs(null, HttpMethod.Get, $"{Api}/assessments")).Problem(401, "credentialsNeeded");
        (await host.SendAs(null, HttpMethod.Get, $"{Api}/cycles/2026")).Ok().Number("assessments").Should().Be(0);
    }

    [Test]
    public async Task Anothers_assessment_is_answered_like_one_that_does_not_exist(
        [Values("assessor2.riau", "assessor.81", "head.81", "head.81 of 2025")] string who,
        [Values("", "/form", "/answers", "/score", "/improvements?target=green", "/returns", "/answers/process.standard.requirements/product:1/history")] string route)
    {
        const string absent = "0198c0de-0000-7000-8000-000000000009";
        var hidden = await Ask(who, $"{Api}/assessments/{offices.Riau[0]}{route}");
        var missing = await Ask(who, $"{Api}/assessments/{absent}{route}");

        var detail = hidden.Problem(404, "notFound").Text("detail")!;
        detail.Replace(offices.Riau[0], absent, StringComparison.Ordinal).Should().Be(missing.Problem(404, "notFound").Text("detail"));
    }

    [TestCase("assessor2.riau", 404, "notFound")]
    [TestCase("assessor.81", 404, "notFound")]
    [TestCase("head.riau", 403, "notAllowed")]
    [TestCase("verifier", 403, "notAllowed")]
    [TestCase("admin", 403, "notAllowed")]
    [TestCase("head.81", 403, "notAllowed")]
    [TestCase("head and assessor.riau", 403, "outsideScope")]
    public async Task Nobody_but_the_assignee_answers(string who, int status, string code)
    {
        var sheet = $"{Api}/assessments/{offices.Riau[0]}";
        var before = (await Ask("assessor.riau", $"{sheet}/answers")).Text;
        var item = (await Ask("assessor.riau", $"{sheet}/form")).Ok().Items()[0];
        var body = JsonContent.Create(new
        {
            answers = new[] { new { id = Guid.Parse("0198c0de-0000-7000-8000-00000000000a"), indicator = item.Text("indicator"), subject = item.Text("subject"), level = 1 } },
        });

        (await host.SendWith(await offices.Credentials(who), HttpMethod.Put, $"{sheet}/answers", body)).Problem(status, code);
        (await Ask("assessor.riau", $"{sheet}/answers")).Text.Should().Be(before);
    }

    private async Task<Reply> Ask(string who, string path) => await host.SendWith(await offices.Credentials(who), HttpMethod.Get, path);

    private async Task<IEnumerable<string>> List(string who, string query) =>
        (await Ask(who, $"{Api}/assessments?{query}")).Ok().Texts("items", "id").Select(id => id!);
}

namespace Compliance.Api.Tests.FollowUp;

/// <summary>What an institution says to its result is public once head office has accepted it.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ReplyTests(string provider) : ApiTests(provider)
{
    private const string Address = $"{FollowingUp.Institution}/reply/2023";

    /// <summary>With a draft, for the tests that only read it.</summary>
    private ApiHost drafted = null!;

    [OneTimeSetUp]
    public async Task Draft()
    {
        drafted = await Fresh();
        (await Write(drafted, "Rahasia dulu.", 0)).Ok();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (drafted is not null)
        {
            await drafted.DisposeAsync();
        }
    }

    [Test]
    public async Task The_newest_accepted_text_is_public_and_earlier_ones_stay_readable()
    {
        await using var host = await Fresh();
        (await host.Get(Address)).ETag.Should().StartWith("\"v0.");
        (await Write(host, "Kami memperbaiki jalur landai.", 0)).Ok().Number("version").Should().Be(1);
        Public(await host.Get(Address)).Should().Be((null, 0, true), "a draft is not public");

        (await Moderate(host, true, null, 1)).Ok();
        Public(await host.Get(Address)).Should().Be(("Kami memperbaiki jalur landai.", 1, true));
        (await Write(host, "Jalur landai sudah terpasang.", 2)).Ok();
        Public(await host.Get(Address)).Should().Be(("Kami memperbaiki jalur landai.", 1, true));
        (await Moderate(host, true, null, 3)).Ok();

        var read = await host.Get(Address);
        Public(read).Should().Be(("Jalur landai sudah terpasang.", 2, true));
        read.Json.Items("versions").Select(each => (each.Number("number"), each.Text("text")))
            .Should().Equal((2, "Jalur landai sudah terpasang."), (1, "Kami memperbaiki jalur landai."));
        (await host.Get($"{FollowingUp.Institution}/report-card/2023")).Ok().Text("reply/text").Should().Be("Jalur landai sudah terpasang.");
    }

    [Test]
    public async Task A_rejection_says_why_and_the_institution_reads_it()
    {
        await using var host = await Fresh();
        (await Write(host, "Penilainya keliru.", 0)).Ok();

        (await Moderate(host, false, " ", 1)).Problem(422, "rejectionReasonNeeded");
        (await Moderate(host, false, "Tanpa bukti.", 1)).Ok();

        var own = (await host.SendAs("liaison.14.04", HttpMethod.Get, Address)).Ok();
        (own.Text("draft/status"), own.Text("draft/reason"), own.Absent("text")).Should().Be(("rejected", "Tanpa bukti.", true));
        (await Moderate(host, true, null, 2)).Problem(409, "noDraft");
        (await host.Get($"{FollowingUp.Institution}/report-card/2023")).Ok().Absent("reply").Should().BeTrue();
    }

    [TestCase("liaison.14.04", true)]
    [TestCase("verifier", true)]
    [TestCase("admin", true)]
    [TestCase("auditor", true)]
    [TestCase("head.riau", false)]
    [TestCase("liaison.14.01", false)]
    [TestCase("assessor.riau", false)]
    [TestCase(null, false)]
    public async Task The_draft_is_for_the_institution_and_head_office(string? caller, bool sees)
    {
        var read = await drafted.SendAs(caller, HttpMethod.Get, Address);

        read.Ok().Absent("draft").Should().Be(!sees);
        read.Text.Contains("Rahasia", StringComparison.Ordinal).Should().Be(sees);
    }

    [Test]
    public async Task Only_the_liaison_writes_and_only_head_office_moderates()
    {
        await using var host = await Fresh();
        (await Write(host, "Bukan milik kami.", 0, "liaison.14.01")).Problem(403, "outsideScope");
        (await Write(host, "Dari kantor.", 0, "head.riau")).Problem(403, "notAllowed");
        (await Write(host, "Dari kami.", 0)).Ok().Items("allowedActions").Select(each => each.GetString()).Should().Equal("writeReply");
        (await Moderate(host, true, null, 1, "head.riau")).Problem(403, "notAllowed");
        (await Moderate(host, true, null, 1, "liaison.14.04")).Problem(403, "notAllowed");
        (await host.SendAs("verifier", HttpMethod.Get, Address)).Ok().Items("allowedActions").Select(each => each.GetString()).Should().Equal("moderateReply");
    }

    [Test]
    public async Task Texts_do_not_overwrite_each_other_unseen()
    {
        await using var host = await Fresh();
        (await Write(host, "Satu.", null)).Problem(428, "ifMatchMissing");
        (await Write(host, "Satu.", 0)).Ok();

        (await Write(host, "Dua.", 0)).Problem(412, "versionDiffers");
        (await Write(host, "Satu.", 1)).Ok().Number("version").Should().Be(1, "the same again changes nothing");
        (await Write(host, " ", 1)).Errors(400, "invalidRequest").Should().Equal("/text required");
    }

    [Test]
    public async Task Without_an_announced_result_there_is_nothing_to_reply_to()
    {
        (await drafted.Get($"{FollowingUp.Institution}/reply/2020")).Problem(404, "notFound");
        (await drafted.Change("liaison.14.04", $"{FollowingUp.Institution}/reply/2020", new { text = "Apa?" }, 0)).Problem(404, "notFound");
    }

    private static Task<Reply> Write(ApiHost host, string text, int? version, string caller = "liaison.14.04") =>
        host.Change(caller, Address, new { text }, version);

    private static Task<Reply> Moderate(ApiHost host, bool accepted, string? reason, int version, string caller = "verifier") =>
        host.Change(caller, $"{Address}/moderation", new { accepted, reason }, version);

    private static (string? Text, int Versions, bool NoDraft) Public(Reply reply) =>
        (reply.Ok().Text("text"), reply.Json.Items("versions").Count, reply.Json.Absent("draft"));
}

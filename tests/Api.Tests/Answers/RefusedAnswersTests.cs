namespace Compliance.Api.Tests.Answers;

/// <summary>What is refused is not lost: the assessor reads it, mends it, or gives it up with a reason.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class RefusedAnswersTests(string provider) : ApiTests(provider)
{
    private const string Cost = "process.standard.cost";

    [Test]
    public async Task Refused_items_are_kept_once_as_they_were_sent()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var unreadable = Sheets.Sent(Sheets.Level(Cost, "product:1", 1));
        unreadable["remark"] = "a member nobody knows";
        JsonObject[] batch = [Sheets.Sent(Sheets.Level(Cost, "product:1", 9)), unreadable, Sheets.Level(Cost, "product:2", 1)];

        for (var time = 0; time < 3; time++)
        {
            (await host.PutAnswers(assessment, batch.Select(Copy))).Outcomes().Should().Equal(
                "rejected 422 levelOutOfRange /answers/0/level", "rejected 400 unknownMember /answers/1/remark", "rejected 400 required /answers/2/id");
        }

        var refused = (await host.Get($"{assessment}/refused")).Ok().Items();
        refused.Select(item => (item.Text("id"), item.Text("problem/code"), item.Text("problem/pointer"), item.Text("by/name"))).Should().BeEquivalentTo(new[]
        {
            (IdOf(batch[0]), "levelOutOfRange", "/level", "Demo Assessor Riau"),
            (IdOf(unreadable), "unknownMember", "/remark", "Demo Assessor Riau"),
            ((string?)null, "required", "/id", "Demo Assessor Riau"),
        });
        refused.Single(item => item.Text("id") == IdOf(unreadable)).Text("item/remark").Should().Be("a member nobody knows");
    }

    /// <summary>Requests may be nested 61 deep, and responses 64: they show an item three levels further down, and no usual client reads more.</summary>
    [Test]
    public async Task The_deepest_item_that_is_accepted_can_be_read_again()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var deepest = Nested(59);

        (await SendRaw(host, $"{assessment}/answers", $$"""{"answers":[{{deepest}}]}""")).Outcomes().Should().Equal("rejected 400 malformedValue /answers/0");
        var key = Shown(await host.Get($"{assessment}/refused"), deepest).Text("key");
        (await SendRaw(host, $"{assessment}/refused/{key}/answer", Nested(61))).Ok().Text("outcome").Should().Be("rejected");

        var refused = (await host.Get($"{assessment}/refused")).Ok().Items();
        refused.Select(item => item.At("item").GetRawText()).Should().BeEquivalentTo(deepest, Nested(61));
        (await host.SendAs("auditor", HttpMethod.Get, $"/api/v1/audit?resource={assessment["/api/v1/".Length..]}")).Ok().Items().Should().HaveCountGreaterThan(2);
        (await SendRaw(host, $"{assessment}/refused/{key}/answer", Nested(62))).Problem(400, "malformedRequest");

        static string Nested(int levels) => new string('[', levels) + new string(']', levels);

        static Task<Reply> SendRaw(ApiHost host, string address, string json) =>
            host.SendAs("assessor.riau", HttpMethod.Put, address, ApiCalls.Bytes(System.Text.Encoding.UTF8.GetBytes(json)));

        static JsonElement Shown(Reply reply, string item) => reply.Ok().Items().Single(line => line.At("item").GetRawText() == item);
    }

    [Test]
    public async Task A_right_answer_under_the_same_id_mends_it()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var wrong = Sheets.Sent(Sheets.Level(Cost, "product:1", 9));
        (await host.PutAnswers(assessment, Copy(wrong))).Ok();
        wrong["level"] = 2;

        (await host.PutAnswers(assessment, wrong)).Outcomes().Should().Equal("stored 1");

        (await host.Get($"{assessment}/refused")).Ok().Items().Should().BeEmpty();
    }

    [Test]
    public async Task What_had_no_id_is_mended_by_its_key()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        (await host.PutAnswers(assessment, Sheets.Level(Cost, "product:2", 1))).Ok();
        var key = (await host.Get($"{assessment}/refused")).Ok().Items().Single().Text("key");
        var stillWrong = Sheets.Sent(Sheets.Level(Cost, "product:2", 8));

        var again = (await Put(host, $"{assessment}/refused/{key}/answer", stillWrong)).Ok();
        (again.Text("outcome"), again.Text("problem/code"), again.Text("problem/pointer")).Should().Be(("rejected", "levelOutOfRange", "/level"));
        (await Put(host, $"{assessment}/refused/{key}/answer", Sheets.Sent(Sheets.Level(Cost, "product:2", 1)))).Ok().Text("outcome").Should().Be("stored");

        (await host.Get($"{assessment}/refused")).Ok().Items().Should().ContainSingle().Which.Text("id").Should().Be(IdOf(stillWrong));
        (await Put(host, $"{assessment}/refused/{key}/answer", Sheets.Sent(Sheets.Level(Cost, "product:2", 1)))).Problem(409, "noSuchRefusedItem");
    }

    [Test]
    public async Task What_turns_out_to_be_answered_already_is_off_the_list_for_good()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var stored = Sheets.Sent(Sheets.Level(Cost, "product:1", 3));
        (await host.PutAnswers(assessment, Copy(stored), Sheets.Sent(Sheets.Level(Cost, "product:2", 9)))).Ok();
        var key = (await host.Get($"{assessment}/refused")).Ok().Items().Single().Text("key");

        (await Put(host, $"{assessment}/refused/{key}/answer", stored)).Ok().Text("outcome").Should().Be("unchanged");

        (await host.Get($"{assessment}/refused")).Ok().Items().Should().BeEmpty();
    }

    [Test]
    public async Task What_is_given_up_needs_a_reason_and_stays_in_the_audit()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        (await host.PutAnswers(assessment, Sheets.Sent(Sheets.Level(Cost, "product:1", 9)))).Ok();
        var key = (await host.Get($"{assessment}/refused")).Ok().Items().Single().Text("key");

        (await Put(host, $"{assessment}/refused/{key}/dismissal", new { })).Errors(400, "invalidRequest").Should().Equal("/reason required");
        (await Put(host, $"{assessment}/refused/{key}/dismissal", new { reason = "Salah ketik." })).Ok().Text("key").Should().Be(key);

        (await host.Get($"{assessment}/refused")).Ok().Items().Should().BeEmpty();
        var entry = (await host.SendAs("auditor", HttpMethod.Get, "/api/v1/audit?useCase=dismissAnswer")).Ok().Items().Should().ContainSingle().Subject;
        entry.Text("reason").Should().Be("Salah ketik.");
        entry.ToString().Should().Contain("levelOutOfRange");
    }

    [Test]
    public async Task Ten_thousand_wrong_answers_are_all_kept_and_read_page_by_page()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();

        (await host.PutAnswers(assessment, Enumerable.Range(0, 10_000).Select(_ => Sheets.Sent(Sheets.Level(Cost, "product:1", 9))))).Ok();

        var keys = new HashSet<string?>();
        var address = $"{assessment}/refused?limit=500";

        for (string? next = address; next is not null;)
        {
            var page = (await host.Get(next)).Ok();
            page.Texts("items", "key").Should().OnlyContain(key => keys.Add(key));
            next = page.Text("next") is { } cursor ? $"{address}&cursor={cursor}" : null;
        }

        keys.Should().HaveCount(10_000);
    }

    [TestCase("2038-01-19T03:14:07Z")]
    [TestCase("1970-01-01T00:00:00Z")]
    public async Task A_clock_that_cannot_be_right_is_kept_and_flagged(string observedAt)
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var sent = Sheets.Sent(Sheets.Level(Cost, "product:1", 3));
        sent["observedAt"] = observedAt;

        var item = (await host.PutAnswers(assessment, sent)).Ok().Items().Single();

        (item.Text("outcome"), item.Flag("clockDoubtful")).Should().Be(("stored", true));
        var event1 = (await host.Get($"{assessment}/answers/{Cost}/product:1/history")).Ok().Items().Single();
        (event1.Text("observedAt"), event1.Flag("clockDoubtful")).Should().Be((observedAt, true));
    }

    private static Task<Reply> Put(ApiHost host, string address, object body) =>
        host.SendAs("assessor.riau", HttpMethod.Put, address, JsonContent.Create(body));

    private static string IdOf(JsonObject sent) => sent["id"]!.GetValue<Guid>().ToString();

    private static JsonObject Copy(JsonObject item) => (JsonObject)item.DeepClone();
}

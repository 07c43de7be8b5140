using Compliance.Api.Tests.Planning;

namespace Compliance.Api.Tests.FieldWork;

/// <summary>A device takes the form of one unit, is without a network for a week, and brings everything home.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class OfflineWeekTests(string provider) : ApiTests(provider)
{
    private const string Assessor = "assessor.riau";
    private const string Colleague = "assessor2.riau";
    private const string Head = "head.riau";
    private const int Days = 7;

    /// <summary>The days of the week in the order in which their answers are sent.</summary>
    private static readonly int[] order = [4, 0, 6, 2, 5, 1, 3];

    [Test]
    public async Task A_week_without_a_network_arrives_whole_in_any_order()
    {
        await using var host = await Fresh();
        var (assessment, first) = await GivenFirstVisit(host);
        var tablet = new Tablet(first.Text, "tablet-7");
        var days = Work(tablet, host.Clock);
        var wrong = days[3][0];
        var meant = Mistype(wrong);
        var contested = await AnswerMeanwhile(host, assessment, tablet);

        await SendDays(host, assessment, days, wrong, contested);
        await Mend(host, assessment, wrong, meant);
        await Settle(host, assessment, contested);
        await host.SendSnapshots(assessment, tablet.Snapshots);

        var last = await TakeForm(host, assessment, first.ETag);
        await ShouldHoldOnce(host, assessment, tablet, last, contested);
        await ShouldTellTheDays(host, assessment, days);
        var needed = tablet.Snapshots.Sum(snapshot => snapshot.Places.Count);
        (await host.Read(assessment)).Ok().Shown().Should().Be($"evidenced 218/218 {needed}/{needed} 0/{needed}");
        await ShouldScoreAlike(host, assessment, new(last.Text, "tablet-7"));
        (await host.Change(assessment, "submission", null)).Ok().Text("status").Should().Be("submitted");
        await host.ShouldBeIntact();
    }

    [Test]
    public async Task The_score_of_a_sheet_that_was_never_sent_is_what_the_program_makes_of_it()
    {
        await using var host = await Fresh();
        var (_, first) = await GivenFirstVisit(host);
        var tablet = new Tablet(first.Text, "tablet-7");
        Work(tablet, host.Clock);
        var bare = tablet.Outbox.Select(sent => new JsonObject(sent.Where(member => member.Key is "indicator" or "subject" or "level" or "number" or "checked")
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))));

        var score = (await host.Post($"{Api}/scores", Sheets.Body("2024", bare))).Ok();

        (tablet.Score(), tablet.OutcomeOf(tablet.Score())).Should().Be((score.Number("score")!.Value, (score.Text("category/code"), score.Text("zone/code"))));
    }

    /// <summary>A planned unit with one answer of an earlier visit, and its form.</summary>
    private static async Task<(string Assessment, Reply Form)> GivenFirstVisit(ApiHost host)
    {
        host.Clock.Set(DateTimeOffset.UtcNow);
        var units = await host.GivenCycle();
        var assessment = (await host.GivenPlan(new { units = new[] { units[0] }, assessor = Planned.One })).Single();
        (await host.PutAnswers(assessment, Sheets.Sent(Sheets.Level("process.standard.cost", "product:1", 4)))).Outcomes().Should().Equal("stored 1");
        var form = await host.SendAs(Assessor, HttpMethod.Get, $"{assessment}/form");
        form.Ok();
        (await host.SendAs(Assessor, HttpMethod.Get, $"{assessment}/form", null, ("If-None-Match", form.ETag))).Status.Should().Be(HttpStatusCode.NotModified);

        return (assessment, form);
    }

    /// <summary>Seven days on nothing but the tablet: every day its part of the form and, where that has to be proven, a photo.</summary>
    private static List<JsonObject[]> Work(Tablet tablet, TestClock clock)
    {
        var days = new List<JsonObject[]>();

        foreach (var (part, day) in tablet.Items.Chunk((tablet.Items.Count + Days - 1) / Days).Select((part, day) => (part, day)))
        {
            clock.Set(clock.GetUtcNow().AddDays(1));
            days.Add([.. part.Select((item, index) => tablet.Observe(item, Seen(item, index), clock.GetUtcNow().AddMinutes(index)))]);
            var proven = part.Where(item => item.Text("evidence") == "required").ToList();

            if (proven.Count > 0)
            {
                tablet.Photograph(Samples.Jpeg(day, fill: 100_000), proven, clock.GetUtcNow());
            }
        }

        clock.Set(clock.GetUtcNow().AddDays(1));
        days.Should().HaveCount(Days);

        return days;
    }

    /// <summary>Something else at every place, as the form allows it.</summary>
    private static JsonObject Seen(JsonElement item, int place)
    {
        var answer = Sheets.BestOfItem(item);

        switch (item.Text("kind"))
        {
            case "level":
                answer["level"] = place % ((int)item.Number("highest")! + 1);
                break;
            case "number":
                answer["number"] = 83.4m;
                break;
            default:
                answer["checked"]!.AsArray().RemoveAt(0);
                break;
        }

        return answer;
    }

    /// <returns>The level that was meant.</returns>
    private static int Mistype(JsonObject answer)
    {
        var meant = answer["level"]!.GetValue<int>();
        answer["level"] = 44;

        return meant;
    }

    /// <summary>Meanwhile the head gives a colleague the survey, who sees two observations otherwise and a third one alike.</summary>
    private static async Task<IReadOnlyList<JsonObject>> AnswerMeanwhile(ApiHost host, string assessment, Tablet tablet)
    {
        var assignment = new { assessor = Planned.One, techniques = new[] { new { technique = "survey", assessor = Planned.Other } } };
        (await host.Change(assessment, "assignment", assignment)).Ok();
        var local = tablet.Outbox.Where(sent => sent["indicator"]!.GetValue<string>() == "output.maladministration.undueDelay").Take(3).ToList();
        var sent = local.Select((answer, index) => Sheets.Sent(Sheets.Level(
            answer["indicator"]!.GetValue<string>(), answer["subject"]!.GetValue<string>(), index == 2 ? answer["level"]!.GetValue<int>() : Another(answer))));
        var put = await host.SendAs(Colleague, HttpMethod.Put, $"{assessment}/answers", JsonContent.Create(new JsonObject { ["answers"] = new JsonArray([.. sent]) }));
        put.Outcomes().Should().Equal("stored 1", "stored 1", "stored 1");

        return local;
    }

    private static int Another(JsonObject answer) => answer["level"]!.GetValue<int>() == 0 ? 4 : 0;

    /// <summary>One day is sent twice, and of one the answer is never read.</summary>
    private static async Task SendDays(ApiHost host, string assessment, List<JsonObject[]> days, JsonObject wrong, IReadOnlyList<JsonObject> contested)
    {
        foreach (var day in order)
        {
            var put = await host.PutAnswers(assessment, days[day].Select(Copy));
            put.Ok().Texts("items", "outcome").Should().Equal(days[day].Select(ExpectedOf), "it is day {0}: {1}", day, put.Text);

            if (day == order[1])
            {
                (await host.PutAnswers(assessment, days[day].Select(Copy))).Outcomes().Should().OnlyContain(outcome => outcome.StartsWith("unchanged", StringComparison.Ordinal));
            }

            if (day == order[3])
            {
                await host.SendUnheard(assessment, days[order[4]]);
                (await host.PutAnswers(assessment, days[order[4]].Select(Copy))).Ok();
            }
        }

        string ExpectedOf(JsonObject sent) =>
            sent == wrong ? "rejected"
            : contested.Take(2).Contains(sent) ? "conflict"
            : contested.Contains(sent) || days[order[4]].Contains(sent) ? "unchanged"
            : "stored";
    }

    private static async Task Mend(ApiHost host, string assessment, JsonObject wrong, int meant)
    {
        var refused = (await host.SendAs(Assessor, HttpMethod.Get, $"{assessment}/refused")).Ok().Items().Should().ContainSingle().Subject;
        (refused.Text("id"), refused.Text("problem/code"), refused.Number("item/level")).Should().Be((IdOf(wrong), "levelOutOfRange", 44));
        wrong["level"] = meant;

        (await host.SendAs(Assessor, HttpMethod.Put, $"{assessment}/refused/{refused.Text("key")}/answer", JsonContent.Create(wrong))).Ok().Text("outcome").Should().Be("stored");

        (await host.Get($"{assessment}/refused")).Ok().Items().Should().BeEmpty();
    }

    /// <summary>The head lets the tablet's first answer count and keeps the colleague's second.</summary>
    private static async Task Settle(ApiHost host, string assessment, IReadOnlyList<JsonObject> contested)
    {
        var open = (await host.Get($"{assessment}/conflicts")).Ok().Items();
        open.Select(conflict => conflict.Text("id")).Should().BeEquivalentTo(contested.Take(2).Select(IdOf));
        open.Should().OnlyContain(conflict => conflict.Number("sent/level") != conflict.Number("standing/level"), "both are kept");

        foreach (var (conflict, keep) in contested.Zip(["sent", "standing"]))
        {
            (await host.SendAs(Head, HttpMethod.Put, $"{assessment}/conflicts/{IdOf(conflict)}/settlement", JsonContent.Create(new { keep, reason = "Rekaman wawancara." })))
                .Ok().Text("kept").Should().Be(keep);
        }
    }

    private static async Task<Reply> TakeForm(ApiHost host, string assessment, string earlier)
    {
        var form = await host.SendAs(Assessor, HttpMethod.Get, $"{assessment}/form", null, ("If-None-Match", earlier));
        form.Ok();
        form.ETag.Should().NotBe(earlier);

        return form;
    }

    /// <summary>All that the tablet saw stands, but for the one answer that a colleague's was preferred to; nothing was written twice.</summary>
    private static async Task ShouldHoldOnce(ApiHost host, string assessment, Tablet tablet, Reply form, IReadOnlyList<JsonObject> contested)
    {
        var standing = form.Json.Items().ToDictionary(item => (item.Text("indicator")!, item.Text("subject")!), item => item.At("answer"));
        standing.Should().HaveCount(218);

        foreach (var sent in tablet.Outbox)
        {
            var answer = standing[(sent["indicator"]!.GetValue<string>(), sent["subject"]!.GetValue<string>())];
            var isChange = sent["baseVersion"] is not null || sent == contested[0];
            (Shown(JsonSerializer.SerializeToElement(sent)) == Shown(answer)).Should().Be(sent != contested[1], "{0}", sent);
            (answer.Text("id") == IdOf(sent), answer.Number("version")).Should().Be((sent == contested[0] || !contested.Contains(sent), isChange ? 2 : 1), "{0}", sent);
        }

        (await host.SendAs("auditor", HttpMethod.Get, "/api/v1/audit?useCase=putAnswers&limit=500")).Ok().Items()
            .Where(entry => assessment.EndsWith(entry.Text("resource")!, StringComparison.Ordinal)).Should().HaveCount(Days + 2, "the first visit, the colleague and every day are one entry each, however often they were sent");
        (await host.Get($"{assessment}/evidence?limit=500")).Ok().Items().Select(piece => piece.Text("id"))
            .Should().BeEquivalentTo(tablet.Snapshots.Select(snapshot => $"{snapshot.Id}"));
    }

    /// <summary>What an answer says, as its own members say it.</summary>
    private static string? Shown(JsonElement answer) => new[] { "level", "number", "checked" }
        .Select(name => answer.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null)
        .Single(value => value is not null);

    /// <summary>What was seen on which day is told from when it arrived, and what came twice is told once.</summary>
    private static async Task ShouldTellTheDays(ApiHost host, string assessment, List<JsonObject[]> days)
    {
        foreach (var sent in new[] { days[0][0], days[order[1]][1], days[order[4]][2], days[6][^1] })
        {
            var told = (await host.Get($"{assessment}/answers/{sent["indicator"]}/{sent["subject"]}/history")).Ok().Items()
                .Should().ContainSingle(each => each.Text("id") == IdOf(sent)).Subject;

            told.At("observedAt").GetDateTimeOffset().Should().Be(DateTimeOffset.Parse(sent["observedAt"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture));
            told.At("receivedAt").GetDateTimeOffset().Should().BeCloseTo(host.Clock.GetUtcNow(), TimeSpan.FromMilliseconds(1));
            (told.Text("outcome"), told.Text("device"), told.Text("by/name"), told.Flag("clockDoubtful")).Should().Be(("stored", "tablet-7", "Demo Assessor Riau", false));
        }
    }

    private static async Task ShouldScoreAlike(ApiHost host, string assessment, Tablet tablet)
    {
        var score = (await host.Get($"{assessment}/score")).Ok();

        (tablet.Score(), tablet.OutcomeOf(tablet.Score())).Should().Be((score.Number("score")!.Value, (score.Text("category/code"), score.Text("zone/code"))));
    }

    private static string IdOf(JsonObject sent) => sent["id"]!.GetValue<Guid>().ToString();

    private static JsonObject Copy(JsonObject item) => (JsonObject)item.DeepClone();
}

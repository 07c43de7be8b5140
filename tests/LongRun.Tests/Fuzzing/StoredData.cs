namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>Everything that is stored, read over HTTP from end to end, and whether it hangs together.</summary>
internal sealed class StoredData(FuzzClient client, Caller reader)
{
    private const string Api = "/api/v1";

    /// <summary>Reading a sheet in all its views takes a while, so of very many only so many are read.</summary>
    private const int MostSheets = 40;

    /// <summary>The names of all things, of which none may ever vanish.</summary>
    public async Task<IReadOnlyList<string>> Names() =>
    [
        .. (await All("institutions")).Select(each => $"institution {each.Text("code")}"),
        .. (await All("instruments")).Select(each => $"instrument {each.Text("code")}"),
        .. (await All("cycles")).Select(each => $"cycle {each.Number("year")}"),
        .. (await All("assessments")).Select(each => $"assessment {each.Text("id")}"),
        .. (await All("results", "sort=-year&")).Select(NameOfResult),
    ];

    public async Task HangsTogether()
    {
        (await Names()).Should().OnlyHaveUniqueItems();
        await ResultsHangTogether();
        await SheetsHangTogether();

        foreach (var instrument in await All("instruments"))
        {
            var code = Percent.Encode(instrument.Text("code")!);
            (await Read($"{Api}/instruments/{code}")).Text("sha256").Should().Be(instrument.Text("sha256"));
            (await Read($"{Api}/instruments/{code}/bands")).Items().Should().NotBeEmpty();
        }

        foreach (var cycle in await All("cycles"))
        {
            var details = await Read($"{Api}/cycles/{cycle.Number("year")}");
            (await All("assessments", $"cycle={cycle.Number("year")}&")).Should().HaveCount((int)details.Number("assessments")!);
        }
    }

    private static string NameOfResult(JsonElement result) => $"result {result.Text("institution/code")} {result.Number("year")}";

    /// <summary>The list, each institution's own list, the summary and the ranking tell of the same results.</summary>
    private async Task ResultsHangTogether()
    {
        var listed = await All("results", "sort=-year&");
        var own = new List<string>();

        foreach (var institution in await All("institutions"))
        {
            own.AddRange((await Read($"{Api}/institutions/{Percent.Encode(institution.Text("code")!)}/results?limit=500")).Items().Select(NameOfResult));
        }

        own.Should().BeEquivalentTo(listed.Select(NameOfResult));

        foreach (var year in listed.GroupBy(result => result.Number("year")))
        {
            var total = (await Read($"{Api}/results/summary?year={year.Key}")).At("total");
            (total.Number("assessed") + total.Number("notAssessed")).Should().Be(year.Count());
            (await All("rankings", $"year={year.Key}&")).Should().HaveCount((int)total.Number("scored")!);
        }
    }

    private async Task SheetsHangTogether()
    {
        foreach (var assessment in (await All("assessments")).Take(MostSheets).Select(each => $"{Api}/assessments/{each.Text("id")}"))
        {
            var answered = (await Read($"{assessment}/form")).Items().Where(item => !item.Absent("answer")).Select(NameOfAnswer).ToList();
            var answers = (await Read($"{assessment}/answers")).Items().Select(NameOfAnswer).ToList();
            answers.Should().OnlyHaveUniqueItems().And.BeEquivalentTo(answered);
            (await Read($"{assessment}/score")).Number("completeness/answered").Should().Be((await Read(assessment)).Number("completeness/answered"));
        }
    }

    private static string NameOfAnswer(JsonElement answer) => $"{answer.Text("indicator")} {answer.Text("subject")}";

    private async Task<IReadOnlyList<JsonElement>> All(string list, string query = "")
    {
        var items = new List<JsonElement>();

        for (string? cursor = ""; cursor is not null;)
        {
            var page = await Read($"{Api}/{list}?{query}limit=500{cursor}");
            items.AddRange(page.Items());
            cursor = page.Text("next") is { } next ? $"&cursor={next}" : null;
        }

        return items;
    }

    private async Task<JsonElement> Read(string target)
    {
        var request = FuzzRequest.Get(target).By(reader);
        var reply = await client.Send(request);
        reply.Status.Should().Be(HttpStatusCode.OK, "{0}\n{1}", request, reply.Text);

        return reply.Json;
    }
}

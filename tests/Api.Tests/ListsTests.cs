namespace Compliance.Api.Tests;

/// <summary>How lists are walked, filtered and sorted.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ListsTests(string provider) : ApiTests(provider)
{
    private static readonly string[] Walkable =
    [
        "/institutions", "/institutions?kind=regency", "/results", "/results?sort=score", "/results?sort=-year", "/results?year=2025", "/rankings?year=2023",
        "/rankings?year=2022", "/regions?parent=14", "/instruments", "/institutions/14.03/results", "/institutions/14.04/units", "/assessments",
    ];

    private static readonly string[] Lists = [.. Walkable, "/cycles"];

    [TestCaseSource(nameof(Walkable))]
    public async Task A_walk_meets_everything_exactly_once_whatever_the_limit(string path)
    {
        var whole = await Walk(Shared, path, 500);

        whole.Should().NotBeEmpty().And.OnlyHaveUniqueItems();
        (await Walk(Shared, path, 7)).Should().Equal(whole);
        (await Walk(Shared, path, 1)).Should().Equal(whole);
    }

    [TestCase("/results?sort=-score")]
    [TestCase("/results?sort=score")]
    [TestCase("/results?sort=-year")]
    public async Task A_walk_stays_right_while_rows_are_added(string path)
    {
        await using var host = await Fresh();
        var before = await Walk(host, path, 500);
        var added = 0;
        var met = await Walk(host, path, 7, async () =>
        {
            added++;
            (await host.Import($"year,institution,score\n2019,14.{added:00},{(added % 2 == 0 ? 99.99m : 0.01m)}\n")).Ok();
        }, pagesWithImports: 10);

        added.Should().Be(10);
        met.Should().OnlyHaveUniqueItems();
        met.Where(before.Contains).Should().Equal(before);
    }

    [Test]
    public async Task A_page_links_to_the_next_until_the_last()
    {
        var first = await Get($"{Api}/regions?parent=14&limit=7");
        var link = first.Headers.GetValues("Link").Single();
        var second = await Get(link[1..link.IndexOf('>')]);

        link.Should().EndWith("; rel=\"next\"").And.Contain("parent=14").And.Contain("limit=7");
        first.Ok().Items().Should().HaveCount(7);
        second.Ok().Text("items/0/code").Should().Be("14.08");
        second.Ok().Absent("next").Should().BeTrue();
        second.Headers.Contains("Link").Should().BeFalse();
    }

    [Test]
    public async Task A_page_holds_50_rows_unless_told_otherwise() => (await Get($"{Api}/institutions")).Ok().Items().Should().HaveCount(50);

    [TestCaseSource(nameof(Lists))]
    public async Task A_limit_is_1_to_500(string path)
    {
        (await Get(With(path, "limit=0"))).Errors(400, "invalidRequest").Should().Equal("/limit limitOutOfRange");
        (await Get(With(path, "limit=501"))).Errors(400, "invalidRequest").Should().Equal("/limit limitOutOfRange");
        (await Get(With(path, "limit=abc"))).Errors(400, "invalidRequest").Should().Equal("/limit notANumber");
        (await Get(With(path, "limit=-1"))).Errors(400, "invalidRequest").Should().Equal("/limit notANumber");
    }

    [TestCaseSource(nameof(Lists))]
    public async Task A_cursor_that_is_not_from_a_list_is_refused(string path)
    {
        foreach (var cursor in new[] { "!!!", "YWJj", Cursor("a\0"), Cursor("a", "b", "c"), Cursor("a\0", "b\0", "c\0"), Cursor("a", "b", "c", "d"), Cursor("") })
        {
            var reply = await Get(With(path, $"cursor={cursor}"));

            // A single text is a good cursor of lists that are sorted by one.
            if (reply.Status != HttpStatusCode.OK || cursor == "!!!")
            {
                reply.Errors(400, "invalidRequest").Should().Equal("/cursor badCursor");
            }
        }
    }

    [TestCase("kind=ministry")]
    [TestCase("province=14")]
    [TestCase("province=81&kind=vertical")]
    public async Task Institutions_are_filtered(string filter)
    {
        var all = await WalkItems(Shared, "/institutions", 500);
        var wanted = filter.Split('&').Select(part => part.Split('=')).ToList();

        (await WalkItems(Shared, $"/institutions?{filter}", 500)).Select(each => each.Text("code")).Should().NotBeEmpty().And.Equal(
            all.Where(each => wanted.All(pair => each.Text(pair[0]) == pair[1])).Select(each => each.Text("code")));
    }

    [TestCase("kampar", "14.01")]
    [TestCase("KAB. KAMPAR", null)]
    [TestCase("Tanjungpinang", "21.72")]
    [TestCase("tanjung   pinang", "21.72")]
    [TestCase("100%", null)]
    [TestCase("k_mpar", null)]
    [TestCase("'; DROP TABLE", null)]
    public async Task Institutions_are_found_by_parts_of_their_names(string search, string? code)
    {
        var found = (await Get($"{Api}/institutions?q={Uri.EscapeDataString(search)}")).Ok().Texts("items", "code");

        _ = code is null ? found.Should().BeEmpty() : found.Should().Contain(code);
    }

    [TestCase("year=2022")]
    [TestCase("kind=city")]
    [TestCase("province=18&year=2023")]
    [TestCase("zone=yellow")]
    [TestCase("category=A&year=2022")]
    [TestCase("minScore=82.07")]
    [TestCase("maxScore=82.07")]
    [TestCase("minScore=80&maxScore=90&kind=regency&year=2023")]
    public async Task Results_are_filtered(string filter)
    {
        var all = await WalkItems(Shared, "/results", 500);
        var wanted = filter.Split('&').Select(part => part.Split('=')).ToList();

        (await WalkItems(Shared, $"/results?{filter}", 500)).Select(each => each.Text("id")).Should().NotBeEmpty().And.Equal(
            all.Where(each => wanted.All(pair => Passes(each, pair[0], pair[1]))).Select(each => each.Text("id")));
    }

    [TestCase("zone=purple", "/zone unknownValue")]
    [TestCase("category=Z", "/category unknownValue")]
    public async Task A_zone_or_category_that_no_instrument_knows_is_refused(string filter, string expected) =>
        (await Get($"{Api}/results?{filter}")).Errors(400, "invalidRequest").Should().Equal(expected);

    [Test]
    public async Task A_search_for_punctuation_finds_nothing() =>
        (await Get($"{Api}/institutions?q=...")).Ok().Items("items").Should().BeEmpty();

    [Test]
    public async Task Results_are_sorted_by_score_with_those_without_one_at_the_end()
    {
        var highest = (await WalkItems(Shared, "/results?sort=-score", 500)).Select(each => each.Number("score")).ToList();
        var lowest = (await WalkItems(Shared, "/results?sort=score", 500)).Select(each => each.Number("score")).ToList();

        highest.TakeWhile(score => score is not null).Should().BeInDescendingOrder();
        lowest.TakeWhile(score => score is not null).Should().BeInAscendingOrder();
        highest.SkipWhile(score => score is not null).Should().OnlyContain(score => score == null);
        lowest.SkipWhile(score => score is not null).Should().OnlyContain(score => score == null);
        (await WalkItems(Shared, "/results", 500)).Select(each => each.Number("score")).Should().Equal(highest, "the highest come first unless told otherwise");
    }

    private static bool Passes(JsonElement result, string name, string value) => name switch
    {
        "year" => result.Number("year").ToString() == value,
        "zone" or "category" => !result.Absent(name) && result.Text($"{name}/code") == value,
        "minScore" => result.Number("score") >= decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
        "maxScore" => result.Number("score") <= decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
        _ => result.Text($"institution/{name}") == value,
    };

    private static async Task<List<string>> Walk(ApiHost host, string path, int limit, Func<Task>? between = null, int pagesWithImports = 0) =>
        [.. (await WalkItems(host, path, limit, between, pagesWithImports)).Select(item => item.ToString())];

    private static async Task<List<JsonElement>> WalkItems(ApiHost host, string path, int limit, Func<Task>? between = null, int pagesWithImports = 0)
    {
        var items = new List<JsonElement>();

        for (string? next = null; ;)
        {
            var page = (await host.Get(With(path, $"limit={limit}{(next is null ? "" : $"&cursor={next}")}"))).Ok();
            page.Items().Count.Should().BeLessThanOrEqualTo(limit);
            items.AddRange(page.Items());
            next = page.Text("next");

            if (next is null)
            {
                return items;
            }

            if (between is not null && pagesWithImports-- > 0)
            {
                await between();
            }
        }
    }

    private static string With(string path, string parameter) => $"{Api}{path}{(path.Contains('?') ? '&' : '?')}{parameter}";

    private static string Cursor(params string[] parts) =>
        System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(string.Join('\u001f', parts)));
}

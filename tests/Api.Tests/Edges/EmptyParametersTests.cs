using Compliance.Api.Tests.OpenApi;

namespace Compliance.Api.Tests.Edges;

/// <summary>A parameter without a value never does the opposite of what it looks like.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class EmptyParametersTests(string provider) : ApiTests(provider)
{
    private const string Row = "year,institution,score\n2022,14.08,82.07\n";

    [TestCase("?dryRun")]
    [TestCase("?dryRun=")]
    [TestCase("?dryRun=true&decision=")]
    [TestCase("?dryRun=true&decision=1&date=")]
    public async Task An_import_with_an_empty_parameter_is_refused(string query)
    {
        var before = (await Get($"{Api}/results?limit=500")).ETag;

        (await Shared.Import(Row, query)).Errors(400, "invalidRequest").Should().ContainSingle().Which.Should().EndWith(" emptyParameter");
        (await Get($"{Api}/results?limit=500")).ETag.Should().Be(before);
    }

    [Test]
    public async Task No_operation_that_writes_and_no_flag_takes_an_empty_value()
    {
        var document = (await Get(OpenApiDocument.Address)).Ok();
        var parameters = document.Operations().SelectMany(operation => operation.Parameters.Where(each => each.Text("in") == "query").Select(each => (operation, each)))
            .Where(pair => pair.operation.Method != "get" || pair.each.Text("description")!.StartsWith("true: ", StringComparison.Ordinal)).ToList();

        foreach (var (operation, parameter) in parameters)
        {
            var (name, path) = (parameter.Text("name"), operation.Path.Replace("{id}", "0193f8a0-0000-7000-8000-000000000000"));

            foreach (var empty in new[] { $"?{name}", $"?{name}=" })
            {
                // A body that fits no operation would be refused as well, but before the query is read.
                using var body = operation.Method == "get" ? null
                    : operation.Path.EndsWith("/import", StringComparison.Ordinal) ? ApiCalls.Bytes([], "text/csv")
                    : operation.Path.EndsWith("/institution", StringComparison.Ordinal) ? JsonContent.Create(new { instrument = "2023", units = new[] { 1 } })
                    : JsonContent.Create(new { instrument = "2023", answers = Array.Empty<object>() });
                (await Shared.SendAs("admin", new(operation.Method.ToUpperInvariant()), path + empty, body)).Errors(400, "invalidRequest")
                    .Should().Equal([$"/{name} emptyParameter"], operation.ToString());
            }
        }

        parameters.Select(pair => pair.each.Text("name")).Should().Contain(["dryRun", "decision", "date", "trace", "unread"]);
    }

    // A list asked by an HTML form, whose empty fields mean "all".
    [TestCase("/institutions?kind=&province=&q=")]
    [TestCase("/institutions?limit=&cursor=")]
    [TestCase("/results?year=&zone=&minScore=&sort=")]
    public async Task An_empty_filter_of_a_list_counts_as_absent(string path) =>
        (await Get(Api + path)).Text.Should().Be((await Get(Api + path.Split('?')[0])).Text);
}

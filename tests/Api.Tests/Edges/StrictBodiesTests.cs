using Compliance.Api.Tests.Access;
using Compliance.Api.Tests.OpenApi;

namespace Compliance.Api.Tests.Edges;

/// <summary>Every operation that takes JSON: its members as documented, each once, and no list longer than its limit.</summary>
[TestFixture("sqlite")]
public sealed class StrictBodiesTests(string provider) : ApiTests(provider)
{
    private const int UsualLimit = 100;

    /// <summary>Of an answer, every fault is an outcome of the item, as <see cref="Answers.StrictItemsTests"/> shows.</summary>
    private const string OneAnswer = "mendAnswer";

    private readonly string database = provider;
    private Stage stage = null!;
    private JsonElement document;
    private IReadOnlyList<(Operation Operation, JsonObject Body)> operations = [];

    [OneTimeSetUp]
    public async Task SetStage()
    {
        stage = await Stage.Set(database);
        document = (await stage.Host.Get(OpenApiDocument.Address)).Ok();
        var takingJson = document.Operations().Where(TakesJson).Select(operation => operation.Id).Except([OneAnswer]).ToHashSet();
        var taking = new List<(Operation, JsonObject)>();

        foreach (var operation in (await stage.Host.Served()).Where(each => takingJson.Contains(each.Id)))
        {
            taking.Add((operation, await stage.JsonBody(operation)));
        }

        operations = taking;
    }

    [OneTimeTearDown]
    public async Task StrikeStage()
    {
        if (stage is not null)
        {
            await stage.DisposeAsync();
        }
    }

    [Test]
    public Task An_unknown_member_is_refused_at_its_place() => Each(
        body => [(With(body, "tambahan", "1"), "/tambahan unknownMember")]);

    [Test]
    public Task A_member_in_other_case_is_unknown() => Each(
        body => body.Select(member => (With(body, member.Key.ToUpperInvariant(), "null"), $"/{member.Key.ToUpperInvariant()} unknownMember")));

    [Test]
    public Task A_member_that_occurs_twice_is_refused_at_its_place() => Each(
        body => body.Select(member => (With(body, member.Key, member.Value?.ToJsonString() ?? "null"), $"/{member.Key} memberTwice")));

    /// <summary>Of nulls, each of which would be a fault of its own: only the count is reported.</summary>
    [Test]
    public async Task A_list_beyond_its_limit_is_refused_before_its_elements()
    {
        var (differences, lists) = (new List<string>(), 0);

        foreach (var (operation, _) in operations)
        {
            var schema = document.Operations().Single(each => each.Id == operation.Id).Content.GetProperty("requestBody").GetProperty("content")
                .GetProperty("application/json").GetProperty("schema");

            foreach (var (text, pointer) in TooLong(schema, depth: 0))
            {
                lists++;
                differences.AddRange(await Difference(operation, text, $"{pointer} tooMany"));
            }
        }

        differences.Should().BeEmpty();
        lists.Should().BeGreaterThan(20);
    }

    private static bool TakesJson(DocumentedOperation operation) =>
        operation.Content.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out _);

    private async Task Each(Func<JsonObject, IEnumerable<(string Body, string Fault)>> spoil)
    {
        var differences = new List<string>();

        foreach (var (operation, body) in operations)
        {
            foreach (var (text, fault) in spoil(body))
            {
                differences.AddRange(await Difference(operation, text, fault));
            }
        }

        differences.Should().BeEmpty();
        operations.Should().HaveCountGreaterThan(60);
    }

    private async Task<IEnumerable<string>> Difference(Operation operation, string body, string fault)
    {
        var reply = await stage.SendJson(operation, body);
        var errors = reply.Json.TryGetProperty("errors", out _) is false ? [] : reply.Json.Items("errors").Select(error => $"{error.Text("pointer")} {error.Text("code")}");

        // A batch answers for each of its items.
        var isOfItem = operation.Id == "putAnswers" && fault.StartsWith("/answers/0/", StringComparison.Ordinal);

        return isOfItem ? reply.Outcomes().SequenceEqual([$"rejected 400 {string.Join(' ', fault.Split(' ').Reverse())}"]) ? [] : [$"{operation.Id} {fault}: {reply.Text}"]
            : (int)reply.Status == 400 && errors.SequenceEqual([fault]) ? [] : [$"{operation.Id} {fault}: {reply.Text}"];
    }

    /// <summary>Adds a member as text, also one that is there already.</summary>
    private static string With(JsonObject body, string name, string value) => body.ToJsonString()[..^1] + (body.Count == 0 ? "" : ",") + $"\"{name}\":{value}}}";

    /// <summary>A value for each list in the schema, with one element too many.</summary>
    private IEnumerable<(string Text, string Pointer)> TooLong(JsonElement schema, int depth)
    {
        schema = Resolved(schema);

        if (depth > 4 || !schema.TryGetProperty("properties", out var members))
        {
            yield break;
        }

        foreach (var member in members.EnumerateObject())
        {
            var type = Resolved(member.Value);

            if (type.TryGetProperty("items", out var items))
            {
                var limit = type.TryGetProperty("maxItems", out var most) ? most.GetInt32() : UsualLimit;
                yield return ($$"""{"{{member.Name}}":[{{string.Join(',', Enumerable.Repeat("null", limit + 1))}}]}""", $"/{member.Name}");

                foreach (var (text, pointer) in TooLong(items, depth + 1))
                {
                    yield return ($$"""{"{{member.Name}}":[{{text}}]}""", $"/{member.Name}/0{pointer}");
                }
            }
            else
            {
                foreach (var (text, pointer) in TooLong(type, depth + 1))
                {
                    yield return ($$"""{"{{member.Name}}":{{text}}}""", $"/{member.Name}{pointer}");
                }
            }
        }
    }

    private JsonElement Resolved(JsonElement schema) => schema.TryGetProperty("$ref", out var reference)
        ? document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1])
        : schema;
}

namespace Compliance.Api.Tests.OpenApi;

/// <summary>The examples of the document are what its schemas say, so that who copies one sends and reads what is there.</summary>
[TestFixture]
public sealed class ExamplesTests() : ApiTests("sqlite")
{
    private const string Prefix = "examples/";

    private JsonElement document;

    [OneTimeSetUp]
    public async Task ReadDocument() => document = (await Get(OpenApiDocument.Address)).Ok();

    [Test]
    public void Every_body_has_an_example_that_its_schema_allows()
    {
        var schemas = new OpenApiSchemas(document);
        var bodies = document.Operations().SelectMany(Bodies).ToList();

        bodies.Should().HaveCountGreaterThan(250);
        bodies.Where(body => body.Example is null).Select(body => body.Name).Should().BeEmpty();
        bodies.SelectMany(body => schemas.Faults(body.Schema, body.Example!.Value).Select(fault => $"{body.Name} {fault}"))
            .Should().BeEmpty();
    }

    [Test]
    public void Every_example_belongs_to_an_operation()
    {
        var files = typeof(Program).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name[Prefix.Length..]))
            .ToList();

        files.Should().HaveCountGreaterThan(170);
        files.Except(document.Operations().Select(operation => operation.Id)).Should().BeEmpty();
    }

    /// <summary>A schema that allows everything would let the tests above pass.</summary>
    [TestCase("""{ "id": "0198c0de" }""", Description = "no UUID")]
    [TestCase("""{ "opensOn": "2026-02-30" }""", Description = "no day")]
    [TestCase("""{ "year": "2026" }""", Description = "a text for a number")]
    [TestCase("""{ "yeer": 2026 }""", Description = "no such member")]
    [TestCase("""[]""", Description = "no object")]
    public void What_a_schema_does_not_allow_is_found(string example)
    {
        var body = document.Operations().Single(operation => operation.Id == "openCycle").Content.GetProperty("requestBody");
        var schema = body.GetProperty("content").GetProperty("application/json").GetProperty("schema");

        new OpenApiSchemas(document).Faults(schema, JsonDocument.Parse(example).RootElement).Should().NotBeEmpty();
    }

    [TestCase("listCycles", """{ "items": null }""")]
    [TestCase("getCycle", """{ "status": "tomorrow" }""")]
    public void What_an_answer_cannot_be_is_found(string operation, string example)
    {
        var answer = document.Operations().Single(each => each.Id == operation).Content.GetProperty("responses").GetProperty("200");
        var schema = answer.GetProperty("content").GetProperty("application/json").GetProperty("schema");

        new OpenApiSchemas(document).Faults(schema, JsonDocument.Parse(example).RootElement).Should().NotBeEmpty();
    }

    private static IEnumerable<Body> Bodies(DocumentedOperation operation) =>
    [
        .. operation.Content.TryGetProperty("requestBody", out var request) ? BodiesOf(request, $"{operation.Id} request") : [],
        .. operation.Content.GetProperty("responses").EnumerateObject().Where(response => response.Name[0] == '2')
            .SelectMany(response => BodiesOf(response.Value, $"{operation.Id} {response.Name}")),
    ];

    private static IEnumerable<Body> BodiesOf(JsonElement holder, string name) => holder.TryGetProperty("content", out var content)
        ? content.EnumerateObject().Select(media => new Body(
            $"{name} {media.Name}",
            media.Value.GetProperty("schema"),
            media.Value.TryGetProperty("example", out var example) ? example : null))
        : [];

    private sealed record Body(string Name, JsonElement Schema, JsonElement? Example);
}

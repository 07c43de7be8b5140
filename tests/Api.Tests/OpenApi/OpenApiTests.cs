namespace Compliance.Api.Tests.OpenApi;

/// <summary>The document that clients are generated from. A change of the contract is a visible diff of approved.json.</summary>
[TestFixture]
public sealed class OpenApiTests() : ApiTests("sqlite")
{
    private static readonly string[] Roles =
    [
        "public", "signedIn", "account", "assessor", "officeHead", "verifier", "methodOwner", "administrator", "liaison", "integrator", "auditor",
    ];

    private static string ApprovedFile => Path.Combine(TestContext.CurrentContext.TestDirectory, "OpenApi", "approved.json");

    private string text = "";
    private JsonElement document;

    [OneTimeSetUp]
    public async Task ReadDocument()
    {
        text = (await Get(OpenApiDocument.Address)).Text.ReplaceLineEndings("\n") + "\n";
        document = JsonDocument.Parse(text).RootElement;
    }

    [Test]
    public async Task The_document_is_the_approved_one()
    {
        if (await File.ReadAllTextAsync(ApprovedFile) != text)
        {
            var received = Path.Combine(TestContext.CurrentContext.WorkDirectory, "received.json");
            await File.WriteAllTextAsync(received, text);
            Assert.Fail($"The document differs from tests/Api.Tests/OpenApi/approved.json. Compare {received}; copy it there if the change is meant.");
        }
    }

    /// <summary>A type may be renamed, its schema not: <c>SchemaNames</c> keeps the id that clients know.</summary>
    [Test]
    public async Task Every_approved_schema_id_is_still_served()
    {
        var approved = JsonDocument.Parse(await File.ReadAllTextAsync(ApprovedFile)).RootElement;

        SchemaIds(approved).Should().HaveCountGreaterThan(390).And.BeSubsetOf(SchemaIds(document));
    }

    [Test]
    public void Every_operation_has_a_summary_a_role_an_id_and_an_example()
    {
        foreach (var (name, operation) in Operations())
        {
            operation.GetProperty("summary").GetString().Should().NotBeNullOrWhiteSpace(name);
            operation.GetProperty("operationId").GetString().Should().NotBeNullOrWhiteSpace(name);
            operation.GetProperty("x-required-role").EnumerateArray().Select(role => role.GetString()).Should().NotBeEmpty(name).And.BeSubsetOf(Roles, name);
            Success(operation).GetProperty("content").EnumerateObject().First().Value.TryGetProperty("example", out _).Should().BeTrue(name);
        }
    }

    [Test]
    public void Every_operation_below_api_names_its_problem_codes()
    {
        foreach (var (name, operation) in Operations().Where(each => each.Name.Contains("/api/", StringComparison.Ordinal)))
        {
            var refusals = operation.GetProperty("responses").EnumerateObject().Where(response => response.Name[0] > '3').ToList();

            refusals.Select(response => response.Name).Should().Contain(["400", "503"], name);
            refusals.Should().OnlyContain(response => response.Value.GetProperty("description").GetString()!.Contains("Codes: "), name);
        }
    }

    [Test]
    public void Every_parameter_says_what_it_takes()
    {
        foreach (var (name, operation) in Operations())
        {
            foreach (var parameter in operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : default)
            {
                parameter.GetProperty("description").GetString().Should().NotBeNullOrWhiteSpace($"{name} {parameter.GetProperty("name")}");
            }
        }
    }

    private static IReadOnlyList<string> SchemaIds(JsonElement openApi) =>
        [.. openApi.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => schema.Name)];

    private IEnumerable<(string Name, JsonElement Operation)> Operations() =>
        document.Operations().Select(operation => (operation.ToString(), operation.Content));

    private static JsonElement Success(JsonElement operation) =>
        operation.GetProperty("responses").EnumerateObject().First(response => response.Name[0] == '2').Value;
}

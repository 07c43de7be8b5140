namespace Compliance.Api.Tests.OpenApi;

/// <summary>Texts of the document are read by integrators: what an operation does, without remarks among ourselves.</summary>
[TestFixture]
public sealed class TextsTests() : ApiTests("sqlite")
{
    /// <summary>A new verb is added here on purpose: the list keeps one word for one thing.</summary>
    private static readonly string[] verbs =
    [
        "Add", "Answer", "Append", "Assign", "Begin", "Calculate", "Cancel", "Change", "Check", "Claim", "Close", "Comment", "Compare", "Complete",
        "Confirm", "Correct", "Create", "Dismiss", "Download", "Draw", "End", "Export", "Import", "Invite", "List", "Mark", "Moderate", "Open",
        "Plan", "Publish", "Rank", "Read", "Record", "Register", "Renew", "Reopen", "Replace", "Report", "Return", "Review", "Revoke", "Rotate",
        "Seal", "Send", "Set", "Settle", "Sign", "Submit", "Summarise", "Terminate", "Verify", "Withdraw",
    ];

    /// <summary>What only this repository knows: its files, its namespaces, and who reads a comment.</summary>
    private static readonly string[] remarks = ["docs/", "contract section", "Compliance.", "for the documentation", "skips the mediator", "TODO"];

    private JsonElement document;

    [OneTimeSetUp]
    public async Task ReadDocument() => document = (await Get(OpenApiDocument.Address)).Ok();

    [Test]
    public void Every_summary_is_a_verb_phrase()
    {
        foreach (var operation in document.Operations())
        {
            var words = operation.Summary.Split(' ');

            words.Should().HaveCountGreaterThan(1, operation.ToString());
            verbs.Should().Contain(words[0], $"{operation}: {operation.Summary}");
            operation.Summary.Should().NotEndWith(".", operation.ToString()).And.NotContainAny(";", ":", "  ");
        }
    }

    [Test]
    public void Every_verb_is_used() => document.Operations().Select(operation => operation.Summary.Split(' ')[0]).Distinct().Should().BeEquivalentTo(verbs);

    [Test]
    public void Every_operation_has_a_summary_of_its_own() => document.Operations().Select(operation => operation.Summary).Should().OnlyHaveUniqueItems();

    [Test]
    public void No_text_is_a_remark_among_ourselves()
    {
        var texts = Texts(document).ToList();

        texts.Should().HaveCountGreaterThan(1000);
        texts.Where(text => remarks.Any(remark => text.Contains(remark, StringComparison.Ordinal))).Should().BeEmpty();
    }

    /// <summary>Titles, summaries and descriptions, wherever they stand; the values of examples are data.</summary>
    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(member => member.Name != "example").SelectMany(member =>
            member is { Name: "summary" or "description" or "title", Value.ValueKind: JsonValueKind.String } ? [member.Value.GetString()!] : Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}

using System.Text.RegularExpressions;
using Compliance.TestKit.Accounts;

namespace Compliance.Api.Tests.OpenApi;

/// <summary>What the document says of a parameter is what the operation takes.</summary>
[TestFixture]
public sealed partial class ParametersTests() : ApiTests("sqlite")
{
    private const string Unknown = "Unknown value. Accepted values: ";

    private static readonly string[] flag = ["true", "false"];

    /// <summary>A credential, so that whoever sends a wrong one is nobody; and codes of the instruments that are published, which no text can list.</summary>
    private static readonly string[] others = ["feed", "zone", "category"];

    [Test]
    public async Task A_closed_set_is_described_by_exactly_the_values_that_the_operation_takes()
    {
        await using var host = await Fresh();
        var person = await host.GivenPerson(
            People.Administrator, People.Auditor, People.AssessorOfRiau, new { role = "officeHead", office = "14" }, new { role = "verifier" });
        await host.Enrol(person);
        string[] callers = [person.Access, await host.TokenOf("liaison.14.04")];
        var document = (await host.Get(OpenApiDocument.Address)).Ok();
        var closed = 0;

        foreach (var operation in document.Operations())
        {
            foreach (var parameter in operation.Parameters.Where(IsText))
            {
                var (name, description) = (parameter.Text("name")!, parameter.Text("description")!);
                var known = await KnownValues(host, callers, operation, name, isPath: parameter.Text("in") == "path");
                Described(description).Should().Equal(known, $"{operation} says of {name}: {description}");
                closed += known.Count > 0 ? 1 : 0;
            }
        }

        closed.Should().BeGreaterThan(15);
    }

    [Test]
    public async Task Every_parameter_of_one_operation_is_described_for_itself()
    {
        var document = (await Get(OpenApiDocument.Address)).Ok();

        foreach (var operation in document.Operations().Where(each => each.Parameters.Any()))
        {
            operation.Parameters.Select(parameter => parameter.Text("description")).Should().OnlyHaveUniqueItems(operation.ToString())
                .And.OnlyContain(description => description!.EndsWith('.'), operation.ToString());
        }
    }

    private static bool IsText(JsonElement parameter) =>
        parameter.Text("in") is "query" or "path" && parameter.Text("schema/type") == "string"
        && !parameter.GetProperty("schema").TryGetProperty("format", out _) && !others.Contains(parameter.Text("name"));

    /// <summary>What the operation itself names where it is sent a value that it does not know; nothing where it takes any text.</summary>
    private static async Task<IReadOnlyList<string>> KnownValues(ApiHost host, string[] callers, DocumentedOperation operation, string name, bool isPath)
    {
        var path = Placeholder().Replace(operation.Path, match => match.Groups[1].Value == name ? "~" : match.Groups[1].Value switch
        {
            "year" => "2023",
            "code" => "14.01",
            "office" => "14",
            "month" => "2023-01",
            _ => Guid.Empty.ToString(),
        });
        Reply reply = null!;

        // Whoever may not send it learns nothing of its parameters.
        foreach (var caller in callers)
        {
            reply = await host.SendAs(
                null,
                new(operation.Method.ToUpperInvariant()),
                isPath ? path : $"{path}?{name}=~",
                BodyOf(operation),
                ("Authorization", $"Bearer {caller}"),
                ("Accept-Language", "en"));

            if (reply.Status != HttpStatusCode.Forbidden)
            {
                break;
            }
        }

        ((int)reply.Status).Should().NotBe(403, $"{operation}: nobody here may send it");

        return reply.Status != HttpStatusCode.BadRequest ? []
            : [.. reply.Problem(400, "invalidRequest").Items("errors")
                .Where(error => error.Text("pointer") == $"/{name}" && error.Text("code") == "unknownValue")
                .SelectMany(error => error.Text("message")![Unknown.Length..^1].Split(", "))];
    }

    private static HttpContent? BodyOf(DocumentedOperation operation) => !operation.Content.TryGetProperty("requestBody", out var body) ? null
        : body.GetProperty("content").EnumerateObject().First().Name is var media && media == "application/json" ? JsonContent.Create(new { })
        : ApiCalls.Bytes([], media);

    private static string[] Described(string description) =>
        description.StartsWith("true: ", StringComparison.Ordinal) ? flag
        : Closed().Match(description) is { Success: true } found ? found.Groups[1].Value.Split(", ")
        : [];

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@": (?:one|any) of (.+)\.$")]
    private static partial Regex Closed();
}

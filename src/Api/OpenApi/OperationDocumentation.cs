using System.Globalization;
using System.Text.Json.Nodes;
using Compliance.Api.Callers;
using Compliance.Api.Errors;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Common;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Compliance.Api.OpenApi;

/// <summary>
/// Adds what the framework cannot derive: the summary and the required role, the meaning of the parameters, the
/// problems with their codes, and examples of request and response from <c>OpenApi/Examples</c>.
/// </summary>
internal sealed class OperationDocumentation : IOperationFilter
{
    private const string Everyone = "public";

    /// <summary>The paging parameters of every list.</summary>
    private static readonly TakenParameter[] paging =
    [
        new("limit", $"The number of rows on a page, 1 to {Paging.HighestLimit}; {Paging.UsualLimit} by default."),
        new("cursor", "The value of next on the page before."),
    ];

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        IReadOnlyList<string> callers = metadata.OfType<SentRequest>().LastOrDefault()?.Rule.Callers ?? [Everyone];
        operation.Summary = metadata.OfType<IEndpointSummaryMetadata>().LastOrDefault()?.Summary;
        operation.Description = string.Join(' ',
        [
            .. metadata.OfType<IEndpointDescriptionMetadata>().Select(declared => declared.Description),
            .. metadata.OfType<ComparedVersion>().Select(version => version.Description),
            $"Required role: {string.Join(" or ", callers)}.",
        ]);
        operation.AddExtension("x-required-role", new JsonNodeExtension(new JsonArray([.. callers.Select(caller => (JsonNode)caller)])));

        DescribeParameters(operation, metadata.OfType<TakenParameter>());

        if (metadata.OfType<IdempotentOperation>().Any())
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = "Idempotency-Key",
                In = ParameterLocation.Header,
                Description = "Up to 200 characters of the client's choice: the same request again gets the same answer.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = IdempotencyRecord.KeyLength },
            });
        }

        foreach (var header in metadata.OfType<TakenHeader>())
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = header.Name,
                In = ParameterLocation.Header,
                Description = header.Description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        DescribeProblems(operation, context, metadata.OfType<HttpRefusal>());
        AddExamples(operation);
    }

    private static void DescribeParameters(OpenApiOperation operation, IEnumerable<TakenParameter> taken)
    {
        var parameters = operation.Parameters?.OfType<OpenApiParameter>().ToList() ?? [];
        var declared = taken.Concat(paging.Where(each => parameters.Exists(parameter => parameter.Name == each.Name))).ToDictionary(each => each.Name, each => each.Description);

        if (!declared.Keys.ToHashSet().SetEquals(parameters.Select(parameter => parameter.Name!)))
        {
            throw new InvalidOperationException(
                $"{operation.OperationId} takes {string.Join(", ", parameters.Select(parameter => parameter.Name))} and declares {string.Join(", ", declared.Keys)}.");
        }

        parameters.ForEach(parameter => parameter.Description = declared[parameter.Name!]);
    }

    private static void DescribeProblems(OpenApiOperation operation, OperationFilterContext context, IEnumerable<HttpRefusal> refusals)
    {
        var schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository);

        foreach (var group in refusals.GroupBy(each => each.Status).OrderBy(group => group.Key))
        {
            var codes = string.Join(", ", group.Select(each => each.Code).Distinct());
            (operation.Responses ??= [])[group.Key.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = $"{Titles.Of(group.Key).En}. Codes: {codes}.",
                Content = new Dictionary<string, IOpenApiMediaType> { [Problem.MediaType] = new OpenApiMediaType { Schema = schema } },
            };
        }
    }

    private static void AddExamples(OpenApiOperation operation)
    {
        if (ExampleOf(operation.OperationId) is not { } example)
        {
            return;
        }

        foreach (var media in operation.RequestBody?.Content?.Values ?? [])
        {
            ((OpenApiMediaType)media).Example = example["request"]?.DeepClone();
        }

        foreach (var media in operation.Responses?.Where(response => response.Key.StartsWith('2'))
            .SelectMany(response => response.Value.Content?.Values ?? []) ?? [])
        {
            ((OpenApiMediaType)media).Example = example["response"]?.DeepClone();
        }
    }

    private static JsonNode? ExampleOf(string? operation)
    {
        using var stream = typeof(OperationDocumentation).Assembly.GetManifestResourceStream($"examples/{operation}.json");

        return stream is null ? null : JsonNode.Parse(stream);
    }
}

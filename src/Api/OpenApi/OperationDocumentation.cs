using System.Globalization;
using System.Text.Json.Nodes;
using Compliance.Api.Callers;
using Compliance.Api.Errors;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Common;
using Compliance.Application.Obligations;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Institutions;
using Compliance.Domain.JointServices;
using Compliance.Domain.Obligations;
using Compliance.Domain.Reminders;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Compliance.Api.OpenApi;

/// <summary>
/// Completes what the framework finds out by itself: the summary and the required role, what the parameters mean, the
/// problems with their codes, and an example of request and answer from <c>OpenApi/Examples</c>.
/// </summary>
internal sealed class OperationDocumentation : IOperationFilter
{
    private const string Everyone = "public";

    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["year"] = "An assessment year, 2009 to 2100.",
        ["cycle"] = "The year of a cycle.",
        ["kind"] = $"Of institutions one of {Values<InstitutionKind>()}; of agreements one of {Values<AgreementKind>()}; of joint services one of {Values<JointServiceKind>()}; of what is due one of {Values<FollowUpKind>()}.",
        ["status"] = $"Of assessments one of {Values<AssessmentStatus>()}; of users one of {Values<AccountStatus>()}; of corrective actions one of {Values<CorrectiveActionStatus>()}; of agreements one of {Values<AgreementStatus>()}; of what is due some of {Values<ObligationStatus>()}, with commas between them.",
        ["province"] = "A two-digit province code (Kemendagri), as 14.",
        ["office"] = "A two-digit province code: the representative office there; 00 for head office.",
        ["parent"] = "A region's code; without it, the provinces.",
        ["q"] = "A part of a name; case, spaces and punctuation do not matter.",
        ["code"] = "A Kemendagri code (14.01), a slug (kemenlu, polres-kampar), or an instrument's code (2023).",
        ["zone"] = "A zone's code, as green.",
        ["category"] = "A category's code, as B.",
        ["minScore"] = "The lowest score, 0 to 100 with at most two decimals.",
        ["maxScore"] = "The highest score, 0 to 100 with at most two decimals.",
        ["sort"] = "One of -score (default), score, -year.",
        ["limit"] = $"Rows a page, 1 to {Paging.HighestLimit}; {Paging.UsualLimit} by default.",
        ["cursor"] = "The next of the page before.",
        ["knownAt"] = "An instant (ISO 8601): the result as it was known then.",
        ["dryRun"] = "true: report what would happen and store nothing.",
        ["decision"] = "The number of the Chair's decision, as 418/2023.",
        ["date"] = "The day of the decision, as 2023-12-14; needs decision.",
        ["trace"] = "true: with every step of the arithmetic.",
        ["target"] = "A zone (green) or category (A) of the instrument.",
        ["email"] = "An e-mail address.",
        ["resource"] = "What it happened to, as assessments/0198… or cycles/2026.",
        ["actor"] = "Who did it, as account:0198…, apiKey:0198…, program or anonymous.",
        ["useCase"] = "What was done, as putAnswers.",
        ["from"] = "Of the audit an instant (ISO 8601): from then on; of public reports the first month, as 2023-01.",
        ["to"] = "Of the audit an instant (ISO 8601): before then; of public reports the last month, as 2023-12.",
        ["assessor"] = "The assessor's e-mail address.",
        ["id"] = "A UUID.",
        ["indicator"] = "An indicator's code, as input.facilities.toilet.",
        ["answerId"] = "The id of an answer, a UUID.",
        ["key"] = "The key of a refused answer.",
        ["subject"] = "unit, product:n, respondent:n or official:n.",
        ["evidenceId"] = "The UUID of a piece of evidence.",
        ["reasonId"] = "The UUID of a reason of a return.",
        ["institution"] = "An institution's code, as 14.04.",
        ["stage"] = $"One of {Values<FormationStage>()}; signing is recorded as the signature.",
        ["before"] = "The year of the first result.",
        ["after"] = "The year of the second result.",
        ["documentId"] = "The UUID of a document.",
        ["month"] = "A month, as 2024-03.",
        ["district"] = "The Kemendagri code of a district (kecamatan), as 14.71.12.",
        ["participantId"] = "The UUID of a participant of a joint service.",
        ["eventId"] = "The UUID of an event of a mobile service.",
        ["agreement"] = "The UUID of an agreement.",
        ["dueAfter"] = "A day: due on a later one.",
        ["dueBefore"] = "A day: due on an earlier one.",
        ["feed"] = "The secret of a calendar feed, instead of credentials.",
        ["unread"] = "true: only what the caller has not marked as read.",
        ["state"] = $"One of {Values<OutboxState>()}.",
        ["uploadId"] = "The UUID of an upload.",
    };

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

        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Description = Parameters[parameter.Name!];
        }

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

    private static string Values<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames<T>().Select(CamelCase.Of));
}

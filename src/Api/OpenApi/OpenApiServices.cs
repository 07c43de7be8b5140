using Compliance.Api.Middleware;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Compliance.Api.OpenApi;

internal static class OpenApiServices
{
    private const string About =
        "Assesses whether public service units comply with the service standards of Law 25/2009, ranks institutions and shows their zones. "
        + "Errors are RFC 9457 problem documents with a stable code; messages follow Accept-Language (id, en). "
        + "Lists page by cursor. Every GET has a strong ETag.";

    public static void AddOpenApiDocument(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "Compliance",
                Version = "v1",
                Description = About,
                License = new() { Name = "Apache-2.0", Url = new("https://www.apache.org/licenses/LICENSE-2.0") },
            });
            swagger.SupportNonNullableReferenceTypes();
            swagger.DocInclusionPredicate((_, operation) => !IsHeadOfGet(operation));
            swagger.CustomSchemaIds(SchemaNames.IdOf);

            foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "Compliance.*.xml"))
            {
                swagger.IncludeXmlComments(file);
            }

            // Runs after the XML comments are applied, because those of an endpoint's method are not written for integrators.
            swagger.OperationFilter<OperationDocumentation>();
        });
        services.Decorate<ISerializerDataContractResolver, DataContracts>();
    }

    /// <summary>HEAD exists wherever GET does, so it is documented only where it is an operation of its own.</summary>
    private static bool IsHeadOfGet(ApiDescription operation) =>
        operation.HttpMethod == HttpMethods.Head && operation.ActionDescriptor.EndpointMetadata.OfType<HttpMethodMetadata>().Last().HttpMethods.Contains(HttpMethods.Get);

    /// <summary>
    /// Only requests below <c>/swagger</c> reach the middleware: it resolves its generator for every request that it sees, which would load all
    /// XML comments at the first request to any endpoint.
    /// </summary>
    public static void UseOpenApiDocument(this WebApplication app) => app.UseWhen(http => http.Request.Path.StartsWithSegments("/swagger"), swagger =>
    {
        swagger.UseReadsOnly();
        swagger.UseSwagger();
        swagger.UseSwaggerUI(page => page.DocumentTitle = "Compliance");
    });
}

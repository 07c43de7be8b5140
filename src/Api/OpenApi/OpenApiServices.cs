using Microsoft.OpenApi;

namespace Compliance.Api.OpenApi;

internal static class OpenApiServices
{
    public static void AddOpenApiDocument(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc("v1", new OpenApiInfo { Title = "Compliance", Version = "v1" });
            swagger.SupportNonNullableReferenceTypes();
        });
    }

    public static void UseOpenApiDocument(this WebApplication app)
    {
        app.UseSwagger();
        app.UseSwaggerUI();
    }
}

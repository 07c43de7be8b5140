using Compliance.Application.Common;
using Compliance.Infrastructure;

namespace Compliance.Api.Middleware;

/// <summary>Marks an operation that stores nothing, or so little that it stays possible until the disk is full: whoever frees the disk has to sign in.</summary>
internal sealed record ExemptFromReserve;

/// <summary>
/// If the embedded database is on a disk that falls below its reserve (<c>Data:ReserveBytes</c>), operations that write are refused with 507, and reading goes on.
/// With PostgreSQL only files are on this disk, which check the reserve themselves.
/// </summary>
internal static class DiskReserve
{
    public static TBuilder WithoutReserve<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ExemptFromReserve());

    public static void UseReserve(this WebApplication app)
    {
        if (app.Services.GetRequiredService<StorageSettings>().Provider != StorageSettings.Sqlite)
        {
            return;
        }

        var disk = app.Services.GetRequiredService<IDataDisk>();

        app.Use((http, next) =>
        {
            if (http.GetEndpoint()?.Metadata is { } metadata && Writes(metadata))
            {
                disk.RequireRoomFor(0);
            }

            return next(http);
        });
    }

    /// <summary>Whether an operation is one that the reserve can refuse.</summary>
    public static bool Writes(IReadOnlyList<object> metadata) =>
        metadata.OfType<IHttpMethodMetadata>().SelectMany(methods => methods.HttpMethods).Any(method => !IsSafe(method))
        && !metadata.OfType<ExemptFromReserve>().Any();

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}

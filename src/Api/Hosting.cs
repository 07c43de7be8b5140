using System.Globalization;
using Compliance.Infrastructure;

namespace Compliance.Api;

/// <summary>What the environment tells the program before it starts (contract section 8).</summary>
internal static class Hosting
{
    private const int DevelopmentPort = 5080;
    private const long LargestBody = 10 * 1024 * 1024;

    /// <summary><c>--urls</c> and its like win; then <c>PORT</c>; then, in Development, a fixed loopback port.</summary>
    public static void ListenWhereTold(this WebApplicationBuilder builder)
    {
        var isDevelopment = builder.Environment.IsDevelopment();

        if (builder.Configuration["urls"] is not null)
        {
            return;
        }

        if (builder.Configuration["PORT"] is { Length: > 0 } port)
        {
            if (!ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                throw new InvalidOperationException($"PORT is '{port}'; it must be a port number.");
            }

            builder.WebHost.UseUrls(isDevelopment ? $"http://127.0.0.1:{number}" : $"http://*:{number}");
        }
        else if (isDevelopment)
        {
            builder.WebHost.UseUrls($"http://127.0.0.1:{DevelopmentPort}");
        }
    }

    public static void LimitRequests(this WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
    });

    public static StorageSettings ReadStorageSettings(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var isDevelopment = builder.Environment.IsDevelopment();

        return StorageSettings.Of(
            configuration["Database:Provider"],
            configuration["ConnectionStrings:Compliance"],
            Path.GetFullPath(configuration["Data:Path"] ?? "./data-local", builder.Environment.ContentRootPath),
            Path.Combine(AppContext.BaseDirectory, "data"),
            configuration.GetValue("Demo:Enabled", isDevelopment),
            isDevelopment,
            TimeSpan.FromSeconds(configuration.GetValue("Publications:PollSeconds", 1.0)));
    }
}

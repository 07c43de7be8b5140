using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Compliance.Api.Tests.Hosting;

/// <summary>Until the database is prepared nothing reaches it, however the address is written.</summary>
public sealed class ReadinessGateTests
{
    [Test]
    public async Task Requests_wait_outside_until_the_program_is_ready()
    {
        var folder = Directory.CreateTempSubdirectory("compliance-gate-");

        // Another process prepares the database, as far as this one can tell.
        await using (new FileStream(Path.Combine(folder.FullName, "start.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        await using (var program = new Waiting(folder.FullName))
        {
            using var client = program.CreateClient();

            foreach (var path in new[] { "/api/v1/institutions", "/API/v1/institutions", "/Api/V1/Institutions", "/%61pi/v1/institutions", "/api", "/health/ready" })
            {
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
                (answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Contains("\"code\":\"starting\"", StringComparison.Ordinal))
                    .Should().Be((HttpStatusCode.ServiceUnavailable, true), path);
            }

            using var live = await client.GetAsync(new Uri("/health/live", UriKind.Relative));
            live.StatusCode.Should().Be(HttpStatusCode.OK);
        }

        folder.Delete(recursive: true);
    }

    private sealed class Waiting(string folder) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("Data:Path", folder);
            builder.UseSetting("Logging:LogLevel:Default", "Error");
        }
    }
}

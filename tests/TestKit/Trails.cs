using Compliance.Application.Access;
using Compliance.Domain.Access;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.TestKit;

/// <summary>What tests of the audit do again and again; each step looks at its own outcome.</summary>
public static class Trails
{
    public static async Task<JsonElement> VerifyAudit(this ApiHost host) => (await host.SendAs("auditor", HttpMethod.Get, "/api/v1/audit/verify")).Ok();

    public static async Task ShouldBeIntact(this ApiHost host)
    {
        var verified = await host.VerifyAudit();
        verified.Flag("intact").Should().BeTrue("{0}", verified);
    }

    /// <summary>Several checkpoints over chains of several entries, personal data beside some; nothing that no seal covers.</summary>
    public static async Task GivenSealedTrail(this ApiHost host)
    {
        await host.SealAudit();
        var assessment = await host.GivenAssessment();

        foreach (var item in (await host.FormItems(assessment)).Take(3))
        {
            (await host.PutAnswers(assessment, Sheets.Sent(Sheets.BestOfItem(item)))).Outcomes().Should().Equal("stored 1");
            await host.SealAudit();
        }
    }

    public static async Task<JsonElement> SealAudit(this ApiHost host) => (await host.SendAs("admin", HttpMethod.Post, "/api/v1/audit/checkpoints")).Ok();

    public static async Task<string> ExportAudit(this ApiHost host)
    {
        var export = await host.SendAs("auditor", HttpMethod.Get, "/api/v1/audit/export");
        export.Status.Should().Be(HttpStatusCode.OK, "{0}", export.Text);

        return export.Text;
    }

    public static async Task<IReadOnlyList<string>> PublicKeys(this ApiHost host) => [.. (await host.Get("/api/v1/audit/keys")).Ok().Texts("items", "pem").Select(pem => pem!)];

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<JsonElement>> AuditOf(this ApiHost host, string resource) =>
        (await host.SendAs("auditor", HttpMethod.Get, $"/api/v1/audit?limit=200&resource={resource}")).Ok().Items();

    public static Task<RawDatabase> OpenRaw(this ApiHost host) => RawDatabase.Open(host.Settings);

    /// <summary>A use case as the program itself runs it, without HTTP.</summary>
    public static async Task<TAnswer> Run<TAnswer>(this ApiHost host, IRequest<TAnswer> request)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().SetCaller(Caller.Program, Origin.Unknown);

        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}

using System.Text;
using Compliance.Api.Tests.Planning;
using Compliance.Api.Tests.Verification;
using Compliance.Application.Access;
using Compliance.Application.Decisions;
using Compliance.Domain.Access;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Api.Tests.Decisions;

/// <summary>The steps from verified assessments to an announced result; each looks at its own outcome.</summary>
internal static class Deciding
{
    public const string Cycle = "/api/v1/cycles/2026";

    /// <summary>Some units of Indragiri Hilir verified with the best answers, and one more that was not assessed, on a day after the field work.</summary>
    public static async Task<IReadOnlyList<string>> GivenVerified(this ApiHost host, int count = 2)
    {
        host.Clock.Set(new(2026, 12, 1, 3, 0, 0, TimeSpan.Zero));
        var assessments = await host.GivenSubmitted(count);
        var units = await host.UnitsOfIndragiriHilir();
        var closed = (await host.GivenPlan(new { units = new[] { units[count] } }))[0];
        (await host.Change(closed, "not-assessed", new { reason = "security" })).Ok();

        foreach (var assessment in assessments)
        {
            (await host.Verify(assessment)).Ok();
        }

        return [.. assessments, closed];
    }

    public static async Task<IReadOnlyList<string>> GivenDecided(this ApiHost host, int count = 2)
    {
        var assessments = await host.GivenVerified(count);
        (await host.HoldPlenary()).Ok();
        (await host.Decide()).Ok();

        return assessments;
    }

    public static async Task<IReadOnlyList<string>> GivenAnnounced(this ApiHost host, int count = 2)
    {
        var assessments = await host.GivenDecided(count);
        (await host.Announce(host.Clock.GetUtcNow())).Ok();

        return assessments;
    }

    public static Task<Reply> HoldPlenary(this ApiHost host, object? body = null) =>
        host.SendAs("admin", HttpMethod.Put, $"{Cycle}/plenary", body is null ? null : JsonContent.Create(body));

    public static Task<Reply> Decide(this ApiHost host, string number = "418/2026", string date = "2026-12-01") =>
        host.SendAs("admin", HttpMethod.Put, $"{Cycle}/decision", JsonContent.Create(new { number, date }));

    public static Task<Reply> Announce(this ApiHost host, DateTimeOffset at) =>
        host.SendAs("admin", HttpMethod.Put, $"{Cycle}/announcement", JsonContent.Create(new { at }));

    public static Task<Reply> Correct(this ApiHost host, object body) => host.SendAs("admin", HttpMethod.Post, $"{Cycle}/corrections", JsonContent.Create(body));

    /// <summary>What the program does by itself now and then.</summary>
    public static async Task<int> PublishDue(this ApiHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().SetCaller(Caller.Program, Origin.Unknown);

        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new PublishDue());
    }

    public static async Task<ProofVerified> Prove(this ApiHost host) => await Verify(await host.Proof(), await host.ProofKeys());

    public static async Task<string> Proof(this ApiHost host) => (await host.SendAs(null, HttpMethod.Get, $"{Cycle}/proof")).Text;

    public static async Task<IReadOnlyList<string>> ProofKeys(this ApiHost host) =>
        [.. (await host.SendAs(null, HttpMethod.Get, "/api/v1/audit/keys")).Ok().Texts("items", "pem").OfType<string>()];

    public static async Task<ProofVerified> Verify(string proof, IEnumerable<string> keys)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(proof));

        return await ProofFile.Verify(stream, keys, CancellationToken.None);
    }

    public static string IdOf(string address) => address.Split('/')[^1];
}

using Compliance.Api.Tests.Planning;
using Compliance.TestKit.Accounts;

namespace Compliance.Api.Tests.Verification;

/// <summary>The steps that lead to a submitted or verified assessment; each looks at its own outcome.</summary>
internal static class Verifying
{
    /// <summary>Assessments of the first units of Indragiri Hilir, complete and submitted, on a method that needs no evidence.</summary>
    public static async Task<IReadOnlyList<string>> GivenSubmitted(this ApiHost host, int count = 1)
    {
        var assessments = await host.GivenCollecting(count);

        foreach (var assessment in assessments)
        {
            (await host.Change(assessment, "submission", null)).Ok();
        }

        return assessments;
    }

    /// <summary>The same, complete but not submitted.</summary>
    public static async Task<IReadOnlyList<string>> GivenCollecting(this ApiHost host, int count = 1)
    {
        var units = await host.GivenCycle(await host.GivenInstrumentWithoutEvidence());
        var assessments = await host.GivenPlan(new
        {
            frame = units.Take(count).Select(unit => new { unit, assessor = Planned.One, subjects = new { respondents = 1, officials = 1, products = 1 } }),
        });

        foreach (var assessment in assessments)
        {
            await host.AnswerAll(assessment);
        }

        return assessments;
    }

    public static Task<Reply> Verify(this ApiHost host, string assessment) => host.Change(assessment, "verification", null, caller: "verifier");

    public static Task<Reply> Return(this ApiHost host, string assessment, params object[] reasons) =>
        host.Change(assessment, "returns", new { reasons }, caller: "verifier", method: HttpMethod.Post);

    public static Task<Reply> Close(this ApiHost host, string assessment, string reason, object body, string caller = "assessor.riau") =>
        host.SendAs(caller, HttpMethod.Put, $"{assessment}/returns/{reason}/closure", JsonContent.Create(body));

    /// <summary>Somebody new who verifies, with a second factor, and has another role or none. The clock stands still and moves on by a step.</summary>
    public static async Task<Person> GivenVerifier(this ApiHost host, params object[] others)
    {
        var person = await host.GivenPerson([new { role = "verifier" }, .. others]);
        var app = await host.Enrol(person);
        host.Clock.Set(host.Clock.GetUtcNow() + Authenticator.Step);

        return await host.SignedInAgain(person, app.CodeAt(host.Clock.GetUtcNow()));
    }
}

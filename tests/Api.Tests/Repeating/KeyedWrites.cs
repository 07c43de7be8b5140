using Compliance.Api.Tests.Access;
using Compliance.Api.Tests.Agreements;
using Compliance.Api.Tests.Commitments;
using Compliance.Api.Tests.Decisions;
using Compliance.Api.Tests.Planning;
using Compliance.Api.Tests.Verification;

namespace Compliance.Api.Tests.Repeating;

/// <summary>A request that stores something, and what it stores.</summary>
/// <param name="Body">Makes the body anew for each request.</param>
/// <param name="Table">Which table has one more row after it; null if it changes a row.</param>
internal sealed record KeyedWrite(string Caller, string Path, Func<HttpContent?> Body, string? Table)
{
    public (string, string)[] Headers { get; init; } = [];

    public Task<Reply> Send(ApiHost host, string? key = null) =>
        host.SendAs(Caller, HttpMethod.Post, Path, Body(), key is null ? Headers : [.. Headers, ("Idempotency-Key", key)]);
}

/// <summary>Every operation that takes an Idempotency-Key, with a request that succeeds.</summary>
internal static class KeyedWrites
{
    private const string Api = "/api/v1";

    private static readonly Dictionary<string, Func<ApiHost, Task<KeyedWrite>>> all = new()
    {
        ["inviteUser"] = _ => Of("admin", "/users", new { id = Id(1), email = "baru@uji.example", grants = new[] { new { role = "assessor", office = "14" } } }, "accounts"),
        ["inviteUserAgain"] = async host => new(
            "admin", $"{Api}/users/{await host.GivenAccount("lagi@uji.example", new { role = "assessor", office = "14" })}/invitation", () => null, null),
        ["makeApiKey"] = host => Of("admin", "/api-keys", new { id = Id(2), holder = "Mesin", scopes = new[] { "importResults" }, expiresAt = Tomorrow(host) }, "api_keys"),
        ["rotateApiKey"] = async host =>
        {
            var key = await host.GivenKey("importResults", Tomorrow(host));

            return await Of("admin", $"/api-keys/{key.Id}/rotation", new { overlapHours = 1, expiresAt = Tomorrow(host) }, null);
        },
        ["makeCalendarFeed"] = _ => Of("head.riau", "/calendar-feeds", new { id = Id(3), office = "14" }, "calendar_feeds"),
        ["openCycle"] = _ => Of("admin", "/cycles", new { year = 2031, instrument = "2024", opensOn = "2031-03-01", closesOn = "2031-10-31" }, "cycles"),
        ["planAssessments"] = async host =>
        {
            (await host.Post($"{Api}/cycles", new { year = 2032, instrument = "2024", opensOn = "2032-03-01", closesOn = "2032-10-31" })).Ok(HttpStatusCode.Created);

            return await Of("head.riau", "/cycles/2032/assessments", new { units = new[] { (await host.UnitsOfIndragiriHilir())[0] } }, "assessments");
        },
        ["publishInstrument"] = async host =>
        {
            var copy = Instruments.Copy((await host.Get($"{Api}/instruments/2023")).Ok(), "2033");

            return await Of("method", "/instruments", copy, "instruments");
        },
        ["openCorrectiveAction"] = _ => Of("head.riau", "/institutions/14.04/corrective-actions", FollowingUp.Demand with { Id = Id(4) }, "corrective_actions"),
        ["recordMeeting"] = _ => Of("head.riau", "/institutions/14.04/evaluation-meetings", FollowingUp.MeetingOf(Guid.Parse(Id(5))), "evaluation_meetings"),
        ["registerAgreement"] = _ => Of("head.riau", "/agreements", Agreeing.Pks(Id(6)).With("number", "6/2026"), "agreements"),
        ["extendAgreement"] = _ => Of("head.riau", $"/agreements/{Agreeing.DemoPks}/extensions", new { id = Id(7), title = "Perpanjangan" }, "agreements"),
        ["makeCommitment"] = async host => await Of(
            "head.riau", $"{(await host.GivenMou(until: new(2099, 12, 31)))[Api.Length..]}/commitments", Promising.Promise().With("id", Id(8)), "commitments"),
        ["reportProgress"] = async host => await Of(
            "liaison.14.04",
            $"{(await host.GivenCommitment(agreement: await host.GivenMou(until: new(2099, 12, 31))))[Api.Length..]}/progress",
            new { id = Id(9), on = "2024-03-01", text = "Sedang dipasang." },
            "progress_reports"),
        ["registerJointService"] = _ => Of("head.riau", "/joint-services", new { id = Id(10), kind = "fixed", host = "14.04", name = "Mal Pelayanan Publik" }, "joint_services"),
        ["addParticipant"] = _ => Of(
            "head.riau", $"{LomakRumbai.Lomak[Api.Length..]}/participants", new { id = Id(11), external = "Bank", joinedOn = "2023-08-23" }, "joint_service_participants"),
        ["planEvent"] = _ => Of(
            "head.riau", $"{LomakRumbai.Lomak[Api.Length..]}/events", new { id = Id(12), on = "2024-02-14", place = "14.71.12.1001" }, "joint_service_events"),
        ["importResults"] = _ => Task.FromResult(new KeyedWrite(
            "admin", $"{Api}/results/import", () => ApiCalls.Bytes("year,institution,score\n2022,14.08,82\n"u8.ToArray(), "text/csv"), "publications")),
        ["importPublicReports"] = _ => Task.FromResult(new KeyedWrite(
            "head.riau",
            $"{Api}/public-reports/import",
            () => ApiCalls.Bytes("institution,month,received,settled,medianDays,over14Days\n14.04,2024-01,3,2,9.5,1\n"u8.ToArray(), "text/csv"),
            "public_reports")),
        ["returnAssessment"] = async host =>
        {
            var assessment = (await host.GivenSubmitted()).Single();
            var write = await Of("verifier", $"{assessment[Api.Length..]}/returns", new { reasons = new[] { new { pointer = "", text = "Periksa lagi." } } }, "assessment_returns");

            return write with { Headers = [("If-Match", (await host.Read(assessment, "admin")).ETag)] };
        },
        ["writeClarification"] = async host =>
        {
            var assessment = (await host.GivenSubmitted()).Single();
            (await host.Verify(assessment)).Ok();
            var until = host.Clock.GetUtcNow().AddDays(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            (await host.SendAs("admin", HttpMethod.Put, $"{Api}/cycles/2026/clarification", JsonContent.Create(new { until }))).Ok();
            var unit = (await host.Read(assessment)).Ok().Text("unit/id");

            return await Of("liaison.14.04", "/institutions/14.04/clarifications/2026", new { id = Id(13), unit, text = "Sudah diperbaiki." }, "clarifications");
        },
        ["correctDecision"] = async host =>
        {
            var assessments = await host.GivenAnnounced();

            return await Of("admin", "/cycles/2026/corrections", new
            {
                id = Id(14),
                number = "12/2027",
                date = "2026-12-01",
                reason = "Salah baca formulir.",
                assessments = new[]
                {
                    new
                    {
                        assessment = Deciding.IdOf(assessments[0]),
                        answers = new[] { new { indicator = "process.standard.requirements", subject = "product:1", level = 0 } },
                    },
                },
            }, "decisions");
        },
    };

    public static IEnumerable<string> Names => all.Keys;

    public static Task<KeyedWrite> Prepare(string operation, ApiHost host) => all[operation](host);

    private static Task<KeyedWrite> Of(string caller, string path, object body, string? table) =>
        Task.FromResult(new KeyedWrite(caller, $"{Api}{path}", () => JsonContent.Create(body, body.GetType(), options: JsonSerializerOptions.Web), table));

    private static string Id(int number) => $"0198c0de-0000-7000-8000-{number:D12}";

    private static DateTimeOffset Tomorrow(ApiHost host) => host.Clock.GetUtcNow().AddDays(1);
}

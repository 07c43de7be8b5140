using Compliance.Api.Tests.Agreements;
using Compliance.Api.Tests.Reminders;

namespace Compliance.Api.Tests.Access;

/// <summary>A host with one of each kind of caller, and one of each thing that operations are about.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private static readonly Dictionary<Who, string> demo = new()
    {
        [Who.Administrator] = "admin",
        [Who.MethodOwner] = "method",
        [Who.Verifier] = "verifier",
        [Who.Auditor] = "auditor",
        [Who.HeadInside] = "head.riau",
        [Who.Assigned] = "assessor.riau",
        [Who.Unassigned] = "assessor2.riau",
        [Who.Liaison] = "liaison.14.04",
        [Who.LiaisonOfAnother] = "liaison.14.01",
    };

    private static readonly Dictionary<Who, object> invited = new()
    {
        [Who.HeadOutside] = new { role = "officeHead", office = "13" },
        [Who.AssessorElsewhere] = new { role = "assessor", office = "13" },
        [Who.AssessorOfAnotherCycle] = new { role = "assessor", office = "14", cycle = 2025 },
    };

    private readonly Dictionary<Who, (string, string)[]> credentials = new() { [Who.Anonymous] = [] };
    private readonly Dictionary<Who, string> spareSessions = [];

    private Stage(ApiHost host) => Host = host;

    public ApiHost Host { get; }

    /// <summary>Its address.</summary>
    public string Assessment { get; private set; } = "";

    public string Unit { get; private set; } = "";

    public JsonElement FormItem { get; private set; }

    /// <summary>The id of a file in that assessment, brought by its assessor, and of an upload that was begun.</summary>
    public string Evidence { get; private set; } = "";

    public string Upload { get; private set; } = "";

    /// <summary>The id of one of Indragiri Hilir.</summary>
    public string CorrectiveAction { get; private set; } = "";

    public string Meeting { get; private set; } = "";

    /// <summary>The address of one with Indragiri Hilir that is not signed, and the id of a file of it.</summary>
    public string Agreement { get; private set; } = "";

    public string Document { get; private set; } = "";
    /// <summary>The id of what that corrective action brought, and of a calendar feed of the head of the office.</summary>
    public string Notification { get; private set; } = "";

    public string CalendarFeed { get; private set; } = "";

    /// <summary>The address of one of Indragiri Hilir.</summary>
    public string Commitment { get; private set; } = "";

    public JsonObject Instrument { get; private set; } = [];

    /// <summary>An account that is changed, and keys that are rotated and revoked, without harm to any caller.</summary>
    public string SpareUser { get; private set; } = "";

    public string KeyToRotate { get; private set; } = "";

    public string KeyToRevoke { get; private set; } = "";

    /// <summary>Credentials that are not valid (any more), by what is wrong with them.</summary>
    public IReadOnlyDictionary<string, (string, string)[]> Wrong { get; private set; } = new Dictionary<string, (string, string)[]>();

    public (string, string)[] Credentials(Who who) => credentials[who];

    /// <summary>A session that its owner may end and go on; for whoever has none, one that does not exist.</summary>
    public string SpareSession(Who who) => spareSessions.GetValueOrDefault(who, "0198c0de-0000-7000-8000-000000000009");

    public static string PasswordOf(Who who) => demo.ContainsKey(who) ? People.DemoPassword : People.Password;

    public static async Task<Stage> Set(string provider)
    {
        var stage = new Stage(await ApiHost.Start(provider, settings: People.NoLimits));
        await stage.MakeThings();

        foreach (var (who, grant) in invited)
        {
            await stage.Host.GivenAccount($"{who}@uji.example", grant);
        }

        // An hour that stands still: what is to expire has expired, and nothing else does on a slow machine.
        var begun = stage.Host.Clock.GetUtcNow();
        stage.Host.Clock.Set(begun);
        var early = await WrongCredentials.Early.Of(stage.Host);
        stage.Host.Clock.Set(begun + TimeSpan.FromMinutes(16));

        foreach (var who in demo.Keys.Concat(invited.Keys))
        {
            await stage.SignIn(who);
        }

        stage.credentials[Who.BulkKey] = [People.Key((await stage.Host.GivenKey("readResultsInBulk", begun.AddDays(1))).Secret)];
        stage.credentials[Who.ImportKey] = [People.Key((await stage.Host.GivenKey("importResults", begun.AddDays(1))).Secret)];
        stage.Wrong = await early.Late();

        return stage;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task MakeThings()
    {
        Assessment = await Host.GivenAssessment();
        Unit = (await Host.UnitsOfIndragiriHilir())[0];
        FormItem = (await Host.FormItems(Assessment))[0];
        var file = new EvidenceOffering(FormItem.Text("indicator")!, FormItem.Text("subject")!) { File = Samples.Jpeg(1) };
        Evidence = (await Host.AddEvidence(Assessment, file)).Ok(HttpStatusCode.Created).Text("id")!;
        var begun = await Host.SendAs("assessor.riau", HttpMethod.Post, $"{Assessment}/uploads", JsonContent.Create(new { fileName = "a.pdf", size = 4 }));
        Upload = begun.Ok(HttpStatusCode.Created).Text("id")!;
        CorrectiveAction = (await Host.GivenCorrectiveAction()).Split('/')[^1];
        Meeting = (await Host.GivenMeeting()).Split('/')[^1];
        Agreement = await Host.GivenAgreement();
        Commitment = await Commitments.Promising.GivenCommitment(Host, agreement: await Commitments.Promising.GivenMou(Host, until: new(2099, 12, 31)));
        Document = (await Host.AddDocument(Agreement, Samples.Pdf(1), "head.riau", ("kind", "text"), ("title", "Naskah"))).Ok(HttpStatusCode.Created).Text("id")!;
        var soon = Host.Clock.GetUtcNow().AddDays(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await Host.GivenCorrectiveAction(FollowingUp.Demand with { DueOn = soon });
        await Host.Remind();
        Notification = (await Host.NotificationsOf("head.riau")).First(each => each.Text("kind") == "correctiveAction").Text("id")!;
        var feed = await Host.SendAs("head.riau", HttpMethod.Post, "/api/v1/calendar-feeds", JsonContent.Create(new { office = "14" }));
        CalendarFeed = feed.Ok(HttpStatusCode.Created).Text("id")!;
        Instrument = Instruments.Copy((await Host.Get("/api/v1/instruments/2023")).Ok(), "2030");
        SpareUser = await Host.GivenAccount("tamu@uji.example", new { role = "assessor", office = "14" });
        KeyToRotate = (await Host.GivenKey("readResultsInBulk", Host.Clock.GetUtcNow().AddDays(1))).Id;
        KeyToRevoke = (await Host.GivenKey("readResultsInBulk", Host.Clock.GetUtcNow().AddDays(1))).Id;
    }

    private async Task SignIn(Who who)
    {
        var email = demo.TryGetValue(who, out var name) ? $"{name}@demo.example" : $"{who}@uji.example";
        var spare = People.Bearer((await Host.SignIn(email, PasswordOf(who))).Access);
        var sessions = (await Host.SendWith([spare], HttpMethod.Get, "/api/v1/me/sessions")).Ok().Items();
        spareSessions[who] = sessions.Single(session => session.Flag("current")).Text("id")!;
        credentials[who] = [People.Bearer((await Host.SignIn(email, PasswordOf(who))).Access)];
    }
}

using Compliance.Api.Tests.Agreements;

namespace Compliance.Api.Tests.Access;

/// <summary>An operation of the served document.</summary>
internal sealed record Operation(string Id, HttpMethod Method, string Template, IReadOnlyList<string> Roles)
{
    public bool IsRead => Method == HttpMethod.Get;

    public bool IsPublic => Roles.Contains("public");
}

/// <summary>Every operation that the program says it has, with a request to each that would be right for whoever may send it.</summary>
internal static class Operations
{
    private const string Year = "2026";

    /// <summary>Those that compare versions; each is sent with one that nothing has.</summary>
    private static readonly string[] comparing =
        ["changeUser", "changePlan", "assignAssessment", "markNotAssessed", "reopenAssessment", "submitAssessment", "withdrawSubmission",
            "assignSecondScoring", "putSecondAnswers", "completeSecondScoring",
            "returnAssessment", "verifyAssessment", "withdrawVerification",
            "putEvidenceObservations", "reviewEvidence", "withdrawEvidence",
            "completeCorrectiveAction", "verifyCorrectiveAction", "correctMeeting", "writeReply", "moderateReply",
            "redraftAgreement", "recordAgreementStep", "signAgreement", "terminateAgreement",
            "redraftCommitment", "closeCommitment", "writeWorkPlan",
            "changeJointService", "changeParticipant", "changeEvent",
            "putInstitutionContacts", "putOfficeContacts"];

    public static async Task<IReadOnlyList<Operation>> Served(this ApiHost host)
    {
        var document = (await host.Get("/swagger/v1/swagger.json")).Ok();

        return
        [
            .. document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => new Operation(
                operation.Value.Text("operationId")!,
                HttpMethod.Parse(operation.Name),
                path.Name,
                [.. operation.Value.Items("x-required-role").Select(role => role.GetString()!)]))),
        ];
    }

    public static Task<Reply> Send(this Stage stage, Operation operation, Who who) =>
        stage.Send(operation, who, stage.Credentials(who));

    public static Task<Reply> Send(this Stage stage, Operation operation, Who who, (string, string)[] credentials) => stage.Host.SendWith(
        credentials, operation.Method, stage.Address(operation, who), stage.Body(operation.Id, who), Headers(operation.Id));

    /// <summary>The JSON that the operation is sent by whoever may send it; empty if the other tests send it none.</summary>
    public static async Task<JsonObject> JsonBody(this Stage stage, Operation operation)
    {
        using var body = stage.Body(operation.Id, Sender(operation));

        return body is JsonContent ? JsonNode.Parse(await body.ReadAsStringAsync())!.AsObject() : [];
    }

    /// <summary>Sends a body of the test's own as whoever may send the operation.</summary>
    public static Task<Reply> SendJson(this Stage stage, Operation operation, string body) => stage.Host.SendWith(
        stage.Credentials(Sender(operation)), operation.Method, stage.Address(operation, Sender(operation)), new StringContent(body, null, "application/json"), Headers(operation.Id));

    /// <summary>The first caller that the operation does not refuse.</summary>
    private static Who Sender(Operation operation) => Enum.GetValues<Who>().First(who => Expectations.Table[operation.Id](who) is not (401 or 403));

    /// <summary>A version that nothing has, so that nothing is changed.</summary>
    private static (string, string)[] Headers(string operation) => operation switch
    {
        _ when comparing.Contains(operation) => [("If-Match", "\"v999\"")],
        "appendToUpload" => [("Upload-Offset", "0")],
        _ => [],
    };

    public static string Address(this Stage stage, Operation operation, Who who)
    {
        var path = operation.Template
            .Replace("/assessments/{id}", stage.Assessment["/api/v1".Length..], StringComparison.Ordinal)
            .Replace("{evidenceId}", stage.Evidence, StringComparison.Ordinal)
            .Replace("/second-scorings/{id}", "/second-scorings/0198c0de-0000-7000-8000-000000000006", StringComparison.Ordinal)
            .Replace("/clarifications/{year}", $"/clarifications/{Year}", StringComparison.Ordinal)
            .Replace("/clarifications/{id}", "/clarifications/0198c0de-0000-7000-8000-000000000007", StringComparison.Ordinal)
            .Replace("{reasonId}", "0198c0de-0000-7000-8000-000000000005", StringComparison.Ordinal)
            .Replace("{uploadId}", stage.Upload, StringComparison.Ordinal)
            .Replace("/users/{id}", $"/users/{stage.SpareUser}", StringComparison.Ordinal)
            .Replace("/api-keys/{id}", $"/api-keys/{(operation.Id == "revokeApiKey" ? stage.KeyToRevoke : stage.KeyToRotate)}", StringComparison.Ordinal)
            .Replace("/me/sessions/{id}", $"/me/sessions/{stage.SpareSession(who)}", StringComparison.Ordinal)
            .Replace("/units/{id}", $"/units/{stage.Unit}", StringComparison.Ordinal)
            .Replace("/cycles/{year}", $"/cycles/{Year}", StringComparison.Ordinal)
            .Replace("/results/{year}", "/results/2023", StringComparison.Ordinal)
            .Replace("/reply/{year}", "/reply/2023", StringComparison.Ordinal)
            .Replace("/evaluation-meetings/{id}", $"/evaluation-meetings/{stage.Meeting}", StringComparison.Ordinal)
            .Replace("/report-card/{year}", "/report-card/2023", StringComparison.Ordinal)
            .Replace("/corrective-actions/{id}", $"/corrective-actions/{stage.CorrectiveAction}", StringComparison.Ordinal)
            .Replace("/agreements/{id}", stage.Agreement["/api/v1".Length..], StringComparison.Ordinal)
            .Replace("/commitments/{id}", stage.Commitment["/api/v1".Length..], StringComparison.Ordinal)
            .Replace("/work-plans/{year}", "/work-plans/2024", StringComparison.Ordinal)
            .Replace("{documentId}", stage.Document, StringComparison.Ordinal)
            .Replace("{stage}", "proposal", StringComparison.Ordinal)
            .Replace("/joint-services/{id}", LomakRumbai.Lomak["/api/v1".Length..], StringComparison.Ordinal)
            .Replace("{participantId}", LomakRumbai.Participant, StringComparison.Ordinal)
            .Replace("{eventId}", LomakRumbai.Event, StringComparison.Ordinal)
            .Replace("{month}", "2024-01", StringComparison.Ordinal)
            .Replace("/notifications/{id}", $"/notifications/{stage.Notification}", StringComparison.Ordinal)
            .Replace("/calendar-feeds/{id}", $"/calendar-feeds/{stage.CalendarFeed}", StringComparison.Ordinal)
            .Replace("/offices/{office}", "/offices/14", StringComparison.Ordinal)
            .Replace("/institutions/{code}", "/institutions/14.04", StringComparison.Ordinal)
            .Replace("/instruments/{code}", "/instruments/2023", StringComparison.Ordinal)
            .Replace("{answerId}", "0198c0de-0000-7000-8000-000000000003", StringComparison.Ordinal)
            .Replace("{key}", "00000000000000000000000000000000", StringComparison.Ordinal)
            .Replace("{indicator}", stage.FormItem.Text("indicator"), StringComparison.Ordinal)
            .Replace("{subject}", Uri.EscapeDataString(stage.FormItem.Text("subject")!), StringComparison.Ordinal);
        path.Should().NotContain("{", "{0} needs a real thing in its path", operation.Id);

        return operation.Id switch
        {
            "listImprovements" => $"{path}?target=green",
            "rankInstitutions" or "summariseResults" => $"{path}?year=2023",
            "getImprovementLoop" => $"{path}?year=2023",
            "getAgreementEffect" => $"{path}?before=2022&after=2023",
            "importResults" => $"{path}?dryRun=true",
            "importResults" or "importPublicReports" => $"{path}?dryRun=true",
            "getCoverage" => $"{path}?district=14.71.12",
            _ => path,
        };
    }

    /// <summary>Bodies that change nothing a second time, so that one caller's success does not spoil the next one's case.</summary>
    private static HttpContent? Body(this Stage stage, string operation, Who who) => operation switch
    {
        "issueTokens" => JsonContent.Create(new { email = "liaison.14.01@demo.example", password = People.DemoPassword }),
        "acceptInvitation" => JsonContent.Create(new { token = "none", password = People.Password }),
        "enrolAuthenticator" => JsonContent.Create(new { password = Stage.PasswordOf(who) }),
        "changePassword" => JsonContent.Create(new { current = Stage.PasswordOf(who), next = "short" }),
        "confirmAuthenticator" => JsonContent.Create(new { otp = "none" }),
        "inviteUser" => JsonContent.Create(new
        {
            id = "0198c0de-0000-7000-8000-000000000001",
            email = "baru@uji.example",
            grants = new[] { new { role = "assessor", office = "14" } },
        }),
        "changeUser" => JsonContent.Create(new { name = "Tamu", grants = Array.Empty<object>() }),
        "makeApiKey" => JsonContent.Create(new
        {
            id = "0198c0de-0000-7000-8000-000000000002",
            holder = "Mesin",
            scopes = new[] { "importResults" },
            expiresAt = Tomorrow(stage),
        }),
        "rotateApiKey" => JsonContent.Create(new { overlapHours = 1, expiresAt = Tomorrow(stage) }),
        "openCycle" => JsonContent.Create(Assessing.Cycle2026),
        "decideCycle" => JsonContent.Create(new { number = "1/2026", date = "2026-12-01" }),
        "announceCycle" => JsonContent.Create(new { at = "2026-12-02T03:00:00Z" }),
        "correctDecision" => JsonContent.Create(new
        {
            number = "2/2026",
            date = "2026-12-02",
            reason = "Salah baca.",
            assessments = new[] { new { assessment = "0198c0de-0000-7000-8000-000000000005", answers = new[] { new { indicator = "output.ikm", subject = "unit", number = 80 } } } },
        }),
        "planAssessments" => JsonContent.Create(new { units = new[] { stage.Unit } }),
        "assignAssessments" => JsonContent.Create(new { assessor = "assessor.riau@demo.example", assessments = new[] { stage.Assessment.Split('/')[^1] } }),
        "changePlan" => JsonContent.Create(new { subjects = new { respondents = 10 } }),
        "assignAssessment" => JsonContent.Create(new { assessor = "assessor2.riau@demo.example" }),
        "markNotAssessed" => JsonContent.Create(new { reason = "security" }),
        "drawSecondScorings" => JsonContent.Create(new { size = 1 }),
        "assignSecondScoring" => JsonContent.Create(new { scorer = "verifier@demo.example" }),
        "putSecondAnswers" => JsonContent.Create(new { answers = Array.Empty<object>() }),
        "openClarification" => JsonContent.Create(new { until = "2020-01-01" }),
        "writeClarification" => JsonContent.Create(new { unit = stage.Unit, text = "Sudah diperbaiki." }),
        "answerClarification" => JsonContent.Create(new { text = "Terima kasih.", accepted = true }),
        "returnAssessment" => JsonContent.Create(new { reasons = new[] { new { pointer = "", text = "Periksa lagi." } } }),
        "closeReturnReason" => JsonContent.Create(new { text = "Sudah diperbaiki." }),
        "putAnswers" => JsonContent.Create(new { answers = Array.Empty<object>() }),
        "settleConflict" => JsonContent.Create(new { keep = "standing", reason = "Sudah diperiksa." }),
        "mendAnswer" => JsonContent.Create(new { id = "0198c0de-0000-7000-8000-000000000003", indicator = "output.ikm", subject = "unit", number = 80 }),
        "dismissAnswer" => JsonContent.Create(new { reason = "Keliru." }),
        "addEvidence" => new MultipartFormDataContent
        {
            { new StringContent("0198c0de-0000-7000-8000-000000000003"), "id" },
            { new StringContent(stage.FormItem.Text("indicator")!), "indicator" },
            { new StringContent(stage.FormItem.Text("subject")!), "subject" },
            { new StringContent("https://example.org/lagi"), "link" },
        },
        "putEvidenceObservations" => JsonContent.Create(new { observations = new[] { new { indicator = stage.FormItem.Text("indicator"), subject = stage.FormItem.Text("subject") } } }),
        "recordMeeting" => JsonContent.Create(FollowingUp.MeetingOf(Guid.Parse("0198c0de-0000-7000-8000-000000000006"))),
        "correctMeeting" => JsonContent.Create(FollowingUp.MeetingOf(null)),
        "writeReply" => JsonContent.Create(new { text = "Terima kasih." }),
        "moderateReply" => JsonContent.Create(new { accepted = true }),
        "openCorrectiveAction" => JsonContent.Create(FollowingUp.Demand with { Id = "0198c0de-0000-7000-8000-000000000005" }),
        "completeCorrectiveAction" => JsonContent.Create(new { text = "Jalur landai terpasang." }),
        "verifyCorrectiveAction" => JsonContent.Create(new { accepted = true }),
        "makeCommitment" => JsonContent.Create(Commitments.Promising.Promise()),
        "redraftCommitment" => JsonContent.Create(Commitments.Promising.Promise()),
        "reportProgress" => JsonContent.Create(new { id = "0198c0de-0000-7000-8000-000000000010", on = "2024-03-01", text = "Sedang dipasang." }),
        "closeCommitment" => JsonContent.Create(new { accepted = true }),
        "writeWorkPlan" => JsonContent.Create(new { summary = "Enam unit lebih dulu." }),
        "registerAgreement" => JsonContent.Create(Agreeing.Pks("0198c0de-0000-7000-8000-000000000008")),
        "redraftAgreement" => JsonContent.Create(Agreeing.Pks()),
        "recordAgreementStep" => JsonContent.Create(new { on = "2024-01-10" }),
        "signAgreement" => JsonContent.Create(new { signedOn = "2024-03-04", effectiveFrom = "2024-03-04", effectiveTo = "2027-03-03" }),
        "terminateAgreement" => JsonContent.Create(new { on = "2024-06-01", reason = "Disepakati." }),
        "extendAgreement" => JsonContent.Create(new { title = "Perpanjangan" }),
        "addAgreementDocument" => new MultipartFormDataContent
        {
            { new StringContent("0198c0de-0000-7000-8000-000000000003"), "id" },
            { new StringContent("text"), "kind" },
            { new StringContent("Naskah"), "title" },
            { new StringContent("https://example.org/naskah"), "link" },
        },
        "putInstitutionContacts" or "putOfficeContacts" => JsonContent.Create(new { contacts = Array.Empty<object>() }),
        "makeCalendarFeed" => JsonContent.Create(new { institution = "14.04" }),
        "reviewEvidence" => JsonContent.Create(new { verdict = "accepted" }),
        "withdrawEvidence" => JsonContent.Create(new { reason = "Bukan dari unit ini." }),
        "beginUpload" => JsonContent.Create(new { id = "0198c0de-0000-7000-8000-000000000004", fileName = "lagi.pdf", size = 4 }),
        "appendToUpload" => ApiCalls.Bytes([], "application/octet-stream"),
        "importResults" => ApiCalls.Bytes("year,institution,score\n2022,14.08,82\n"u8.ToArray(), "text/csv"),
        "importPublicReports" => ApiCalls.Bytes("institution,month,received,settled,medianDays,over14Days\n14.04,2024-01,3,2,9.5,1\n"u8.ToArray(), "text/csv"),
        "recordPublicReports" => JsonContent.Create(new { received = 3, settled = 2, medianDays = 9.5m, over14Days = 1 }),
        "registerJointService" => JsonContent.Create(new { id = "0198c0de-0000-7000-8000-00000000000a", kind = "fixed", host = "14.04", name = "Mal Pelayanan Publik" }),
        "changeJointService" => JsonContent.Create(new { name = "LOMAK" }),
        "addParticipant" => JsonContent.Create(new { id = "0198c0de-0000-7000-8000-00000000000b", external = "Bank", joinedOn = "2023-08-23" }),
        "changeParticipant" => JsonContent.Create(new { leftOn = "2024-12-31" }),
        "planEvent" => JsonContent.Create(new { id = "0198c0de-0000-7000-8000-00000000000c", on = "2024-02-14", place = "14.71.12.1001" }),
        "changeEvent" => JsonContent.Create(new { on = "2024-01-17", place = "14.71.12.1006" }),
        "publishInstrument" => JsonContent.Create(stage.Instrument),
        "scoreUnit" => JsonContent.Create(new { instrument = "2023", dimensions = new { input = 8.72m, process = 10.76m, output = 20.76m, complaints = 9.61m } }),
        "scoreInstitution" => JsonContent.Create(new { instrument = "2023", units = new[] { 60.8m } }),
        _ => null,
    };

    private static DateTimeOffset Tomorrow(Stage stage) => stage.Host.Clock.GetUtcNow().AddDays(1);
}

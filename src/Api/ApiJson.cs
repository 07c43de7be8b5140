using System.Text.Json;
using System.Text.Json.Serialization;
using Compliance.Api.Endpoints;
using Compliance.Api.Errors;
using Compliance.Application.Accounts;
using Compliance.Application.Agreements;
using Compliance.Application.Assessments;
using Compliance.Application.Audit;
using Compliance.Application.Calendars;
using Compliance.Application.Clarifications;
using Compliance.Application.Commitments;
using Compliance.Application.Common;
using Compliance.Application.Contacts;
using Compliance.Application.CorrectiveActions;
using Compliance.Application.Cycles;
using Compliance.Application.Decisions;
using Compliance.Application.EvaluationMeetings;
using Compliance.Application.Evidence;
using Compliance.Application.Institutions;
using Compliance.Application.Instruments;
using Compliance.Application.JointServices;
using Compliance.Application.Obligations;
using Compliance.Application.PublicReports;
using Compliance.Application.Reminders;
using Compliance.Application.Replies;
using Compliance.Application.ReportCards;
using Compliance.Application.Results;
using Compliance.Application.Scoring;
using Compliance.Application.SecondScorings;
using Compliance.Application.Verification;
using Compliance.Domain.Agreements;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Compliance.Api;

/// <summary>The JSON serialisation of all types, generated at compile time so that the first response is not slow.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(EnumNames), typeof(UtcInstants), typeof(Days), typeof(NormalisedText), typeof(WholeNumbers), typeof(LongWholeNumbers)],
    RespectNullableAnnotations = false,
    PropertyNameCaseInsensitive = false,
    NumberHandling = JsonNumberHandling.Strict,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(ImportProblem))]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(HealthDetails))]
[JsonSerializable(typeof(TokensBody))]
[JsonSerializable(typeof(TokensIssued))]
[JsonSerializable(typeof(AcceptanceBody))]
[JsonSerializable(typeof(InvitationAccepted))]
[JsonSerializable(typeof(Me))]
[JsonSerializable(typeof(Page<SessionLine>))]
[JsonSerializable(typeof(SessionsEnded))]
[JsonSerializable(typeof(PasswordBody))]
[JsonSerializable(typeof(PasswordChanged))]
[JsonSerializable(typeof(EnrolBody))]
[JsonSerializable(typeof(OtpBody))]
[JsonSerializable(typeof(AuthenticatorBegun))]
[JsonSerializable(typeof(InviteBody))]
[JsonSerializable(typeof(ChangeUserBody))]
[JsonSerializable(typeof(UserDetails))]
[JsonSerializable(typeof(UserInvited))]
[JsonSerializable(typeof(Page<UserDetails>))]
[JsonSerializable(typeof(ApiKeyBody))]
[JsonSerializable(typeof(RotationBody))]
[JsonSerializable(typeof(ApiKeyMade))]
[JsonSerializable(typeof(ApiKeyDetails))]
[JsonSerializable(typeof(Page<ApiKeyDetails>))]
[JsonSerializable(typeof(Page<AuditLine>))]
[JsonSerializable(typeof(AuditVerified))]
[JsonSerializable(typeof(AuditSealed))]
[JsonSerializable(typeof(Page<AuditKeyLine>))]
[JsonSerializable(typeof(Page<CheckpointLine>))]
[JsonSerializable(typeof(Page<RegionLine>))]
[JsonSerializable(typeof(Page<InstitutionLine>))]
[JsonSerializable(typeof(InstitutionDetails))]
[JsonSerializable(typeof(Page<ServiceUnitLine>))]
[JsonSerializable(typeof(ServiceUnitDetails))]
[JsonSerializable(typeof(Page<UnitResultDetails>))]
[JsonSerializable(typeof(ResultDetails))]
[JsonSerializable(typeof(Page<ResultDetails>))]
[JsonSerializable(typeof(Page<RankedInstitution>))]
[JsonSerializable(typeof(ResultsSummary))]
[JsonSerializable(typeof(Page<InstrumentLine>))]
[JsonSerializable(typeof(InstrumentDetails))]
[JsonSerializable(typeof(InstrumentPublished))]
[JsonSerializable(typeof(Page<BandLine>))]
[JsonSerializable(typeof(ScoreUnitBody))]
[JsonSerializable(typeof(ScoreInstitutionBody))]
[JsonSerializable(typeof(ScoreCardDetails))]
[JsonSerializable(typeof(OpenCycleBody))]
[JsonSerializable(typeof(CycleDetails))]
[JsonSerializable(typeof(Page<CycleLine>))]
[JsonSerializable(typeof(PlenaryBody))]
[JsonSerializable(typeof(DecisionBody))]
[JsonSerializable(typeof(AnnouncementBody))]
[JsonSerializable(typeof(CorrectionBody))]
[JsonSerializable(typeof(DecisionDetails))]
[JsonSerializable(typeof(Page<DecisionDetails>))]
[JsonSerializable(typeof(PlanBody))]
[JsonSerializable(typeof(AssessmentsPlanned))]
[JsonSerializable(typeof(AssignmentsBody))]
[JsonSerializable(typeof(AssessmentsAssigned))]
[JsonSerializable(typeof(CycleProgress))]
[JsonSerializable(typeof(LocusBody))]
[JsonSerializable(typeof(AssignmentBody))]
[JsonSerializable(typeof(NotAssessedBody))]
[JsonSerializable(typeof(ReturnBody))]
[JsonSerializable(typeof(ReturnDetails))]
[JsonSerializable(typeof(Page<ReturnDetails>))]
[JsonSerializable(typeof(ReasonClosureBody))]
[JsonSerializable(typeof(ReturnReasonDetails))]
[JsonSerializable(typeof(SecondScoringBody))]
[JsonSerializable(typeof(SecondScoringSample))]
[JsonSerializable(typeof(Page<SecondScoringDetails>))]
[JsonSerializable(typeof(SecondScorerBody))]
[JsonSerializable(typeof(SecondScoringDetails))]
[JsonSerializable(typeof(SecondScoringForm))]
[JsonSerializable(typeof(SecondAnswersBody))]
[JsonSerializable(typeof(InterRaterAgreementDetails))]
[JsonSerializable(typeof(ClarificationWindowBody))]
[JsonSerializable(typeof(ClarificationWindow))]
[JsonSerializable(typeof(InstitutionClarifications))]
[JsonSerializable(typeof(ClarificationBody))]
[JsonSerializable(typeof(ClarificationAnswerBody))]
[JsonSerializable(typeof(ClarificationDetails))]
[JsonSerializable(typeof(Page<ClarificationDetails>))]
[JsonSerializable(typeof(Page<AssessmentLine>))]
[JsonSerializable(typeof(AssessmentDetails))]
[JsonSerializable(typeof(AssessmentForm))]
[JsonSerializable(typeof(AnswersBody))]
[JsonSerializable(typeof(AnswerBody))]
[JsonSerializable(typeof(AnswersPut))]
[JsonSerializable(typeof(AnswerItemBody))]
[JsonSerializable(typeof(AnswerOutcome))]
[JsonSerializable(typeof(Page<ConflictLine>))]
[JsonSerializable(typeof(SettlementBody))]
[JsonSerializable(typeof(ConflictSettled))]
[JsonSerializable(typeof(Page<RefusedLine>))]
[JsonSerializable(typeof(DismissalBody))]
[JsonSerializable(typeof(AnswerDismissed))]
[JsonSerializable(typeof(Page<AnswerLine>))]
[JsonSerializable(typeof(Page<AnswerEvent>))]
[JsonSerializable(typeof(ImprovementPlanDetails))]
[JsonSerializable(typeof(EvidenceForm))]
[JsonSerializable(typeof(EvidenceDetails))]
[JsonSerializable(typeof(Page<EvidenceDetails>))]
[JsonSerializable(typeof(ObservationsBody))]
[JsonSerializable(typeof(ReviewBody))]
[JsonSerializable(typeof(WithdrawalBody))]
[JsonSerializable(typeof(UploadBody))]
[JsonSerializable(typeof(UploadDetails))]
[JsonSerializable(typeof(CorrectiveActionBody))]
[JsonSerializable(typeof(CompletionBody))]
[JsonSerializable(typeof(VerificationBody))]
[JsonSerializable(typeof(CorrectiveActionDetails))]
[JsonSerializable(typeof(Page<CorrectiveActionDetails>))]
[JsonSerializable(typeof(ReportCard))]
[JsonSerializable(typeof(MeetingBody))]
[JsonSerializable(typeof(MeetingInput))]
[JsonSerializable(typeof(MeetingDetails))]
[JsonSerializable(typeof(Page<MeetingDetails>))]
[JsonSerializable(typeof(CommitmentBody))]
[JsonSerializable(typeof(CommitmentInput))]
[JsonSerializable(typeof(CommitmentDetails))]
[JsonSerializable(typeof(Page<CommitmentDetails>))]
[JsonSerializable(typeof(ProgressBody))]
[JsonSerializable(typeof(ProgressDetails))]
[JsonSerializable(typeof(Page<ProgressDetails>))]
[JsonSerializable(typeof(ClosureBody))]
[JsonSerializable(typeof(WorkPlanBody))]
[JsonSerializable(typeof(WorkPlanDetails))]
[JsonSerializable(typeof(Page<WorkPlanDetails>))]
[JsonSerializable(typeof(Page<FollowUpLine>))]
[JsonSerializable(typeof(FollowUpSummary))]
[JsonSerializable(typeof(AgreementHealthDetails))]
[JsonSerializable(typeof(AgreementPortfolio))]
[JsonSerializable(typeof(Page<AgreementHealthDetails>))]
[JsonSerializable(typeof(ImprovementLoop))]
[JsonSerializable(typeof(ReplyBody))]
[JsonSerializable(typeof(ModerationBody))]
[JsonSerializable(typeof(ReplyDetails))]
[JsonSerializable(typeof(AgreementBody))]
[JsonSerializable(typeof(AgreementInput))]
[JsonSerializable(typeof(ExtensionBody))]
[JsonSerializable(typeof(StepBody))]
[JsonSerializable(typeof(SignatureInput))]
[JsonSerializable(typeof(TerminationBody))]
[JsonSerializable(typeof(AgreementDetails))]
[JsonSerializable(typeof(Page<AgreementDetails>))]
[JsonSerializable(typeof(AgreementTimeline))]
[JsonSerializable(typeof(AgreementEffectDetails))]
[JsonSerializable(typeof(Page<ScopeItem>))]
[JsonSerializable(typeof(AgreementDocumentForm))]
[JsonSerializable(typeof(AgreementDocumentDetails))]
[JsonSerializable(typeof(Page<AgreementDocumentDetails>))]
[JsonSerializable(typeof(PublicReportsBody))]
[JsonSerializable(typeof(MonthDetails))]
[JsonSerializable(typeof(Page<MonthDetails>))]
[JsonSerializable(typeof(JointServiceBody))]
[JsonSerializable(typeof(JointServiceInput))]
[JsonSerializable(typeof(JointServiceDetails))]
[JsonSerializable(typeof(Page<JointServiceDetails>))]
[JsonSerializable(typeof(ParticipantBody))]
[JsonSerializable(typeof(ParticipantChangeBody))]
[JsonSerializable(typeof(ParticipantDetails))]
[JsonSerializable(typeof(Page<ParticipantDetails>))]
[JsonSerializable(typeof(EventBody))]
[JsonSerializable(typeof(EventInput))]
[JsonSerializable(typeof(EventDetails))]
[JsonSerializable(typeof(Page<EventDetails>))]
[JsonSerializable(typeof(CoverageDetails))]
[JsonSerializable(typeof(Page<NotificationLine>))]
[JsonSerializable(typeof(NotificationLine))]
[JsonSerializable(typeof(Page<OutboxLine>))]
[JsonSerializable(typeof(ContactsBody))]
[JsonSerializable(typeof(ContactsDetails))]
[JsonSerializable(typeof(CalendarFeedBody))]
[JsonSerializable(typeof(CalendarFeedMade))]
[JsonSerializable(typeof(CalendarFeedDetails))]
[JsonSerializable(typeof(Page<CalendarFeedDetails>))]
internal sealed partial class ApiJson : JsonSerializerContext;

/// <summary>
/// The serialisation of responses to GET. They are nested at most as deep as JSON readers usually accept, requests somewhat less: a refused item of a
/// request is listed as it was sent, some levels further down.
/// </summary>
internal sealed class ResponseJson(IOptions<JsonOptions> http)
{
    /// <summary>The deepest request: as an item of a page, its content is three levels further down.</summary>
    public const int RequestDepth = Depth - 3;

    private const int Depth = 64;

    private readonly JsonSerializerOptions options = new(http.Value.SerializerOptions) { MaxDepth = Depth };

    public byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, options.GetTypeInfo(typeof(T)));
}

internal static class JsonServices
{
    public static void AddJson(this IServiceCollection services)
    {
        services.AddSingleton<ResponseJson>();
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.MaxDepth = ResponseJson.RequestDepth;
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
            options.SerializerOptions.TypeInfoResolverChain.Insert(1, InstrumentJson.Default);
            options.SerializerOptions.Converters.Add(new EnumNames());
            options.SerializerOptions.Converters.Add(new UtcInstants());
            options.SerializerOptions.Converters.Add(new Days());
            options.SerializerOptions.Converters.Add(new NormalisedText());
            options.SerializerOptions.Converters.Add(new WholeNumbers());
            options.SerializerOptions.Converters.Add(new LongWholeNumbers());
            options.SerializerOptions.PropertyNameCaseInsensitive = false;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.SerializerOptions.AllowDuplicateProperties = false;
        });
    }
}

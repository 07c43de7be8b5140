using Compliance.Api.Endpoints;
using Compliance.Application.Agreements;
using Compliance.Application.Assessments;
using Compliance.Application.Audit;
using Compliance.Application.Clarifications;
using Compliance.Application.Commitments;
using Compliance.Application.CorrectiveActions;
using Compliance.Application.JointServices;
using Compliance.Application.Replies;
using Compliance.Application.Results;
using Compliance.Application.Scoring;
using Compliance.Application.SecondScorings;
using Compliance.Domain.Agreements;
using Compliance.Domain.Assessments;
using Compliance.Domain.Commitments;
using Compliance.Domain.Common;
using Compliance.Domain.Evidence;
using Compliance.Domain.Obligations;

namespace Compliance.Api.OpenApi;

/// <summary>
/// The published ids of schemas. Clients are generated from them, so a renamed type keeps the id of its
/// first name by an entry here; the id of any other type is its name.
/// </summary>
internal static class SchemaNames
{
    private static readonly Dictionary<Type, string> published = new()
    {
        [typeof(AgreementEffectDetails)] = "AgreementEffectAnswer",
        [typeof(InterRaterAgreementDetails)] = "AgreementAnswer",
        [typeof(AnswerBody)] = nameof(AnswerItemBody),
        [typeof(AssessmentProgressDetails)] = "ProgressAnswer",
        [typeof(AssessorInterRaterAgreement)] = "AssessorAgreement",
        [typeof(AuditDefectDetails)] = "BrokenPlace",
        [typeof(ClarificationReply)] = "ClarificationAnswer",
        [typeof(ClearanceDetails)] = "ClearanceAnswer",
        [typeof(CommitmentOriginDetails)] = "AnsweredAnswer",
        [typeof(CommitmentOriginInput)] = "AnsweredInput",
        [typeof(CompletenessDetails)] = "CompletenessAnswer",
        [typeof(CompletionDetails)] = "CompletionAnswer",
        [typeof(ConflictChoice)] = "KeptAnswer",
        [typeof(CoverageDetails)] = "CoverageAnswer",
        [typeof(DeadlineDetails)] = "DeadlineAnswer",
        [typeof(DimensionScoreDetails)] = "DimensionAnswer",
        [typeof(DivergenceDetails)] = "DivergenceAnswer",
        [typeof(ExcludedInstitutionDetails)] = "LeftOutInstitution",
        [typeof(ExclusionReason)] = "LeftOutReason",
        [typeof(GeoLocation)] = "Place",
        [typeof(GeoLocationDetails)] = "PlaceAnswer",
        [typeof(HealthDetails)] = "HealthAnswer",
        [typeof(ImprovementPlanDetails)] = "ImprovementsAnswer",
        [typeof(IndicatorInterRaterAgreement)] = "IndicatorAgreement",
        [typeof(IndicatorScoreDetails)] = "IndicatorAnswer",
        [typeof(LastYearDetails)] = "LastYearAnswer",
        [typeof(LocalizedText)] = "Text",
        [typeof(MeasurementDetails)] = "MeasuredAnswer",
        [typeof(NoMeasurementReason)] = "NoMeasure",
        [typeof(NotAssessedDetails)] = "NotAssessedAnswer",
        [typeof(ObligationCounts)] = "DueCounts",
        [typeof(ObligationKind)] = "DueKind",
        [typeof(ObligationStatus)] = "DueStatus",
        [typeof(ProgressCount)] = "Part",
        [typeof(RecurrenceInterval)] = "Interval",
        [typeof(ReplyDetails)] = "ReplyAnswer",
        [typeof(ResultDetails)] = "ResultAnswer",
        [typeof(RoundingDetails)] = "RoundingAnswer",
        [typeof(ScoreCardDetails)] = "ScoreCardAnswer",
        [typeof(ScoreRangeDetails)] = "RangeAnswer",
        [typeof(SubjectCounts)] = "SubjectsAnswer",
        [typeof(TargetDetails)] = "TargetAnswer",
        [typeof(TargetDirection)] = "Direction",
        [typeof(TechniqueScoreDetails)] = "TechniqueAnswer",
        [typeof(UnitResultDetails)] = "UnitResultAnswer",
        [typeof(VariableScoreDetails)] = "VariableAnswer",
    };

    /// <summary>Follows Swashbuckle's own scheme: a page of agreements is an AgreementDetailsPage.</summary>
    public static string IdOf(Type type)
    {
        var arguments = type.IsConstructedGenericType ? string.Concat(type.GetGenericArguments().Select(IdOf)) : "";
        var definition = type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;

        return arguments + (published.GetValueOrDefault(definition) ?? definition.Name.Split('`')[0].Replace("[]", "Array", StringComparison.Ordinal));
    }
}

using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Application.Scoring;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;

namespace Compliance.Application.Assessments;

[Needs(Permission.ReadAssessments)]
public sealed record GetAssessment(Guid Id) : IRequest<AssessmentDetails>;

/// <param name="Office">The office that is responsible for the unit: a province code, or 00 for head office.</param>
/// <param name="Assessor">The e-mail address of the assessor to whom the whole unit is assigned.</param>
/// <param name="Techniques">The assessors to whom single techniques are assigned.</param>
/// <param name="Subjects">How many subjects of each kind are observed.</param>
/// <param name="AssessedAt">Where it is assessed, if not in its own region.</param>
/// <param name="NotAssessed">Why the unit is not assessed; null if it is assessed.</param>
/// <param name="Version">Counts the changes of plan, assignment and status; the version to send in <c>If-Match</c>.</param>
/// <param name="SheetVersion">Increases with every batch that changes an answer, and with every change of plan or status that affects answers.</param>
public sealed record AssessmentDetails(
    Guid Id,
    int Cycle,
    string Instrument,
    UnitRef Unit,
    InstitutionRef Institution,
    string Office,
    string? Assessor,
    IReadOnlyList<TechniqueAssignment> Techniques,
    SubjectCounts Subjects,
    GeoLocationDetails? AssessedAt,
    AssessmentStatus Status,
    NotAssessedDetails? NotAssessed,
    AssessmentProgressDetails Progress,
    int Version,
    IReadOnlyList<string> AllowedActions,
    int SheetVersion,
    CompletenessDetails Completeness);

public sealed record SubjectCounts(IReadOnlyList<PlannedProduct> Products, int Respondents, int Officials);

/// <param name="Id">The service product of this subject; null if no product is named.</param>
public sealed record PlannedProduct(string Subject, Guid? Id, string? Name);

/// <param name="Region">A Kemendagri code.</param>
public sealed record GeoLocationDetails(string Region, string Name, string? Note);

internal sealed class GetAssessmentHandler(AssessmentQueries reading) : IRequestHandler<GetAssessment, AssessmentDetails>
{
    public Task<AssessmentDetails> Handle(GetAssessment request, CancellationToken cancellationToken) => reading.Details(request.Id, cancellationToken);
}

using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.PublicReports;

namespace Compliance.Application.PublicReports;

/// <summary>Records or corrects the figures of a month. Repeating it changes nothing.</summary>
/// <param name="Version">The versions that the caller has read; <see cref="ExpectedVersions.NotYet"/> if it has named none.</param>
[Needs(Permission.RecordPublicReports)]
public sealed record RecordPublicReports(
    string Institution, Month Month, ExpectedVersions Version, int? Received, int? Settled, decimal? MedianDays, int? Over14Days) : IRequest<MonthDetails>, IRepeatable;

internal sealed class RecordPublicReportsValidator : AbstractValidator<RecordPublicReports>
{
    public RecordPublicReportsValidator()
    {
        RuleFor(request => request.Received).Required();
        RuleFor(request => request.Settled).Required();
        RuleFor(request => request.Over14Days).Required();
    }
}

internal sealed class RecordPublicReportsHandler(IComplianceDb db, IInstitutionLocks locks, RequestContext context, TimeProvider clock)
    : IRequestHandler<RecordPublicReports, MonthDetails>
{
    public async Task<MonthDetails> Handle(RecordPublicReports request, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.LoadByCode(request.Institution, cancellationToken);
        Rule.Require(context.Caller.MayAt(Permission.RecordPublicReports, institution), AccessErrors.OutsideScope);
        var now = clock.GetUtcNow();

        // Open reports are carried from month to month, so concurrent changes must be checked one after the other.
        await using var transaction = await db.Begin(cancellationToken);
        await locks.Lock([institution.Id], cancellationToken);
        var caseload = await db.LoadCaseload(institution, cancellationToken);
        var (current, figures) = (caseload[request.Month], FiguresOf(request));
        var repeats = request.Version == ExpectedVersions.NotYet && current?.Figures == figures;

        if (!repeats)
        {
            current.RequireVersion(request.Version);
        }

        var faults = caseload.FaultsWith(new Dictionary<Month, CaseloadFigures> { [request.Month] = figures }, institution.MonthOf(now));
        Rule.RequireNone([.. faults.Select(each => each.Fault)], PublicReportErrors.Refused);

        if (caseload.Put(request.Month, figures, context.Caller.Id is { } id ? AccountId.From(id) : null, now) is { } row && current is null)
        {
            db.MonthlyCaseloads.Add(row);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return caseload.Months.Single(month => month.Month == request.Month).Show(caseload, institution, context.Caller);
    }

    private static CaseloadFigures FiguresOf(RecordPublicReports request) =>
        new(request.Received!.Value, request.Settled!.Value, request.MedianDays, request.Over14Days!.Value);
}

using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Application.Instruments;
using Compliance.Application.Results;
using Compliance.Domain.Access;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Institutions;

namespace Compliance.Application.CorrectiveActions;

/// <summary>Opens a corrective action of an institution. Repeating it with the same id changes nothing.</summary>
/// <param name="Id">Chosen by the client, so that the request can be repeated safely.</param>
[Needs(Permission.OpenCorrectiveActions)]
public sealed record OpenCorrectiveAction(
    string Institution,
    Guid? Id,
    CorrectiveActionKind? Kind,
    DocumentInput? Document,
    Guid? Unit,
    string? Indicator,
    string? Title,
    DateOnly? DueOn) : IRequest<CorrectiveActionDetails>, IRepeatable;

public sealed record DocumentInput(string? Number, DateOnly? Date);

internal sealed class OpenCorrectiveActionValidator : AbstractValidator<OpenCorrectiveAction>
{
    public OpenCorrectiveActionValidator()
    {
        RuleFor(request => request.Kind).Required();
        RuleFor(request => request.Document).Required();
        When(request => request.Document is not null, () =>
        {
            RuleFor(request => request.Document!.Number).Required().Text(PlainText.NameLength);
            RuleFor(request => request.Document!.Date).Required();
        });
        RuleFor(request => request.Indicator).Text(PlainText.CodeLength);
        RuleFor(request => request.Title).Required().Text(PlainText.NoteLength);
        RuleFor(request => request.DueOn).Required();
    }
}

internal sealed class OpenCorrectiveActionHandler(IComplianceDb db, InstrumentLibrary library, LatestPublication latest, RequestContext context, TimeProvider clock)
    : IRequestHandler<OpenCorrectiveAction, CorrectiveActionDetails>
{
    public async Task<CorrectiveActionDetails> Handle(OpenCorrectiveAction request, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.LoadByCode(request.Institution, cancellationToken);
        Rule.Require(context.Caller.MayAt(Permission.OpenCorrectiveActions, institution), AccessErrors.OutsideScope);
        var now = clock.GetUtcNow();
        var id = EntityId.GivenOrNew<CorrectiveActionId>(request.Id, now);
        var content = ContentOf(request);
        Rule.RequireNone(await Faults(institution, content, cancellationToken), CorrectiveActionErrors.ActionRefused);

        if (await db.CorrectiveActions.FindRepeated(
            each => each.Id == id, each => each.SaysTheSameAs(institution.Id, content), cancellationToken) is null)
        {
            db.CorrectiveActions.Add(CorrectiveAction.Open(id, institution, content, context.Caller, now));
            await db.SaveChangesAsync(cancellationToken);
            await db.AfterCommit(async () => latest.AdvanceClearances(await db.ClearanceChanges(CancellationToken.None)));
        }

        return await db.ReadCorrectiveAction(id, context.Caller, now, cancellationToken);
    }

    private static CorrectiveActionContent ContentOf(OpenCorrectiveAction request) => new(
        request.Kind!.Value,
        request.Document!.Number!,
        request.Document.Date!.Value,
        request.Unit is { } unit ? ServiceUnitId.From(unit) : null,
        request.Indicator,
        request.Title!,
        request.DueOn!.Value);

    private async Task<IReadOnlyList<Fault>> Faults(Institution institution, CorrectiveActionContent content, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();

        if (content.UnitId is { } unit && !await db.ServiceUnits.AnyAsync(each => each.Id == unit && each.InstitutionId == institution.Id, cancellationToken))
        {
            faults.Add(CorrectiveActionErrors.UnitOfAnother.At("/unit"));
        }

        if (content.Indicator is { } code && (await library.All(db, cancellationToken)).All(known => known.Instrument.PositionOf(code) is null))
        {
            faults.Add(CorrectiveActionErrors.IndicatorNowhere.At("/indicator"));
        }

        return faults;
    }
}

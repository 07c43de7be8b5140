using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Institutions;
using Compliance.Domain.JointServices;

namespace Compliance.Application.JointServices;

/// <summary>Adds an institution, a unit or an outside body as a participant. Repeating it with the same id changes nothing.</summary>
/// <param name="Id">Chosen by the client, so that the request can be repeated safely.</param>
/// <param name="External">The name of a body outside the registry.</param>
[Needs(Permission.RunJointServices)]
public sealed record AddParticipant(
    Guid Service,
    Guid? Id,
    string? Institution,
    Guid? Unit,
    string? External,
    DateOnly? JoinedOn,
    IReadOnlyList<CounterServiceInput>? Services,
    Language Language) : IRequest<ParticipantDetails>, IRepeatable;

internal sealed class AddParticipantValidator : AbstractValidator<AddParticipant>
{
    public AddParticipantValidator()
    {
        RuleFor(request => request.Institution).Text(PlainText.CodeLength);
        RuleFor(request => request.External).Text(PlainText.NameLength);
        RuleFor(request => request.JoinedOn).Required();
        this.Services(request => request.Services);
    }
}

internal sealed class AddParticipantHandler(IComplianceDb db, ParticipantPresenter presenter, RequestContext context, TimeProvider clock)
    : IRequestHandler<AddParticipant, ParticipantDetails>
{
    public async Task<ParticipantDetails> Handle(AddParticipant request, CancellationToken cancellationToken)
    {
        var service = await db.LoadJointServiceFor(request.Service, context.Caller, cancellationToken);
        var (body, services) = (await BodyOf(request, cancellationToken), CounterServiceInput.ToServices(request.Services));
        var id = EntityId.GivenOrNew<ParticipantId>(request.Id, clock.GetUtcNow());
        var participant = service.Participants.FirstOrDefault(each => each.Id == id);

        if (participant is null)
        {
            Rule.Require(
                !await db.JointServices.IgnoreQueryFilters().AnyAsync(each => each.Participants.Any(other => other.Id == id), cancellationToken),
                ConcurrencyErrors.IdTaken);
            participant = service.Join(id, body, request.JoinedOn!.Value, services, await db.FindSpk(service.Spk, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
        }
        else
        {
            Rule.Require(participant.SaysTheSameAs(body, request.JoinedOn!.Value, services), ConcurrencyErrors.IdTaken);
        }

        return (await presenter.Show(service, [participant], request.Language, cancellationToken))[0];
    }

    private async Task<ParticipatingBody> BodyOf(AddParticipant request, CancellationToken cancellationToken)
    {
        var named = new object?[] { request.Institution, request.Unit, request.External }.Count(each => each is not (null or ""));
        Rule.RequireNone(named == 1 ? [] : [JointServiceErrors.OneParticipant.At("")], JointServiceErrors.ParticipantRefused);

        if (request.Unit is { } unitId)
        {
            var id = ServiceUnitId.From(unitId);
            var unit = await db.ServiceUnits.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken);
            Rule.RequireNone(unit is null ? [RegistryErrors.UnknownUnit(unitId).At("/unit")] : [], JointServiceErrors.ParticipantRefused);

            return ParticipatingBody.Of(unit!.InstitutionId, unit.Id);
        }

        return string.IsNullOrEmpty(request.External)
            ? ParticipatingBody.Of((await db.LoadInstitutionAt(request.Institution!, "/institution", JointServiceErrors.ParticipantRefused, cancellationToken)).Id)
            : ParticipatingBody.Outside(request.External);
    }
}

using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.JointServices;

/// <summary>Replaces what a participant offers, and records when it leaves.</summary>
/// <param name="Version">The versions that the caller has read.</param>
/// <param name="LeftOn">The last day on which it takes part; null if it stays.</param>
[Needs(Permission.RunJointServices)]
public sealed record ChangeParticipant(
    Guid Service, Guid Id, ExpectedVersions Version, DateOnly? LeftOn, IReadOnlyList<CounterServiceInput>? Services, Language Language) : IRequest<ParticipantDetails>;

internal sealed class ChangeParticipantValidator : AbstractValidator<ChangeParticipant>
{
    public ChangeParticipantValidator() => this.Services(request => request.Services);
}

internal sealed class ChangeParticipantHandler(IComplianceDb db, ParticipantPresenter presenter, RequestContext context)
    : IRequestHandler<ChangeParticipant, ParticipantDetails>
{
    public async Task<ParticipantDetails> Handle(ChangeParticipant request, CancellationToken cancellationToken)
    {
        var service = await db.LoadJointServiceFor(request.Service, context.Caller, cancellationToken);
        var participant = service.Participants.FirstOrDefault(each => each.Id.Value == request.Id)
            ?? throw new NotFoundException(ResourceKind.Participant, request.Id);
        participant.RequireVersion(request.Version);

        service.Change(participant, request.LeftOn, CounterServiceInput.ToServices(request.Services));
        await db.SaveChangesAsync(cancellationToken);

        return (await presenter.Show(service, [participant], request.Language, cancellationToken))[0];
    }
}

using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Common;
using Compliance.Application.JointServices;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Domain.JointServices;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class JointServiceEndpoints
{
    internal const string Tag = "Joint services";

    private static readonly DomainError[] ServiceFaults =
    [
        JointServiceErrors.Refused, RegistryErrors.UnknownInstitution("", []), AgreementErrors.UnknownAgreement, JointServiceErrors.NotAnSpk,
        JointServiceErrors.SpkNotSigned, JointServiceErrors.SpkNeeded, JointServiceErrors.ClosedBeforeOpened,
    ];

    private static readonly DomainError[] ParticipantFaults =
    [
        JointServiceErrors.ParticipantRefused, JointServiceErrors.LeftBeforeJoined, JointServiceErrors.LeftBeforeEvent,
    ];

    public static void MapJointServices(this IEndpointRouteBuilder routes)
    {
        var services = routes.MapGroup("/joint-services").WithTags(Tag);
        services.MapGet("", List).WithName("listJointServices").Sends<ListJointServices>()
            .WithSummary("List joint services")
            .Takes("institution", "Only joint services that this institution hosts or takes part in, by its code.")
            .TakesOneOf<JointServiceKind>("kind", "A mall at a fixed place, or a mobile service")
            .Takes("office", ParameterTexts.Office)
            .Refuses(HttpRefusals.NotFound);
        services.MapPost("", Register).WithName("registerJointService").Sends<RegisterJointService>()
            .WithSummary("Register a joint service")
            .TakesJson()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(ConcurrencyErrors.IdTaken)
            .Refuses(ServiceFaults)
            .TakesIdempotencyKey();
        var service = services.MapGroup("/{id:guid}").Takes("id", ParameterTexts.JointService).Refuses(HttpRefusals.NotFound);
        service.MapGet("", Get).WithName("getJointService").Sends<GetJointService>().WithSummary("Read a joint service");
        service.MapPut("", Change).WithName("changeJointService").Sends<ChangeJointService>()
            .WithSummary("Replace the name, agreement and dates of a joint service")
            .TakesJson().TakesIfMatch()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses([.. ServiceFaults, JointServiceErrors.NotAParty, JointServiceErrors.NotOpenThen]);
        service.MapGet("/participants", ListParticipants).WithName("listParticipants").Sends<ListParticipants>()
            .WithSummary("List the participants of a joint service");
        service.MapPost("/participants", Add).WithName("addParticipant").Sends<AddParticipant>()
            .WithSummary("Add a participant to a joint service")
            .TakesJson(JsonBodies.ManyBytes)
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(ConcurrencyErrors.IdTaken, JointServiceErrors.ParticipantTwice, ConcurrencyErrors.ChangedMeanwhile)
            .Refuses(
                JointServiceErrors.ParticipantRefused, JointServiceErrors.OneParticipant, RegistryErrors.UnknownInstitution("", []),
                RegistryErrors.UnknownUnit(default), JointServiceErrors.SpkNeeded, JointServiceErrors.NotAParty)
            .TakesIdempotencyKey();
        service.MapPut("/participants/{participantId:guid}", ChangeParticipant).WithName("changeParticipant").Sends<ChangeParticipant>()
            .WithSummary("Replace the services of a participant")
            .WithDescription("Also records the last day on which it takes part.")
            .Takes("participantId", "The id of the participant.")
            .TakesJson(JsonBodies.ManyBytes).TakesIfMatch()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(JointServiceErrors.ParticipantTwice)
            .Refuses(ParticipantFaults);
    }

    private static async Task<Document<Page<JointServiceDetails>>> List(
        string? institution, string? kind, string? office, string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListJointServices(
            query.Text(nameof(institution), institution),
            query.OneOf<JointServiceKind>(nameof(kind), kind),
            query.Text(nameof(office), office),
            query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Created<JointServiceDetails>> Register(
        JointServiceBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var registered = await mediator.Send(new RegisterJointService(body.Id, body.Kind, body.Host, body.Service), cancellationToken);
        http.Response.Headers.ETag = Versions.ToETag(registered.Version);

        return TypedResults.Created($"/api/v1/joint-services/{registered.Id}", registered);
    }

    private static async Task<Document<JointServiceDetails>> Get(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new GetJointService(id), cancellationToken));

    private static async Task<Document<JointServiceDetails>> Change(
        Guid id, JointServiceInput body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new ChangeJointService(id, http.ExpectedVersions(), body), cancellationToken));

    private static async Task<Document<Page<ParticipantDetails>>> ListParticipants(
        Guid id, string? limit, string? cursor, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListParticipants(id, http.ReaderLanguage(), query.Paging(limit, cursor, parts: 2));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Created<ParticipantDetails>> Add(
        Guid id, ParticipantBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var added = await mediator.Send(
            new AddParticipant(id, body.Id, body.Institution, body.Unit, body.External, body.JoinedOn, body.Services, http.ReaderLanguage()), cancellationToken);
        http.Response.Headers.ETag = Versions.ToETag(added.Version);

        return TypedResults.Created($"/api/v1/joint-services/{id}/participants/{added.Id}", added);
    }

    private static async Task<Document<ParticipantDetails>> ChangeParticipant(
        Guid id, Guid participantId, ParticipantChangeBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var changed = await mediator.Send(
            new ChangeParticipant(id, participantId, http.ExpectedVersions(), body.LeftOn, body.Services, http.ReaderLanguage()), cancellationToken);

        return Document.Changing(changed, changed.Version);
    }

    /// <summary>The status and the allowed actions change without the version.</summary>
    private static Document<JointServiceDetails> Show(JointServiceDetails details) => Document.Changing(details, details.Version);
}

internal sealed record JointServiceBody(
    Guid? Id, JointServiceKind? Kind, string? Host, string? Name, Guid? Agreement, DateOnly? OpenedOn, DateOnly? ClosedOn)
{
    internal JointServiceInput Service => new(Name, Agreement, OpenedOn, ClosedOn);
}

internal sealed record ParticipantBody(
    Guid? Id, string? Institution, Guid? Unit, string? External, DateOnly? JoinedOn, IReadOnlyList<CounterServiceInput>? Services);

internal sealed record ParticipantChangeBody(DateOnly? LeftOn, IReadOnlyList<CounterServiceInput>? Services);

using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Agreements;
using Compliance.Application.Common;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class AgreementChangeEndpoints
{
    private static readonly DomainError[] contentFaults =
    [
        AgreementErrors.Refused, AgreementErrors.OneSideEach, RegistryErrors.UnknownInstitution("", []), RegistryErrors.UnknownUnit(default),
        AccessErrors.UnknownOffice, AgreementErrors.UnknownScope, AgreementErrors.UnknownAgreement, AgreementErrors.PartyTwice,
        AgreementErrors.TwoPartiesNeeded, AgreementErrors.OfficeNeeded, AgreementErrors.OtherSideNeeded, AgreementErrors.MouUnderNothing,
        AgreementErrors.MouNeeded, AgreementErrors.NotCovered,
    ];

    private static readonly DomainError[] termFaults =
    [
        AgreementErrors.Refused, AgreementErrors.InFuture, AgreementErrors.TermCrosses, AgreementErrors.StepsCross, AgreementErrors.MouNotInForce,
        AgreementErrors.NotCovered, AgreementErrors.OutlivesMou(default),
    ];

    public static void MapAgreementChanges(this IEndpointRouteBuilder routes)
    {
        var agreements = routes.MapGroup("/agreements").WithTags("Agreements");
        agreements.MapPost("", Register).WithName("registerAgreement").Sends<RegisterAgreement>()
            .WithSummary("Register an agreement")
            .WithDescription("With its dates the agreement is registered as signed, without them as in formation.")
            .Creates();
        var agreement = agreements.MapGroup("/{id:guid}").Takes("id", ParameterTexts.Agreement).Refuses(HttpRefusals.NotFound);
        agreement.MapPost("/extensions", Extend).WithName("extendAgreement").Sends<ExtendAgreement>()
            .WithSummary("Register an agreement that extends this one")
            .Creates()
            .Refuses(AgreementErrors.NotSigned, AgreementErrors.Terminated);
        agreement.MapPut("", Redraft).WithName("redraftAgreement").Sends<RedraftAgreement>()
            .WithSummary("Replace the content of an unsigned agreement")
            .Changes()
            .Refuses(AgreementErrors.Signed, AgreementErrors.NumberTaken(""))
            .Refuses(contentFaults)
            .Refuses(AgreementErrors.OtherKind);
        agreement.MapPut("/steps/{stage}", RecordStep).WithName("recordAgreementStep").Sends<RecordAgreementStep>()
            .WithSummary("Record the date of a step in the formation of an agreement")
            .TakesOneOf<FormationStage>("stage", "The step; signing is recorded as the signature instead")
            .Changes()
            .Refuses(AgreementErrors.Signed)
            .Refuses(AgreementErrors.StepsCross, AgreementErrors.SigningIsSigned, AgreementErrors.InFuture);
        agreement.MapPut("/signature", Sign).WithName("signAgreement").Sends<SignAgreement>()
            .WithSummary("Record the signature of an agreement")
            .Changes()
            .Refuses(AgreementErrors.Signed, AgreementErrors.Overlaps("", default))
            .Refuses(termFaults);
        agreement.MapPut("/termination", Terminate).WithName("terminateAgreement").Sends<TerminateAgreement>()
            .WithSummary("Terminate an agreement")
            .WithDescription("An agreement that is not signed yet is given up.")
            .Changes()
            .Refuses(AgreementErrors.TerminatedBeforeSigning, AgreementErrors.TerminatedAfterEnd);
    }

    private static RouteHandlerBuilder Creates(this RouteHandlerBuilder endpoint) => endpoint
        .TakesJson()
        .Refuses(AccessErrors.OutsideScope)
        .Refuses(ConcurrencyErrors.IdTaken, AgreementErrors.NumberTaken(""), AgreementErrors.Overlaps("", default))
        .Refuses(contentFaults)
        .Refuses(termFaults)
        .Refuses(AgreementErrors.DatesTogether)
        .TakesIdempotencyKey();

    private static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint) => endpoint
        .TakesJson().TakesIfMatch()
        .Refuses(AccessErrors.OutsideScope)
        .Refuses(AgreementErrors.Terminated);

    private static async Task<Created<AgreementDetails>> Register(AgreementBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Created(http, await mediator.Send(new RegisterAgreement(body.Id, body.Agreement, body.Signature), cancellationToken));

    private static async Task<Created<AgreementDetails>> Extend(
        Guid id, ExtensionBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Created(http, await mediator.Send(new ExtendAgreement(id, body.Id, body.Agreement, body.Signature), cancellationToken));

    private static async Task<Document<AgreementDetails>> Redraft(
        Guid id, AgreementInput body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        AgreementEndpoints.Show(await mediator.Send(new RedraftAgreement(id, http.ExpectedVersions(), body), cancellationToken));

    private static async Task<Document<AgreementDetails>> RecordStep(
        Guid id, string stage, StepBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var path = new QueryParser();
        var taken = path.OneOf<FormationStage>(nameof(stage), stage);
        path.Check();

        return AgreementEndpoints.Show(await mediator.Send(new RecordAgreementStep(id, http.ExpectedVersions(), taken!.Value, body.On), cancellationToken));
    }

    private static async Task<Document<AgreementDetails>> Sign(
        Guid id, SignatureInput body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        AgreementEndpoints.Show(await mediator.Send(new SignAgreement(id, http.ExpectedVersions(), body), cancellationToken));

    private static async Task<Document<AgreementDetails>> Terminate(
        Guid id, TerminationBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        AgreementEndpoints.Show(await mediator.Send(new TerminateAgreement(id, http.ExpectedVersions(), body.On, body.Reason), cancellationToken));

    private static Created<AgreementDetails> Created(HttpContext http, AgreementDetails agreement)
    {
        http.Response.Headers.ETag = Versions.ToETag(agreement.Version);

        return TypedResults.Created($"/api/v1/agreements/{agreement.Id}", agreement);
    }
}

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

internal static class AgreementEndpoints
{
    private const string Tag = "Agreements";

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

    public static void MapAgreements(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/agreement-scope-items", ListScope).WithTags(Tag).WithName("listScopeItems").Sends<ListScopeItems>()
            .WithSummary("List the subjects that agreements cover");
        var agreements = routes.MapGroup("/agreements").WithTags(Tag);
        agreements.MapGet("", List).WithName("listAgreements").Sends<ListAgreements>()
            .WithSummary("List agreements, latest signature first")
            .Takes("institution", "Only agreements with this institution, by its code.")
            .Takes("office", ParameterTexts.Office)
            .TakesOneOf<AgreementKind>("kind", "The kind of agreement")
            .TakesOneOf<AgreementStatus>("status", "The status of the agreement today")
            .Takes("q", "A part of the title or the number; case, spaces and punctuation do not matter.");
        agreements.MapPost("", Register).WithName("registerAgreement").Sends<RegisterAgreement>()
            .WithSummary("Register an agreement")
            .WithDescription("With its dates the agreement is registered as signed, without them as in formation.")
            .Creates();
        agreements.MapGet("/effect", Effect).WithName("getAgreementEffect").Sends<GetAgreementEffect>()
            .WithSummary("Compare the results of institutions with and without an agreement")
            .TakesOneOf<AgreementKind>("kind", "The kind of agreement, mou by default")
            .Takes("province", ParameterTexts.Province)
            .Takes("before", "The year of the earlier result.")
            .Takes("after", "The year of the later result.")
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(AgreementErrors.EffectRefused, AssessmentYear.OutOfRange, AgreementErrors.YearsCross);
        var agreement = agreements.MapGroup("/{id:guid}").Takes("id", ParameterTexts.Agreement).Refuses(HttpRefusals.NotFound);
        agreement.MapGet("", Get).WithName("getAgreement").Sends<GetAgreement>().WithSummary("Read an agreement");
        agreement.MapGet("/timeline", Timeline).WithName("getAgreementTimeline").Sends<GetAgreementTimeline>()
            .WithSummary("List the events of an agreement, newest last");
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

    private static async Task<Document<Page<ScopeItem>>> ListScope(IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new ListScopeItems(), cancellationToken));

    private static async Task<Document<Page<AgreementDetails>>> List(
        string? institution, string? office, string? kind, string? status, string? q, string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListAgreements(
            query.Text(nameof(institution), institution),
            query.Text(nameof(office), office),
            query.OneOf<AgreementKind>(nameof(kind), kind),
            query.OneOf<AgreementStatus>(nameof(status), status),
            query.Text(nameof(q), q),
            query.Paging(limit, cursor, parts: 2));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Created<AgreementDetails>> Register(AgreementBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Created(http, await mediator.Send(new RegisterAgreement(body.Id, body.Agreement, body.Signature), cancellationToken));

    private static async Task<Document<AgreementEffectDetails>> Effect(
        string? kind, string? province, string? before, string? after, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new GetAgreementEffect(
            query.OneOf<AgreementKind>(nameof(kind), kind) ?? AgreementKind.Mou,
            query.Text(nameof(province), province),
            query.RequiredYear(nameof(before), before),
            query.RequiredYear(nameof(after), after));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<AgreementDetails>> Get(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new GetAgreement(id), cancellationToken));

    private static async Task<Document<AgreementTimeline>> Timeline(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new GetAgreementTimeline(id, http.ReaderLanguage()), cancellationToken));

    private static async Task<Created<AgreementDetails>> Extend(
        Guid id, ExtensionBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Created(http, await mediator.Send(new ExtendAgreement(id, body.Id, body.Agreement, body.Signature), cancellationToken));

    private static async Task<Document<AgreementDetails>> Redraft(
        Guid id, AgreementInput body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new RedraftAgreement(id, http.ExpectedVersion(), body), cancellationToken));

    private static async Task<Document<AgreementDetails>> RecordStep(
        Guid id, string stage, StepBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var path = new QueryParser();
        var taken = path.OneOf<FormationStage>(nameof(stage), stage);
        path.Check();

        return Show(await mediator.Send(new RecordAgreementStep(id, http.ExpectedVersion(), taken!.Value, body.On), cancellationToken));
    }

    private static async Task<Document<AgreementDetails>> Sign(
        Guid id, SignatureInput body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new SignAgreement(id, http.ExpectedVersion(), body), cancellationToken));

    private static async Task<Document<AgreementDetails>> Terminate(
        Guid id, TerminationBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new TerminateAgreement(id, http.ExpectedVersion(), body.On, body.Reason), cancellationToken));

    private static Created<AgreementDetails> Created(HttpContext http, AgreementDetails agreement)
    {
        http.Response.Headers.ETag = Versions.ToETag(agreement.Version);

        return TypedResults.Created($"/api/v1/agreements/{agreement.Id}", agreement);
    }

    /// <summary>Its status changes with the day, and what the caller may do with it, without its version.</summary>
    private static Document<AgreementDetails> Show(AgreementDetails agreement) => Document.Changing(agreement, agreement.Version);
}

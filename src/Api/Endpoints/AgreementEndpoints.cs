using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Agreements;
using Compliance.Application.Common;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Common;
using MediatR;

namespace Compliance.Api.Endpoints;

internal static class AgreementEndpoints
{
    private const string Tag = "Agreements";

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
    }

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

    private static async Task<Document<AgreementEffectDetails>> Effect(
        string? kind, string? province, string? before, string? after, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new GetAgreementEffect(
            query.OneOf<AgreementKind>(nameof(kind), kind) ?? AgreementKind.Mou,
            query.Text(nameof(province), province),
            query.RequiredUncheckedYear(nameof(before), before),
            query.RequiredUncheckedYear(nameof(after), after));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Document<AgreementDetails>> Get(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new GetAgreement(id), cancellationToken));

    private static async Task<Document<AgreementTimeline>> Timeline(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new GetAgreementTimeline(id, http.ReaderLanguage()), cancellationToken));

    /// <summary>The status and the allowed actions change without the version.</summary>
    public static Document<AgreementDetails> Show(AgreementDetails agreement) => Document.Changing(agreement, agreement.Version);
}

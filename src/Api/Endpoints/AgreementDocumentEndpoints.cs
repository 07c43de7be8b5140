using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Middleware;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Agreements;
using Compliance.Application.Common;
using Compliance.Application.Evidence;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Common;
using Compliance.Domain.Evidence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class AgreementDocumentEndpoints
{
    private static readonly string[] names = ["link", "kind", "title", "id", "replaces"];

    public static void MapAgreementDocuments(this IEndpointRouteBuilder routes)
    {
        var documents = routes.MapGroup("/agreements/{id:guid}/documents").WithTags("Agreements")
            .Takes("id", ParameterTexts.Agreement)
            .Refuses(HttpRefusals.NotFound);
        documents.MapGet("", List).WithName("listAgreementDocuments").Sends<ListAgreementDocuments>()
            .WithSummary("List the documents of an agreement, oldest first")
            .WithDescription("Documents that were replaced are included.");
        documents.MapPost("", Add).WithName("addAgreementDocument").Sends<AddAgreementDocument>()
            .WithSummary("Add a document to an agreement")
            .WithDescription("The document is a file or a link, and may replace an earlier one.")
            .Accepts<AgreementDocumentForm>(FileForm.MediaType)
            .Refuses(HttpRefusals.MalformedRequest)
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(
                ConcurrencyErrors.IdTaken, AgreementErrors.DocumentReplaced, EvidenceErrors.AgreementQuota(0, 0), EvidenceErrors.AccountQuota(0, 0),
                ConcurrencyErrors.ChangedMeanwhile)
            .Refuses(EvidenceErrors.FileTooLarge(0))
            .Refuses(HttpRefusals.UnsupportedMediaType)
            .Refuses(
                AgreementErrors.DocumentRefused, EvidenceErrors.NotALink, AgreementErrors.UnknownDocument, EvidenceErrors.FileEmpty,
                EvidenceErrors.UnsupportedContent, EvidenceErrors.ContentMismatch("", default))
            .WithLongTimeout();
        documents.MapGet("/{documentId:guid}", Get).WithName("getAgreementDocument").Sends<GetAgreementDocument>()
            .WithSummary("Read the metadata of an agreement document")
            .Takes("documentId", ParameterTexts.Document);
        documents.MapGet("/{documentId:guid}/content", GetContent).WithName("getAgreementDocumentContent").Sends<OpenAgreementDocument>()
            .WithSummary("Download the file of an agreement document")
            .Takes("documentId", ParameterTexts.Document)
            .ServesEvidence();
    }

    private static async Task<Document<Page<AgreementDocumentDetails>>> List(
        Guid id, string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListAgreementDocuments(id, query.Paging(limit, cursor, parts: 2));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Created<AgreementDocumentDetails>> Add(
        Guid id, HttpContext http, IEvidenceStore store, EvidenceSettings settings, IMediator mediator, CancellationToken cancellationToken)
    {
        http.Request.RequireMediaType(FileForm.MediaType);
        var added = await mediator.Send(
            new AddAgreementDocument(id, token => new FileForm(store, settings, names).Read(http, ToDocument, token)), cancellationToken);

        return TypedResults.Created($"/api/v1/agreements/{id}/documents/{added.Id}", added);
    }

    private static async Task<Document<AgreementDocumentDetails>> Get(Guid id, Guid documentId, IMediator mediator, CancellationToken cancellationToken) =>
        Document.Of(await mediator.Send(new GetAgreementDocument(id, documentId), cancellationToken));

    private static async Task<ServedFile> GetContent(Guid id, Guid documentId, IMediator mediator, CancellationToken cancellationToken) =>
        EvidenceEndpoints.Serve(await mediator.Send(new OpenAgreementDocument(id, documentId), cancellationToken));

    private static SentDocument ToDocument(FileForm form, QueryParser reading)
    {
        form.RequireOneSource("link");

        return new(
            reading.Uuid("id", form.Field("id")),
            reading.OneOf<AgreementDocumentKind>("kind", form.RequiredField(reading, "kind")) ?? default,
            form.RequiredField(reading, "title"),
            form.File,
            reading.FileName(FileForm.FileField, form.Declared.Name),
            form.Declared.MediaType,
            form.Field("link"),
            reading.Uuid("replaces", form.Field("replaces")));
    }
}

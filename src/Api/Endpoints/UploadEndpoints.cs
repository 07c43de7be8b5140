using System.Globalization;
using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Middleware;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Evidence;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Evidence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Compliance.Api.Endpoints;

/// <summary>Uploads in parts (docs/evidence.md). Every response has the current length in <c>Upload-Offset</c>.</summary>
internal static class UploadEndpoints
{
    private const string MediaType = "application/octet-stream";
    private const string OffsetHeader = "Upload-Offset";
    private const string RangeHeader = "Content-Range";

    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        var uploads = routes.MapGroup("/assessments/{id:guid}/uploads").WithTags("Evidence")
            .Takes("id", ParameterTexts.Assessment)
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(HttpRefusals.NotFound);
        uploads.MapPost("", Begin).WithName("beginUpload").Sends<BeginUpload>()
            .WithSummary("Begin an upload in parts")
            .TakesJson()
            .Refuses(
                ConcurrencyErrors.IdTaken, AssessmentErrors.StatusForbids(default), EvidenceErrors.TooManyUploads(0), EvidenceErrors.AssessmentQuota(0, 0),
                EvidenceErrors.AccountQuota(0, 0), ConcurrencyErrors.ChangedMeanwhile)
            .Refuses(EvidenceErrors.FileTooLarge(0))
            .Refuses(EvidenceErrors.FileEmpty);
        var upload = uploads.MapGroup("/{uploadId:guid}").Takes("uploadId", "The id of the upload.");
        upload.MapGet("", Get).WithoutHead().WithName("getUpload").Sends<GetUpload>().WithSummary("Read the state of an upload");
        upload.MapMethods("", [HttpMethods.Head], Get).WithName("headUpload").Sends<GetUpload>()
            .WithSummary("Read the offset of an upload")
            .WithDescription("The offset is in the header Upload-Offset.");
        upload.MapPatch("", Append).WithName("appendToUpload").Sends<AppendToUpload>()
            .WithSummary("Append the next part to an upload")
            .WithDescription("A part may have any length.")
            .Accepts<Stream>(MediaType)
            .TakesHeader(RangeHeader, "bytes from-to/total: which part this is. Or send Upload-Offset.")
            .TakesHeader(OffsetHeader, "The first byte of this part.")
            .Refuses(HttpRefusals.MalformedRequest)
            .Refuses(
                AssessmentErrors.StatusForbids(default), EvidenceErrors.OffsetDiffers(0), EvidenceErrors.UploadBusy, EvidenceErrors.UploadFinished)
            .Refuses(EvidenceErrors.FileTooLarge(0))
            .Refuses(HttpRefusals.UnsupportedMediaType)
            .Refuses(EvidenceErrors.ChunkBeyondSize(0), EvidenceErrors.SizeDiffers(0), EvidenceErrors.Sha256Differs)
            .WithLongTimeout();
    }

    private static async Task<Created<UploadDetails>> Begin(
        Guid id, UploadBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var upload = await mediator.Send(new BeginUpload(id, body.Id, body.FileName, body.Size, body.Sha256), cancellationToken);
        SetHeaders(http, upload.Offset);

        return TypedResults.Created($"/api/v1/assessments/{id}/uploads/{upload.Id}", upload);
    }

    private static async Task<Document<UploadDetails>> Get(Guid id, Guid uploadId, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var upload = await mediator.Send(new GetUpload(id, uploadId), cancellationToken);
        SetHeaders(http, upload.Offset);

        return Document.Of(upload);
    }

    private static async Task<Ok<UploadDetails>> Append(
        Guid id, Guid uploadId, HttpContext http, EvidenceSettings settings, IMediator mediator, CancellationToken cancellationToken)
    {
        http.Request.RequireMediaType(MediaType);
        var (offset, length, total) = PartOf(http.Request);

        try
        {
            var request = new AppendToUpload(id, uploadId, offset, length, total, BodyBytes.Of(http.Request.Body));
            var upload = await http.ReadLargeBody(settings.MaxBytes, () => mediator.Send(request, cancellationToken));
            SetHeaders(http, upload.Offset);

            return TypedResults.Ok(upload);
        }
        catch (DomainException refusal) when (refusal.Error.Code == "uploadOffsetDiffers")
        {
            // For clients that read headers instead of messages.
            SetHeaders(http, (await mediator.Send(new GetUpload(id, uploadId), cancellationToken)).Offset);

            throw;
        }
    }

    /// <summary>Set when the response starts, because an error response clears headers that were set earlier.</summary>
    private static void SetHeaders(HttpContext http, long offset) => http.Response.OnStarting(() =>
    {
        http.Response.Headers[OffsetHeader] = offset.ToString(CultureInfo.InvariantCulture);

        return Task.CompletedTask;
    });

    private static (long Offset, long? Length, long? Total) PartOf(HttpRequest request)
    {
        var (range, start) = (request.Headers.ContentRange.ToString(), request.Headers[OffsetHeader].ToString());
        var isOffset = long.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var offset);

        if (range.Length == 0)
        {
            return isOffset ? (offset, request.ContentLength, null)
                : throw new InvalidRequestException([(start.Length == 0 ? PlainText.Required : RequestErrors.NotANumber).At($"/{OffsetHeader}")]);
        }

        return ContentRangeHeaderValue.TryParse(range, out var part)
            && part is { From: { } from, To: { } to and < long.MaxValue } && part.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase)
            && (start.Length == 0 || (isOffset && offset == from))
            && (request.ContentLength is null || request.ContentLength == to - from + 1)
                ? (from, to - from + 1, part.Length)
                : throw new InvalidRequestException([RequestErrors.BadRange.At($"/{RangeHeader}")]);
    }
}

internal sealed record UploadBody(Guid? Id, string? FileName, long? Size, string? Sha256);

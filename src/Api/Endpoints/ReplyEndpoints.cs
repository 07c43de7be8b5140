using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Replies;
using Compliance.Domain.Access;
using Compliance.Domain.Obligations;
using Compliance.Domain.Replies;
using MediatR;

namespace Compliance.Api.Endpoints;

internal static class ReplyEndpoints
{
    public static void MapReplies(this IEndpointRouteBuilder routes)
    {
        var reply = routes.MapGroup("/institutions/{code}/reply/{year:int}").WithTags("Following up")
            .Takes("code", ParameterTexts.Institution)
            .Takes("year", ParameterTexts.ResultYear)
            .Refuses(HttpRefusals.NotFound);
        reply.MapGet("", Get).WithName("getReply").Sends<GetReply>().WithSummary("Read the public reply of an institution to its result");
        reply.MapPut("", Write).WithName("writeReply").Sends<WriteReply>()
            .WithSummary("Send the reply of an institution to its result")
            .WithDescription("The text becomes public once head office accepts it.")
            .TakesJson().TakesIfMatch()
            .Refuses(AccessErrors.OutsideScope);
        reply.MapPut("/moderation", Moderate).WithName("moderateReply").Sends<ModerateReply>()
            .WithSummary("Moderate the latest reply of an institution")
            .WithDescription("The text is accepted, or rejected with a reason.")
            .TakesJson().TakesIfMatch()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(ReplyErrors.NoDraft)
            .Refuses(ReplyErrors.OwnReply, ObligationErrors.RejectionReasonNeeded);
    }

    private static async Task<Document<ReplyDetails>> Get(string code, int year, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new GetReply(code, year), cancellationToken));

    private static async Task<Document<ReplyDetails>> Write(
        string code, int year, ReplyBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new WriteReply(code, year, http.ExpectedVersions(), body.Text), cancellationToken));

    private static async Task<Document<ReplyDetails>> Moderate(
        string code, int year, ModerationBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new ModerateReply(code, year, http.ExpectedVersions(), body.Accepted, body.Reason), cancellationToken));

    /// <summary>Whether a draft is shown depends on the caller, so the version alone cannot be the ETag.</summary>
    private static Document<ReplyDetails> Show(ReplyDetails reply) => Document.Changing(reply, reply.Version);
}

internal sealed record ReplyBody(string? Text);

internal sealed record ModerationBody(bool? Accepted, string? Reason);

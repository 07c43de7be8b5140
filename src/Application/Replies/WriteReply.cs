using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;

namespace Compliance.Application.Replies;

/// <summary>Writes the institution's reply to its result. It becomes public once head office has accepted it.</summary>
/// <param name="Version">The versions that the caller has read; 0 before the first text.</param>
[Needs(Permission.WriteReplies)]
public sealed record WriteReply(string Institution, int Year, ExpectedVersions Version, string? Text) : IRequest<ReplyDetails>;

internal sealed class WriteReplyValidator : AbstractValidator<WriteReply>
{
    public WriteReplyValidator()
    {
        RuleFor(request => request.Text).Required().Lines(PlainText.NoteLength);
    }
}

internal sealed class WriteReplyHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<WriteReply, ReplyDetails>
{
    public async Task<ReplyDetails> Handle(WriteReply request, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.LoadByCode(request.Institution, cancellationToken);
        Rule.Require(context.Caller.MayAt(Permission.WriteReplies, institution), AccessErrors.OutsideScope);
        var now = clock.GetUtcNow();
        var reply = await db.LoadReply(institution, request.Year, now, cancellationToken);
        reply.RequireVersion(request.Version);

        if (reply.Version == 0)
        {
            db.Replies.Add(reply);
        }

        reply.Write(request.Text!, AccountId.From(context.Caller.Id!.Value), now);
        await db.SaveChangesAsync(cancellationToken);

        return reply.Show(institution, context.Caller);
    }
}

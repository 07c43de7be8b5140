using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;

namespace Compliance.Application.Replies;

/// <summary>Head office accepts a reply, which makes it public, or rejects it with a reason.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.ModerateReplies)]
public sealed record ModerateReply(string Institution, int Year, ExpectedVersions Version, bool? Accepted, string? Reason) : IRequest<ReplyDetails>, IReasoned;

internal sealed class ModerateReplyValidator : AbstractValidator<ModerateReply>
{
    public ModerateReplyValidator()
    {
        RuleFor(request => request.Accepted).Required();
        RuleFor(request => request.Reason).Lines(PlainText.NoteLength);
    }
}

internal sealed class ModerateReplyHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<ModerateReply, ReplyDetails>
{
    public async Task<ReplyDetails> Handle(ModerateReply request, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.LoadByCode(request.Institution, cancellationToken);
        var now = clock.GetUtcNow();
        var reply = await db.LoadReply(institution, request.Year, now, cancellationToken);
        reply.RequireVersion(request.Version);

        reply.Moderate(request.Accepted!.Value, request.Reason, context.Caller, institution, now);
        await db.SaveChangesAsync(cancellationToken);

        return reply.Show(institution, context.Caller);
    }
}

using Compliance.Application.Access;
using Compliance.Application.Institutions;

namespace Compliance.Application.Replies;

[ForEveryone]
public sealed record GetReply(string Institution, int Year) : IRequest<ReplyDetails>;

internal sealed class GetReplyHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<GetReply, ReplyDetails>
{
    public async Task<ReplyDetails> Handle(GetReply request, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.LoadByCode(request.Institution, cancellationToken);

        return (await db.LoadReply(institution, request.Year, clock.GetUtcNow(), cancellationToken)).Show(institution, context.Caller);
    }
}

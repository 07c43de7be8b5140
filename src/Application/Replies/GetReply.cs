using Compliance.Application.Access;
using Compliance.Application.Institutions;

namespace Compliance.Application.Replies;

[ForEveryone]
public sealed record GetReply(string Institution, int Year) : IRequest<ReplyAnswer>;

internal sealed class GetReplyHandler(IComplianceDb db, Call call, TimeProvider clock) : IRequestHandler<GetReply, ReplyAnswer>
{
    public async Task<ReplyAnswer> Handle(GetReply request, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.LoadByCode(request.Institution, cancellationToken);

        return (await db.LoadReply(institution, request.Year, clock.GetUtcNow(), cancellationToken)).Show(institution, call.Caller);
    }
}

using Compliance.Application.Access;

namespace Compliance.Application.Decisions;

/// <summary>Publishes every decision whose time of announcement has come. The program sends this periodically.</summary>
[ForTheProgram]
public sealed record PublishDue : IRequest<int>;

internal sealed class PublishDueHandler(AnnouncementPublisher announcing) : IRequestHandler<PublishDue, int>
{
    /// <returns>How many decisions were published.</returns>
    public Task<int> Handle(PublishDue request, CancellationToken cancellationToken) => announcing.PublishDue(year: null, cancellationToken);
}

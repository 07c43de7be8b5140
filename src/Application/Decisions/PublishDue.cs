using Compliance.Application.Access;

namespace Compliance.Application.Decisions;

/// <summary>Makes known every decision whose instant has come. The program asks itself again and again.</summary>
[ForTheProgram]
public sealed record PublishDue : IRequest<int>;

internal sealed class PublishDueHandler(AnnouncementPublisher announcing) : IRequestHandler<PublishDue, int>
{
    /// <returns>How many decisions became known.</returns>
    public Task<int> Handle(PublishDue request, CancellationToken cancellationToken) => announcing.PublishDue(cancellationToken);
}

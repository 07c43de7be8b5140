using Compliance.Domain.Common;

namespace Compliance.Domain.Decisions;

/// <summary>The time at which a decision is announced. It can be moved until it has passed.</summary>
public sealed class Announcement
{
    private Announcement(DecisionId decisionId, DateTimeOffset at)
    {
        DecisionId = decisionId;
        At = Instants.TruncateToMicroseconds(at);
    }

    public DecisionId DecisionId { get; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The publication that announced it; null until then.</summary>
    public int? Publication { get; private set; }

    public static Announcement Of(Decision decision, DateTimeOffset at) => new(decision.Id, at);

    public void Move(DateTimeOffset to)
    {
        if (Instants.TruncateToMicroseconds(to) != At)
        {
            Rule.Require(Publication is null, DecisionErrors.AlreadyAnnounced);
            At = Instants.TruncateToMicroseconds(to);
        }
    }

    public void Publish(int publication)
    {
        Rule.Require(Publication is null, DecisionErrors.AlreadyAnnounced);
        Publication = publication;
    }
}

using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Contacts;
using Compliance.Domain.Reminders;

namespace Compliance.Application.Reminders;

/// <summary>Lists the outbox, newest message first, including waiting messages and those that were given up.</summary>
[Needs(Permission.ManageUsers)]
public sealed record ListOutbox(OutboxState? State, Paging Paging) : IRequest<Page<OutboxLine>>;

/// <param name="To">The recipient, such as <c>institutions/14.04</c>.</param>
/// <param name="NextAttemptAt">The time of the next attempt; null if there is none.</param>
/// <param name="LastError">The mail server's response to the last failed attempt.</param>
public sealed record OutboxLine(
    Guid Id,
    DateOnly Day,
    string To,
    ContactPost Post,
    string Address,
    string Subject,
    OutboxState State,
    int Attempts,
    DateTimeOffset CreatedAt,
    DateTimeOffset? NextAttemptAt,
    DateTimeOffset? SentAt,
    string? LastError);

internal sealed class ListOutboxHandler(IComplianceDb db) : IRequestHandler<ListOutbox, Page<OutboxLine>>
{
    public async Task<Page<OutboxLine>> Handle(ListOutbox request, CancellationToken cancellationToken)
    {
        var messages = db.OutboxMessages.AsNoTracking();
        messages = request.State is { } state ? messages.Where(message => message.State == state) : messages;

        if (request.Paging.After is { } cursor)
        {
            var after = OutboxMessageId.From(cursor.Part<Guid>(0));
            messages = messages.Where(message => message.Id < after);
        }

        var page = await messages.OrderByDescending(message => message.Id).Take(request.Paging.Limit + 1).ToListAsync(cancellationToken);

        return request.Paging.Cut(page, Show, message => new(message.Id.Value.ToString()));
    }

    private static OutboxLine Show(OutboxMessage message) => new(
        message.Id.Value,
        message.Day,
        message.Side,
        message.Post,
        message.Address,
        message.Subject,
        message.State,
        message.Attempts,
        message.CreatedAt,
        message.NextAttemptAt,
        message.SentAt,
        message.LastError);
}

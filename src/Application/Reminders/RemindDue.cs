using Compliance.Application.Access;
using Compliance.Application.Obligations;
using Compliance.Domain.Contacts;
using Compliance.Domain.Obligations;
using Compliance.Domain.Reminders;

namespace Compliance.Application.Reminders;

/// <summary>Records the reminders of today with their messages. The program sends this periodically.</summary>
[ForTheProgram]
public sealed record RemindDue : IRequest<int>;

internal sealed class RemindDueHandler(IComplianceDb db, ObligationQueries due, INotifier notifier, ReminderSettings settings, TimeProvider clock)
    : IRequestHandler<RemindDue, int>
{
    /// <summary>The first reminder is never about something that has been due for longer than this, in days.</summary>
    private const int LongestPast = 365;

    /// <returns>How many reminders were recorded.</returns>
    public async Task<int> Handle(RemindDue request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = IndonesianTime.DayOf(now, IndonesianZone.Wit);
        var window = new ObligationWindow(
            today.AddDays(-LongestPast), today.AddDays(settings.Duties.Lead), today.AddDays(settings.AgreementEnds.Lead), OnlyOpen: true);
        var failures = new RowFailures(db);
        var told = 0;

        // By side, so that a recipient still gets one message if one of the obligations keeps the others from being saved with it.
        var things = (await due.Read(window, cancellationToken, failures)).Where(thing => thing.IsRemindedOf)
            .OrderBy(thing => thing.Sides[0].Key, StringComparer.Ordinal).ToList();
        await failures.InHalves(things, async part => told += await Remind(part, window.From, now, cancellationToken), cancellationToken);
        failures.ThrowIfAny();

        return told;
    }

    private async Task<int> Remind(IReadOnlyList<Obligation> things, DateOnly from, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reminders = await Reminders(things, from, now, cancellationToken);
        var posts = await PostsOf(reminders, cancellationToken);

        // At most one message for each recipient and day: what is found after it was written waits until the next day.
        var letters = await LettersOf(posts, now, cancellationToken);
        var held = letters.Where(letter => letter.IsWritten).SelectMany(letter => letter.Reminders).ToHashSet();
        var told = reminders.Select(pair => pair.Reminder).Where(reminder => !held.Contains(reminder)).ToList();
        db.Reminders.AddRange(told);
        db.OutboxMessages.AddRange(letters
            .Select(letter => letter with { Reminders = [.. letter.Reminders.Where(reminder => !held.Contains(reminder))] })
            .Where(letter => letter.Reminders.Count > 0)
            .Select(letter => OutboxMessage.Digest(letter.To, letter.Side, letter.Day, letter.Reminders, notifier.Sends, now)));
        await db.SaveChangesAsync(cancellationToken);

        return told.Count;
    }

    private async Task<IReadOnlyList<(Obligation Thing, Reminder Reminder)>> Reminders(
        IReadOnlyList<Obligation> things, DateOnly from, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var keys = await db.Reminders.AsNoTracking().Where(reminder => reminder.DueOn >= from)
            .Select(reminder => new { reminder.Kind, reminder.Subject, reminder.DueOn, reminder.Step, reminder.Audience, reminder.Side })
            .ToListAsync(cancellationToken);
        var told = keys.ToLookup(
            key => (key.Kind, key.Subject, key.DueOn, key.Side), key => new EscalationStep(key.Step, key.Audience));

        return
        [
            .. from thing in things
               let day = IndonesianTime.DayOf(now, thing.Zone)
               from side in thing.Sides.Append(Side.HeadOffice).Distinct()
               from step in StepsAt(thing, side)
                   .StepsDue(thing.DueOn, day, told[(thing.Kind, thing.Id, thing.DueOn, side.Key)].ToHashSet())
               select (thing, Reminder.Create(thing, step, side, day, now)),
        ];
    }

    /// <summary>Head office is reminded at its own steps, and, if it is a party itself, also like any other side.</summary>
    private EscalationRule StepsAt(Obligation thing, Side side)
    {
        var rule = settings.RuleOf(thing.Kind);

        return !thing.Sides.Contains(side) ? rule.At(headOffice: true)
            : side == Side.HeadOffice ? rule
            : rule.At(headOffice: false);
    }

    private async Task<IReadOnlyList<(Reminder Reminder, Contact To)>> PostsOf(
        IReadOnlyList<(Obligation Thing, Reminder Reminder)> reminders, CancellationToken cancellationToken)
    {
        var sides = reminders.Select(pair => pair.Reminder.Side).Distinct().ToList();
        var books = await db.AddressBooks.AsNoTracking().Where(book => sides.Contains(book.Side)).ToDictionaryAsync(book => book.Side, cancellationToken);

        return
        [
            .. from pair in reminders
               where books.ContainsKey(pair.Reminder.Side)
               from contact in books[pair.Reminder.Side].For(pair.Reminder.Audience, pair.Thing.PersonInCharge)
               select (pair.Reminder, contact),
        ];
    }

    private async Task<IReadOnlyList<Letter>> LettersOf(
        IReadOnlyList<(Reminder Reminder, Contact To)> posts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var days = Enum.GetValues<IndonesianZone>().Select(zone => IndonesianTime.DayOf(now, zone)).Distinct().ToList();
        var written = await db.OutboxMessages.AsNoTracking().Where(message => days.Contains(message.Day))
            .Select(message => new { message.Address, message.Day }).ToListAsync(cancellationToken);
        var known = written.Select(message => (message.Address, message.Day)).ToHashSet();

        return
        [
            .. posts.GroupBy(post => post.To.Email).Select(group =>
            {
                var first = group.First();
                var day = group.Min(post => IndonesianTime.DayOf(now, IndonesianTime.ZoneOf(post.Reminder.Office)));

                return new Letter(first.To, first.Reminder.Side, day, [.. group.Select(post => post.Reminder).Distinct()], known.Contains((group.Key, day)));
            }),
        ];
    }

    /// <param name="IsWritten">Whether the recipient already has a message for this day.</param>
    private sealed record Letter(Contact To, string Side, DateOnly Day, IReadOnlyList<Reminder> Reminders, bool IsWritten);
}

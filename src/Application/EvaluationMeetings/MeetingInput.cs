using System.Linq.Expressions;
using Compliance.Domain.EvaluationMeetings;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;

namespace Compliance.Application.EvaluationMeetings;

/// <summary>The record of a meeting: roles and posts, never names of persons.</summary>
/// <param name="Year">The year whose result it was about.</param>
public sealed record MeetingInput(
    int? Year,
    DateOnly? On,
    string? Place,
    IReadOnlyList<AttendeesInput>? Attendees,
    IReadOnlyList<Guid>? Units,
    IReadOnlyList<Theme>? Themes,
    string? Notes,
    IReadOnlyList<AgreedActionInput>? Actions)
{
    internal MeetingContent ToContent() => new(
        Year!.Value,
        On!.Value,
        Place!,
        [.. (Attendees ?? []).Select(each => new Attendees(each.Role!, each.Number!.Value))],
        [.. (Units ?? []).Distinct().Select(ServiceUnitId.From)],
        [.. (Themes ?? []).Distinct()],
        Notes,
        [.. (Actions ?? []).Select(each => new AgreedAction(each.Text!, each.DueOn!.Value, each.ResponsiblePost!))]);
}

public sealed record AttendeesInput(string? Role, int? Number);

public sealed record AgreedActionInput(string? Text, DateOnly? DueOn, string? ResponsiblePost);

internal static class MeetingRules
{
    /// <summary>The members of a meeting are at the top of the request body, so pointers have no prefix.</summary>
    public static void Meeting<T>(this AbstractValidator<T> validator, Expression<Func<T, MeetingInput>> meeting) =>
        validator.RuleFor(meeting).NotNull().OverridePropertyName("").ChildRules(Check);

    private static void Check(InlineValidator<MeetingInput> meeting)
    {
        meeting.RuleFor(input => input.Year).Required();
        meeting.RuleFor(input => input.On).Required();
        meeting.RuleFor(input => input.Place).Required().Text(PlainText.NameLength);
        meeting.RuleFor(input => input.Notes).Lines(PlainText.NoteLength);
        meeting.RuleFor(input => input.Attendees).AtMost(MeetingContent.MostOfEach);
        meeting.RuleFor(input => input.Units).AtMost(MeetingContent.MostOfEach);
        meeting.RuleFor(input => input.Actions).AtMost(MeetingContent.MostOfEach);
        meeting.RuleForEach(input => input.Attendees).Required().ChildRules(each =>
        {
            each.RuleFor(attendees => attendees.Role).Required().Text(PlainText.NameLength);
            each.RuleFor(attendees => attendees.Number).Required().Within(1, 1000);
        });
        meeting.RuleForEach(input => input.Actions).Required().ChildRules(each =>
        {
            each.RuleFor(action => action.Text).Required().Lines(PlainText.NoteLength);
            each.RuleFor(action => action.DueOn).Required();
            each.RuleFor(action => action.ResponsiblePost).Required().Text(PlainText.NameLength);
        });
    }
}

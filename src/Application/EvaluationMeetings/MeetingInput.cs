using System.Linq.Expressions;
using Compliance.Domain.EvaluationMeetings;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;

namespace Compliance.Application.EvaluationMeetings;

/// <summary>The record of a meeting: roles and posts, never names.</summary>
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
    /// <summary>The members of a meeting are those of the body, so no name stands before them.</summary>
    public static void Meeting<T>(this AbstractValidator<T> validator, Expression<Func<T, MeetingInput>> meeting) =>
        validator.RuleFor(meeting).NotNull().OverridePropertyName("").ChildRules(Check);

    private static void Check(InlineValidator<MeetingInput> meeting)
    {
        meeting.RuleFor(input => input.Year).NotNull().WithErrorCode("required");
        meeting.RuleFor(input => input.On).NotNull().WithErrorCode("required");
        meeting.RuleFor(input => input.Place).NotEmpty().WithErrorCode("required");
        meeting.RuleFor(input => input.Place).Text(PlainText.NameLength);
        meeting.RuleFor(input => input.Notes).Text(PlainText.NoteLength);
        meeting.RuleFor(input => input.Attendees!.Count).LessThanOrEqualTo(MeetingContent.MostOfEach).WithErrorCode("tooMany")
            .OverridePropertyName(nameof(MeetingInput.Attendees)).When(input => input.Attendees is not null);
        meeting.RuleFor(input => input.Units!.Count).LessThanOrEqualTo(MeetingContent.MostOfEach).WithErrorCode("tooMany")
            .OverridePropertyName(nameof(MeetingInput.Units)).When(input => input.Units is not null);
        meeting.RuleFor(input => input.Actions!.Count).LessThanOrEqualTo(MeetingContent.MostOfEach).WithErrorCode("tooMany")
            .OverridePropertyName(nameof(MeetingInput.Actions)).When(input => input.Actions is not null);
        meeting.RuleForEach(input => input.Attendees).NotNull().WithErrorCode("required").ChildRules(each =>
        {
            each.RuleFor(attendees => attendees.Role).NotEmpty().WithErrorCode("required");
            each.RuleFor(attendees => attendees.Role).Text(PlainText.NameLength);
            each.RuleFor(attendees => attendees.Number).NotNull().WithErrorCode("required");
            each.RuleFor(attendees => attendees.Number).InclusiveBetween(1, 1000).WithErrorCode("malformedValue");
        });
        meeting.RuleForEach(input => input.Actions).NotNull().WithErrorCode("required").ChildRules(each =>
        {
            each.RuleFor(action => action.Text).NotEmpty().WithErrorCode("required");
            each.RuleFor(action => action.Text).Text(PlainText.NoteLength);
            each.RuleFor(action => action.DueOn).NotNull().WithErrorCode("required");
            each.RuleFor(action => action.ResponsiblePost).NotEmpty().WithErrorCode("required");
            each.RuleFor(action => action.ResponsiblePost).Text(PlainText.NameLength);
        });
    }
}

using System.Linq.Expressions;
using Compliance.Domain.JointServices;

namespace Compliance.Application.JointServices;

/// <summary>The content of an event.</summary>
/// <param name="Place">The Kemendagri code of a village (kelurahan, desa).</param>
/// <param name="Visitors">How many visitors were served; null before the event.</param>
/// <param name="Present">The ids of the participants that were present.</param>
public sealed record EventInput(DateOnly? On, string? Place, int? Visitors, IReadOnlyList<Guid>? Present, bool? Cancelled)
{
    public const int MostPresent = 500;

    internal EventContent ToContent() =>
        new(On!.Value, Place!, Visitors, [.. (Present ?? []).Distinct().Order().Select(ParticipantId.From)], Cancelled == true);
}

internal static class EventRules
{
    /// <summary>The members are at the top of the request body, so pointers have no prefix.</summary>
    public static void Event<T>(this AbstractValidator<T> validator, Expression<Func<T, EventInput>> input) =>
        validator.RuleFor(input).NotNull().OverridePropertyName("").ChildRules(Check);

    private static void Check(InlineValidator<EventInput> input)
    {
        input.RuleFor(each => each.On).Required();
        input.RuleFor(each => each.Place).Required().Text(PlainText.CodeLength);
        input.RuleFor(each => each.Visitors).Within(0, EventContent.MostVisitors);
        input.RuleFor(each => each.Present).AtMost(EventInput.MostPresent);
    }
}

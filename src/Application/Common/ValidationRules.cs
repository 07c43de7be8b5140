namespace Compliance.Application.Common;

/// <summary>The rules that most validators need, each with the code and message of its error.</summary>
internal static class ValidationRules
{
    /// <summary>The value must be present; a text, list or id must not be empty.</summary>
    public static IRuleBuilderOptions<T, TValue> Required<T, TValue>(this IRuleBuilder<T, TValue> rule) => rule.NotEmpty().Refuses(PlainText.Required);

    /// <summary>The value must be present; an empty text or list is valid.</summary>
    public static IRuleBuilderOptions<T, TValue> RequiredButMayBeEmpty<T, TValue>(this IRuleBuilder<T, TValue> rule) =>
        rule.NotNull().Refuses(PlainText.Required);

    /// <summary>A text of any characters, such as a password; for texts that are displayed, use <see cref="TextRules"/>.</summary>
    public static IRuleBuilderOptions<T, string?> NoLongerThan<T>(this IRuleBuilder<T, string?> rule, int most) =>
        rule.MaximumLength(most).Refuses(PlainText.TooLong(most));

    /// <summary>An optional list with a maximum length.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> AtMost<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, int most) =>
        rule.Must(list => list is null || list.Count <= most).Refuses(InputErrors.TooMany);

    /// <summary>An optional number within a range, both ends included.</summary>
    public static IRuleBuilderOptions<T, TValue?> Within<T, TValue>(this IRuleBuilder<T, TValue?> rule, TValue from, TValue to)
        where TValue : struct, IComparable<TValue>, IComparable => rule.InclusiveBetween(from, to).Refuses(InputErrors.Malformed);

    /// <summary>An optional e-mail address to which a message can be sent.</summary>
    public static void Address<T>(this IRuleBuilder<T, string?> rule)
    {
        rule.Text(PlainText.NameLength);
        rule.Must(text => text is null || PlainText.Check(text, PlainText.NameLength) is not null || EmailAddress.Of(text) is not null)
            .Refuses(InputErrors.NotAnEmail);
    }

    /// <summary>Sets the error of the preceding rule.</summary>
    public static IRuleBuilderOptions<T, TValue> Refuses<T, TValue>(this IRuleBuilderOptions<T, TValue> rule, DomainError error) =>
        rule.WithErrorCode(error.Code).WithState(_ => error.Message);
}

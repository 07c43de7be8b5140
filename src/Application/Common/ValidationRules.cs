namespace Compliance.Application.Common;

/// <summary>The rules that most validators need. Each says the code and the message of a refusal.</summary>
internal static class ValidationRules
{
    /// <summary>It is there, and a text, list or id is not empty.</summary>
    public static IRuleBuilderOptions<T, TValue> Required<T, TValue>(this IRuleBuilder<T, TValue> rule) => rule.NotEmpty().Refuses(PlainText.Required);

    /// <summary>It is there; an empty text or list says something.</summary>
    public static IRuleBuilderOptions<T, TValue> RequiredButMayBeEmpty<T, TValue>(this IRuleBuilder<T, TValue> rule) =>
        rule.NotNull().Refuses(PlainText.Required);

    /// <summary>A text of any characters, such as a password; what is shown to people is held to <see cref="TextRules"/>.</summary>
    public static IRuleBuilderOptions<T, string?> NoLongerThan<T>(this IRuleBuilder<T, string?> rule, int most) =>
        rule.MaximumLength(most).Refuses(PlainText.TooLong(most));

    /// <summary>A list that may be absent, but is no longer than this.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> AtMost<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, int most) =>
        rule.Must(list => list is null || list.Count <= most).Refuses(InputErrors.TooMany);

    /// <summary>A number that may be absent, but lies within these, both included.</summary>
    public static IRuleBuilderOptions<T, TValue?> Within<T, TValue>(this IRuleBuilder<T, TValue?> rule, TValue from, TValue to)
        where TValue : struct, IComparable<TValue>, IComparable => rule.InclusiveBetween(from, to).Refuses(InputErrors.Malformed);

    /// <summary>An e-mail address that may be absent.</summary>
    public static void Address<T>(this IRuleBuilder<T, string?> rule)
    {
        rule.Text(PlainText.NameLength);
        rule.EmailAddress().Refuses(InputErrors.NotAnEmail);
    }

    /// <summary>What is answered where the rule before it does not hold.</summary>
    public static IRuleBuilderOptions<T, TValue> Refuses<T, TValue>(this IRuleBuilderOptions<T, TValue> rule, DomainError error) =>
        rule.WithErrorCode(error.Code).WithState(_ => error.Message);
}

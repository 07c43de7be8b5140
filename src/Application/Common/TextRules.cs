namespace Compliance.Application.Common;

public static class TextRules
{
    public static DomainError UnknownValue(IEnumerable<string> known)
    {
        var values = string.Join(", ", known);

        return DomainError.Invalid(
            "unknownValue", $"Nilai tidak dikenal. Nilai yang diterima: {values}.", $"Unknown value. Accepted values: {values}.");
    }

    /// <summary>An optional text of one line, limited in length and characters.</summary>
    internal static void Text<T>(this IRuleBuilder<T, string?> rule, int most) => rule.Check(text => PlainText.Check(text, most));

    /// <summary>An optional text of several lines, such as a reason or a reply, limited in length and characters.</summary>
    internal static void Lines<T>(this IRuleBuilder<T, string?> rule, int most) => rule.Check(text => PlainText.CheckLines(text, most));

    /// <summary>The optional name of a file, as its device gave it.</summary>
    internal static void FileName<T>(this IRuleBuilder<T, string?> rule, int most) => rule.Check(text => PlainText.CheckFileName(text, most));

    private static void Check<T>(this IRuleBuilder<T, string?> rule, Func<string?, DomainError?> check) =>
        rule.Custom((text, context) =>
        {
            if (check(text) is { } error)
            {
                context.AddFailure(new FluentValidation.Results.ValidationFailure(context.PropertyPath, error.Message.En)
                {
                    ErrorCode = error.Code,
                    CustomState = error.Message,
                });
            }
        });
}

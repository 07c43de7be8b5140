namespace Compliance.Application.Common;

public static class TextRules
{
    public static DomainError UnknownValue(IEnumerable<string> known)
    {
        var values = string.Join(", ", known);

        return DomainError.Invalid(
            "unknownValue", $"Nilai tidak dikenal. Nilai yang diterima: {values}.", $"Unknown value. Accepted values: {values}.");
    }

    /// <summary>An optional text, limited in length and characters.</summary>
    internal static void Text<T>(this IRuleBuilder<T, string?> rule, int most) =>
        rule.Custom((text, context) =>
        {
            if (PlainText.Check(text, most) is { } error)
            {
                context.AddFailure(new FluentValidation.Results.ValidationFailure(context.PropertyPath, error.Message.En)
                {
                    ErrorCode = error.Code,
                    CustomState = error.Message,
                });
            }
        });
}

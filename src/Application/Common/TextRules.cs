namespace Compliance.Application.Common;

internal static class TextRules
{
    /// <summary>A text that may be absent, but is short and plain where it is there.</summary>
    public static void Text<T>(this IRuleBuilder<T, string?> rule, int most) =>
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

using System.Globalization;

namespace Compliance.Domain.Instruments;

/// <summary>What one observation was made on: the unit, or the n-th product, respondent or official (from 1).</summary>
public readonly record struct Subject(SubjectKind Kind, int Number)
{
    public static readonly Subject Unit = new(SubjectKind.Unit, 1);

    /// <summary>
    /// Reads <c>unit</c>, <c>product:2</c>, <c>respondent:30</c>, <c>official:1</c>. Each subject has one spelling only, so
    /// that two answers about the same thing are recognised by their text.
    /// </summary>
    public static Subject? Parse(string? text)
    {
        if (text == "unit")
        {
            return Unit;
        }

        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        var digits = text.AsSpan(colon + 1);

        // Digits are checked separately: the runtime's parser ignores NUL characters that follow them.
        // Stryker disable once Equality: a text that begins with its colon names no kind of subject either.
        if (colon < 0
            || digits is ['0', ..]
            || digits.ContainsAnyExceptInRange('0', '9')
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return text.AsSpan(0, colon) switch
        {
            "product" => new(SubjectKind.Product, number),
            "respondent" => new(SubjectKind.Respondent, number),
            "official" => new(SubjectKind.Official, number),
            _ => null,
        };
    }

    public override string ToString() => Kind switch
    {
        SubjectKind.Unit => "unit",
        SubjectKind.Product => Numbered("product"),
        SubjectKind.Respondent => Numbered("respondent"),
        _ => Numbered("official"),
    };

    private string Numbered(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}:{Number}");
}

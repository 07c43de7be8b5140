using System.Globalization;

namespace Compliance.Domain.Instruments;

/// <summary>The subject of one observation: the unit, or the n-th product, respondent or official (from 1).</summary>
public readonly record struct Subject(SubjectKind Kind, int Number)
{
    public static readonly Subject Unit = new(SubjectKind.Unit, 1);

    /// <summary>
    /// Parses <c>unit</c>, <c>product:2</c>, <c>respondent:30</c>, <c>official:1</c>. Each subject has exactly one spelling, so
    /// that answers on the same subject can be compared by their text.
    /// </summary>
    public static Subject? Parse(string? text)
    {
        if (text == "unit")
        {
            return Unit;
        }

        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        var digits = text.AsSpan(colon + 1);

        // Digits are checked separately: the runtime's parser ignores trailing NUL characters.
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

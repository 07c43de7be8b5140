namespace Compliance.Domain.Common;

/// <summary>Lists the values of an enum for messages: each by its label and, if that differs, the code that is sent for it.</summary>
public static class Choices
{
    public static LocalizedText List(IEnumerable<(LocalizedText Label, string Code)> values)
    {
        var known = values.ToList();

        return new(
            string.Join(", ", known.Select(value => Show(value.Label.Id, value.Code))),
            string.Join(", ", known.Select(value => Show(value.Label.En, value.Code))));
    }

    private static string Show(string label, string code) => label == code ? code : $"{label} ({code})";
}

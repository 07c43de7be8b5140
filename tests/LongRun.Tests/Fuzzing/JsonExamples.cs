using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>Generators of JSON around an example: what a schema does not say, such as what goes together, is right in it.</summary>
internal static class JsonExamples
{
    /// <summary>With values here and there replaced, members left out, added or written twice.</summary>
    /// <param name="odd">In percent, how often a value is replaced.</param>
    public static Gen<string> Around(JsonElement example, int odd) => (example.ValueKind switch
    {
        JsonValueKind.Object => JsonTexts.Object(example.EnumerateObject().Select(member => (member.Name, Around(member.Value, odd))), odd),
        JsonValueKind.Array => Gen.CollectToList(example.EnumerateArray().Select(item => Around(item, odd))).Select(JsonTexts.Array),
        _ => Gen.Constant(example.GetRawText()),
    }).OrOdd(OddFor(example), odd);

    /// <summary>With a few values replaced, however large it is.</summary>
    public static Gen<string> Near(JsonElement example)
    {
        // Counted once, not for each text: instruments have thousands of values.
        var values = ValuesIn(example).ToList();

        return
            from count in Gen.Elements(0, 1, 1, 1, 2, 4)
            from places in Gen.ListOf(Gen.Choose(0, values.Count - 1), count)
            from replacements in Gen.CollectToList(places.Distinct().Select(index => OddFor(values[index]).Select(text => (index, text))))
            select Written(example, replacements.ToDictionary(pair => pair.index, pair => pair.text));
    }

    /// <summary>Mostly of the type that is meant, so that it is not the reading that refuses it.</summary>
    private static Gen<string> OddFor(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => Gen.Frequency((3, Gen.Elements(Odd.Numbers)), (2, Gen.Choose(-2, 300).Select(number => $"{number / 2m}")), (1, JsonTexts.Odd)),
        JsonValueKind.String => Gen.Frequency((3, Texts.Odd().Select(JsonTexts.Quoted)), (1, JsonTexts.Odd)),
        JsonValueKind.Array => Gen.Frequency(
            (1, Gen.Constant("[]")),
            (2, Gen.Fresh(() => JsonTexts.Array([.. Items(value).Skip(1)]))),
            (2, Gen.Fresh(() => JsonTexts.Array([.. Items(value), .. Items(value).Take(1)]))),
            (1, JsonTexts.Odd)),
        JsonValueKind.Object when value.EnumerateObject().Any() => Gen.Frequency((3, WithoutOne(value)), (1, JsonTexts.Odd)),
        _ => JsonTexts.Odd,
    };

    /// <summary>With a member less, or with null for it.</summary>
    private static Gen<string> WithoutOne(JsonElement value) =>
        from missing in Gen.Elements<JsonProperty>([.. value.EnumerateObject()])
        from instead in Gen.Elements("", $"{JsonTexts.Quoted(missing.Name)}:null")
        let others = value.EnumerateObject().Where(member => member.Name != missing.Name).Select(member => $"{JsonTexts.Quoted(member.Name)}:{member.Value.GetRawText()}")
        select $"{{{string.Join(',', others.Append(instead).Where(member => member.Length > 0))}}}";

    private static IEnumerable<string> Items(JsonElement array) => array.EnumerateArray().Select(item => item.GetRawText());

    /// <summary>Each value before those inside it.</summary>
    private static IEnumerable<JsonElement> ValuesIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => ValuesIn(member.Value)).Prepend(value),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(ValuesIn).Prepend(value),
        _ => [value],
    };

    /// <param name="replacements">By the place of the value in the order of <see cref="ValuesIn"/>.</param>
    private static string Written(JsonElement example, Dictionary<int, string> replacements)
    {
        var index = 0;
        var text = new StringBuilder();
        Write(example);

        return text.ToString();

        void Write(JsonElement value)
        {
            if (replacements.TryGetValue(index, out var replacement))
            {
                index += ValuesIn(value).Count();
                text.Append(replacement);

                return;
            }

            index++;

            switch (value.ValueKind)
            {
                case JsonValueKind.Object:
                    Inside('{', value.EnumerateObject(), '}', member =>
                    {
                        text.Append(JsonTexts.Quoted(member.Name)).Append(':');
                        Write(member.Value);
                    });
                    break;
                case JsonValueKind.Array:
                    Inside('[', value.EnumerateArray(), ']', Write);
                    break;
                default:
                    text.Append(value.GetRawText());
                    break;
            }
        }

        void Inside<T>(char opening, IEnumerable<T> parts, char closing, Action<T> write)
        {
            var before = opening;

            foreach (var part in parts)
            {
                text.Append(before);
                write(part);
                before = ',';
            }

            text.Append(before == opening ? $"{opening}{closing}" : $"{closing}");
        }
    }
}

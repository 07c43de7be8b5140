using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>
/// Generators of JSON as raw text, by schema. Raw, because no tree of nodes holds 1e400, half a surrogate pair
/// or a member twice.
/// </summary>
internal sealed class JsonTexts(ApiDocument document, Texts texts, Harvest harvest)
{
    /// <summary>In percent, how often a member that may be null is.</summary>
    private const int Nulls = 2;

    /// <summary>Any JSON that is not meant.</summary>
    public static readonly Gen<string> Odd = Gen.Frequency(
        (3, Gen.Elements(Fuzzing.Odd.Json)),
        (3, Texts.Odd().Select(Quoted)),
        (1, Gen.Elements(3, 62, 63, 64, 65, 5_000).Select(depth => new string('[', depth) + new string(']', depth))),
        (1, Gen.Elements(3, 62, 65, 2_000).Select(depth => string.Concat(Enumerable.Repeat("""{"a":""", depth)) + "1" + new string('}', depth))));

    /// <summary>The string as JSON writes it; halves of surrogate pairs can only be escaped.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");

        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogatePair(text, index))
            {
                quoted.Append(text, index++, 2);
            }
            else if (text[index] is < ' ' or '"' or '\\' || char.IsSurrogate(text[index]))
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[index]:x4}");
            }
            else
            {
                quoted.Append(text[index]);
            }
        }

        return quoted.Append('"').ToString();
    }

    /// <param name="name">The member that the value fills; empty for a whole body.</param>
    /// <param name="odd">In percent, how often a value is not what the schema says.</param>
    public Gen<string> Of(JsonElement schema, string name, int odd) =>
        Meant(schema, name, odd).OrOdd(Gen.Constant("null"), document.Resolve(schema).IsNullable() ? Nulls : 0).OrOdd(Odd, odd);

    /// <summary>An answer to an observation of a form that was seen, with what a batch wants beside it.</summary>
    public Gen<string> Answer(int odd) =>
        from number in Gen.Choose(0, int.MaxValue - 1)
        from id in Member("id", "uuid", odd, 90)
        from version in Member("baseVersion", "int32", odd, 50)
        from instant in Member("observedAt", "date-time", odd, 30)
        from device in Member("device", null, odd, 30)
        from answer in JsonExamples.Around(JsonDocument.Parse(harvest.Any(Harvest.Answers, number) ?? "{}").RootElement, odd)
        select answer.StartsWith('{') && answer.Length > 2 ? $"{{{id}{version}{instant}{device}{answer[1..]}" : answer;

    /// <summary>Now and then with a member less, one more, or one twice.</summary>
    public static Gen<string> Object(IEnumerable<(string Name, Gen<string> Value)> members, int odd, int absent = 0) =>
        from written in Gen.CollectToList(members.Select(member =>
            from value in member.Value
            from fate in Gen.Choose(0, 99)
            let text = $"{Quoted(member.Name)}:{value}"
            select fate < Math.Max(odd, absent) ? "" : fate >= 100 - (odd / 4) ? $"{text},{text}" : text))
        from more in Gen.Constant("").OrOdd(Texts.Odd().Zip(Odd, (name, value) => $"{Quoted(name)}:{value}"), odd)
        select $"{{{string.Join(',', written.Append(more).Where(text => text.Length > 0))}}}";

    public static string Array(IEnumerable<string> items) => $"[{string.Join(',', items)}]";

    private Gen<string> Meant(JsonElement schema, string name, int odd)
    {
        if (ApiDocument.NameOf(schema) == "AnswerInput")
        {
            return Answer(odd);
        }

        var resolved = document.Resolve(schema);
        var (format, closed) = (resolved.FormatOf(), resolved.ValuesOf());

        return (resolved.TryGetProperty("type", out var type) ? type.GetString() : null) switch
        {
            "object" when resolved.TryGetProperty("properties", out var members) =>
                from absent in Gen.Elements(0, 0, 0, 50)
                from together in Gen.Elements<IReadOnlyList<JsonProperty>>(Plausible.Choices([.. members.EnumerateObject()]))
                from text in Object(together.Select(member => (member.Name, Of(member.Value, member.Name, odd))), odd, absent)
                select text,
            "object" => Object(Plausible.Dimensions.Select(dimension => (dimension, Of(resolved.At("additionalProperties"), name, odd))), odd),
            "array" => Gen.Elements(0, 1, 1, 1, 2, 2, 3, 8, 60)
                .SelectMany(length => Gen.ListOf(Of(resolved.At("items"), name, odd), length)).Select(Array),
            "boolean" => Gen.Elements("true", "false"),
            "integer" or "number" => texts.Usual(name, "", format ?? "double", closed),
            "string" => texts.Usual(name, "", format, closed).Select(Quoted),
            _ => name == "answers" ? Answer(odd) : Odd,
        };
    }

    private Gen<string> Member(string name, string? format, int odd, int often) =>
        from isThere in Odds.Once(often)
        from value in texts.Usual(name, "", format).Select(value => format == "int32" ? value : Quoted(value)).OrOdd(Odd, odd)
        select isThere ? $"{Quoted(name)}:{value}," : "";
}

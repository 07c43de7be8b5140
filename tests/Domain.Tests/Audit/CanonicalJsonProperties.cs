using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Compliance.Domain.Audit;
using FsCheck;
using FsCheck.Fluent;

namespace Compliance.Domain.Tests.Audit;

public sealed class CanonicalJsonProperties
{
    [RandomCases(1000, Arbitrary = [typeof(Values)])]
    public void However_a_value_is_spelled_its_canonical_form_is_one(JsonValueTree tree, int seed)
    {
        var spelled = Spelling(tree.Node, new Random(seed));
        using var document = JsonDocument.Parse(spelled);

        CanonicalJson.Of(document.RootElement).Should().Be(CanonicalJson.Of(tree.Node));
    }

    [RandomCases(500, Arbitrary = [typeof(Values)])]
    public void The_canonical_form_says_the_same_and_is_its_own(JsonValueTree tree)
    {
        var canonical = CanonicalJson.Of(tree.Node);
        var read = JsonNode.Parse(canonical);

        JsonNode.DeepEquals(read, tree.Node).Should().BeTrue();
        CanonicalJson.Of(read).Should().Be(canonical);
    }

    [RandomCases(500, Arbitrary = [typeof(Values)])]
    public void Different_values_have_different_forms(JsonValueTree one, JsonValueTree other) =>
        (CanonicalJson.Of(one.Node) == CanonicalJson.Of(other.Node)).Should().Be(JsonNode.DeepEquals(one.Node, other.Node));

    /// <summary>The same value with its members in any order, with blanks, escapes, exponents and zeros that say nothing.</summary>
    private static string Spelling(JsonNode? node, Random random)
    {
        var text = node switch
        {
            null => "null",
            JsonObject members => "{" + string.Join(",", Shuffled(members, random).Select(member => $"{Escaped(member.Key, random)}:{Spelling(member.Value, random)}")) + Blank(random) + "}",
            JsonArray items => "[" + string.Join(",", items.Select(item => Spelling(item, random))) + Blank(random) + "]",
            JsonValue value when value.TryGetValue(out string? said) => Escaped(said, random),
            JsonValue value when value.TryGetValue(out decimal number) => Respelled(number, random),
            _ => node.ToJsonString(),
        };

        return Blank(random) + text + Blank(random);
    }

    private static KeyValuePair<string, JsonNode?>[] Shuffled(JsonObject members, Random random)
    {
        var shuffled = members.ToArray();
        random.Shuffle(shuffled);

        return shuffled;
    }

    private static string Blank(Random random) => random.GetItems([" ", "\n", "\t", "\r", "", ""], 1)[0];

    private static string Escaped(string text, Random random)
    {
        var escaped = new StringBuilder(Blank(random)).Append('"');

        foreach (var character in text)
        {
            // Half a pair has to be escaped together with the other half; all of them always are here.
            var mustBe = character is '"' or '\\' || char.IsControl(character) || char.IsSurrogate(character);
            _ = mustBe || random.Next(3) == 0 ? escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}") : escaped.Append(character);
        }

        return escaped.Append('"').Append(Blank(random)).ToString();
    }

    private static string Respelled(decimal number, Random random)
    {
        var plain = number.ToString(CultureInfo.InvariantCulture);
        var padded = plain.Contains('.', StringComparison.Ordinal) ? plain + new string('0', random.Next(3)) : plain;
        var exponent = random.Next(-5, 6);

        return random.Next(3) switch
        {
            0 => plain,
            1 => padded,
            _ => (number * (decimal)Math.Pow(10, -exponent)).ToString(CultureInfo.InvariantCulture) + random.GetItems(["e", "E"], 1)[0] + exponent.ToString(CultureInfo.InvariantCulture),
        };
    }

    public sealed record JsonValueTree(JsonNode? Node)
    {
        public override string ToString() => Node?.ToJsonString() ?? "null";
    }

    public static class Values
    {
        private static readonly string[] Pieces =
            ["a", "b", "Z", "nilai", "\"", "\\", "/", "\n", "\0", "\u001f", "\u007f", "\u0080", "é", "€", "\ufb33", "\uffff", "😀", "👶", "\u2028", " ", ""];

        public static Arbitrary<JsonValueTree> Tree() => Gen.Choose(0, 3).SelectMany(Nodes).Select(node => new JsonValueTree(node)).ToArbitrary();

        private static Gen<JsonNode?> Nodes(int depth) => depth == 0 ? Leaves : Gen.OneOf(Leaves, Objects(depth), Arrays(depth));

        private static Gen<string> Texts => Gen.Choose(0, 4).SelectMany(count => Gen.ArrayOf(Gen.Elements(Pieces), count)).Select(string.Concat);

        private static Gen<JsonNode?> Leaves => Gen.OneOf(
            Gen.Elements<bool?>(null, true, false).Select(value => value is { } known ? (JsonNode?)JsonValue.Create(known) : null),
            Texts.Select(text => (JsonNode?)JsonValue.Create(text)),
            from digits in Gen.Choose(-1_000_000, 1_000_000)
            from scale in Gen.Choose(0, 8)
            select (JsonNode?)JsonValue.Create(new decimal(Math.Abs(digits), 0, 0, digits < 0, (byte)scale)));

        private static Gen<JsonNode?> Objects(int depth) =>
            from count in Gen.Choose(0, 4)
            from names in Gen.ArrayOf(Texts, count)
            from values in Gen.ArrayOf(Nodes(depth - 1), count)
            select (JsonNode?)new JsonObject(names.Zip(values).DistinctBy(pair => pair.First).Select(pair => KeyValuePair.Create(pair.First, pair.Second?.DeepClone())));

        private static Gen<JsonNode?> Arrays(int depth) =>
            from count in Gen.Choose(0, 4)
            from values in Gen.ArrayOf(Nodes(depth - 1), count)
            select (JsonNode?)new JsonArray([.. values.Select(value => value?.DeepClone())]);
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Compliance.Domain.Audit;

namespace Compliance.Domain.Tests.Audit;

public sealed class CanonicalJsonTests
{
    // RFC 8785, section 3.2.3.
    [Test]
    public void Members_are_sorted_by_their_UTF16_code_units() =>
        Of(
            """
            {
              "\u20ac": "Euro Sign",
              "\r": "Carriage Return",
              "\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face",
              "\u0080": "Control",
              "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """)
            .Should().Be(
                "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\","
                + "\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");

    // RFC 8785, section 3.2.2, with the numbers that JCS and exact decimals write alike.
    [Test]
    public void Only_what_must_be_is_escaped() =>
        Of(
            """
            {
              "numbers": [4.50, 2e-3, 1E20],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """)
            .Should().Be("""{"literals":[null,true,false],"numbers":[4.5,0.002,100000000000000000000],"string":"€$\u000f\nA'B\"\\\\\"/"}""");

    [TestCase("\"\\u0000\\u0008\\u0009\\u000a\\u000b\\u000c\\u000d\\u001f\\u007f\"", "\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\u007f\"")]
    [TestCase("\"<&>+'\\u2028\"", "\"<&>+'\u2028\"")]
    [TestCase("\"\\uD83D\\uDE00\"", "\"😀\"")]
    [TestCase(" [ ] ", "[]")]
    [TestCase(" { } ", "{}")]
    [TestCase("[ { \"b\" : [ { } , 1 ] , \"a\" : \"\" } ]", "[{\"a\":\"\",\"b\":[{},1]}]")]
    [TestCase("{ \"aa\" : 1, \"a\" : 2, \"B\" : 3, \"\" : 4 }", "{\"\":4,\"B\":3,\"a\":2,\"aa\":1}")]
    public void Nothing_stands_between_tokens_and_nothing_else_is_escaped(string json, string canonical) => Of(json).Should().Be(canonical);

    [TestCase("0", "0")]
    [TestCase("-0", "0")]
    [TestCase("-0.00", "0")]
    [TestCase("0e5", "0")]
    [TestCase("10", "10")]
    [TestCase("-7", "-7")]
    [TestCase("82.50", "82.5")]
    [TestCase("100.00", "100")]
    [TestCase("0.0500", "0.05")]
    [TestCase("-0.25", "-0.25")]
    [TestCase("12.5e1", "125")]
    [TestCase("12.5E+3", "12500")]
    [TestCase("1200e-3", "1.2")]
    [TestCase("1200e-1", "120")]
    [TestCase("-5e-7", "-0.0000005")]
    [TestCase("0.1234567890123456789012345678901234567890", "0.123456789012345678901234567890123456789")]
    [TestCase("123456789012345678901234567890123456789.0", "123456789012345678901234567890123456789")]
    public void Numbers_are_exact_and_plain(string number, string canonical) => Of(number).Should().Be(canonical);

    [Test]
    public void An_exponent_of_a_thousand_is_the_highest()
    {
        Of("1e1000").Should().Be("1" + new string('0', 1000));
        Of("1e-1000").Should().Be("0." + new string('0', 999) + "1");
    }

    [TestCase("1e1001")]
    [TestCase("1e-1001")]
    [TestCase("1e99999999999999999999")]
    [TestCase("{\"a\":1,\"b\":2,\"a\":1}")]
    [TestCase("{\"a\":1,\"\\u0061\":2}")]
    [TestCase("\"\\ud83d\"")]
    [TestCase("[\"\\ude00\\ud83d\"]")]
    [TestCase("{\"\\ud83d\":1}")]
    public void What_has_no_canonical_form_is_refused(string json)
    {
        var act = () => Of(json);

        act.Should().Throw<ArgumentException>();
    }

    [Test]
    public void No_element_at_all_is_refused()
    {
        var act = () => CanonicalJson.Of(default(JsonElement));

        act.Should().Throw<ArgumentException>();
    }

    [Test]
    public void A_node_is_written_as_its_element()
    {
        var node = new JsonObject
        {
            ["score"] = 82.50m,
            ["count"] = 3,
            ["ok"] = true,
            ["none"] = null,
            ["id"] = new Guid("01890000-0000-7000-8000-000000000001"),
            ["note"] = "lantai 2 – \"loket\" <3> 👶",
        };

        CanonicalJson.Of(node).Should().Be(
            """{"count":3,"id":"01890000-0000-7000-8000-000000000001","none":null,"note":"lantai 2 – \"loket\" <3> 👶","ok":true,"score":82.5}""");
        CanonicalJson.Of((JsonNode?)null).Should().Be("null");
    }

    [Test]
    public void Half_of_a_surrogate_pair_in_a_node_is_refused_or_the_replacement_character()
    {
        var read = () => CanonicalJson.Of(JsonNode.Parse("[\"\\ud83d\"]"));

        read.Should().Throw<ArgumentException>();
        CanonicalJson.Of(JsonValue.Create($"{(char)0xd83d}")).Should().Be("\"\ufffd\"");
    }

    [Test]
    public void Deep_nesting_is_no_obstacle()
    {
        JsonNode node = new JsonArray();

        for (var depth = 1; depth < 900; depth++)
        {
            node = new JsonArray(node);
        }

        CanonicalJson.Of(node).Should().Be(new string('[', 900) + new string(']', 900));
    }

    [Test]
    public void Nesting_without_end_is_refused()
    {
        JsonNode node = new JsonArray();

        for (var depth = 1; depth < 1100; depth++)
        {
            node = new JsonArray(node);
        }

        var act = () => CanonicalJson.Of(node);

        act.Should().Throw<ArgumentException>();
    }

    private static string Of(string json)
    {
        using var document = JsonDocument.Parse(json);

        return CanonicalJson.Of(document.RootElement);
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Compliance.Infrastructure.Instruments;

/// <summary>Converts YAML to the equivalent JSON, so that one strict parser checks both.</summary>
internal static class YamlJson
{
    public static JsonNode? Read(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));

        return stream.Documents.Count == 0 ? null : Convert(stream.Documents[0].RootNode);
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(child =>
            KeyValuePair.Create(NameOf(child.Key), Convert(child.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Convert)]),
        YamlScalarNode scalar => Convert(scalar),
        _ => throw new YamlException(node.Start, node.End, "Only mappings, sequences and scalars are used here."),
    };

    private static string NameOf(YamlNode key) => key is YamlScalarNode { Value: { } name }
        ? name
        : throw new YamlException(key.Start, key.End, "A member's name is plain text.");

    /// <summary>Quoted scalars are text; plain ones are null, a boolean, a number, or text.</summary>
    private static JsonNode? Convert(YamlScalarNode scalar)
    {
        if (scalar.Style != ScalarStyle.Plain || scalar.Value is null)
        {
            return scalar.Value;
        }

        return scalar.Value switch
        {
            "" or "~" or "null" => null,
            "true" => true,
            "false" => false,
            var text when decimal.TryParse(
                text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            var text => text,
        };
    }
}

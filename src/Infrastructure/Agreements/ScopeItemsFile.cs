using System.Text.Json;
using System.Text.Json.Serialization;
using Compliance.Domain.Agreements;
using Compliance.Infrastructure.Instruments;

namespace Compliance.Infrastructure.Agreements;

/// <summary>The shipped list of subjects that agreements cover.</summary>
internal static class ScopeItemsFile
{
    public static ScopeItems Load(string shippedPath)
    {
        var path = Path.Combine(shippedPath, "agreements", "scope-items.yaml");

        return new(YamlJson.Read(File.ReadAllText(path)).Deserialize(ScopeItemsJson.Default.IReadOnlyListScopeItem)
            ?? throw new InvalidDataException($"{path} is empty."));
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IReadOnlyList<ScopeItem>))]
internal sealed partial class ScopeItemsJson : JsonSerializerContext;

namespace Compliance.Api.OpenApi;

/// <summary>
/// The ids under which schemas are published. Clients are generated from them, so a type that is renamed keeps the id of its
/// first name by an entry here; all others are called what their type is called.
/// </summary>
internal static class SchemaNames
{
    private static readonly Dictionary<Type, string> published = [];

    /// <summary>As Swashbuckle does by itself: a page of agreements is an AgreementDetailsPage.</summary>
    public static string IdOf(Type type)
    {
        var arguments = type.IsConstructedGenericType ? string.Concat(type.GetGenericArguments().Select(IdOf)) : "";
        var definition = type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;

        return arguments + (published.GetValueOrDefault(definition) ?? definition.Name.Split('`')[0].Replace("[]", "Array", StringComparison.Ordinal));
    }
}

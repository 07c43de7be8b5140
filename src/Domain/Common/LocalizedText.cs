namespace Compliance.Domain.Common;

/// <summary>The languages of everything a person reads; Indonesian is the default.</summary>
public enum Language
{
    Indonesian,
    English,
}

/// <summary>A text for people, in both languages of the product.</summary>
public sealed record LocalizedText(string Id, string En)
{
    public string In(Language language) => language == Language.English ? En : Id;
}

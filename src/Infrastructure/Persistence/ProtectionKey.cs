namespace Compliance.Infrastructure.Persistence;

/// <summary>One key of token protection, as data protection writes it.</summary>
internal sealed class ProtectionKey(string name, string xml)
{
    public string Name { get; } = name;

    public string Xml { get; } = xml;
}

namespace Compliance.Infrastructure.Persistence;

/// <summary>One key of token protection in the format of ASP.NET Core's data protection.</summary>
internal sealed class ProtectionKey(string name, string xml)
{
    public string Name { get; } = name;

    public string Xml { get; } = xml;
}

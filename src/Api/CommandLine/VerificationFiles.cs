using System.CommandLine;

namespace Compliance.Api.CommandLine;

/// <summary>Opens what verification without a database needs: the file and the public keys.</summary>
internal static class VerificationFiles
{
    public static Option<string> From(string description) => new("--from") { Required = true, HelpName = "FILE", Description = description };

    public static Option<string[]> Keys() => new("--key")
    {
        Required = true,
        HelpName = "PEM-FILE",
        Description = "A public key that signed it; once for each key.",
    };

    public static List<string> ReadKeys(this ParseResult given, Option<string[]> keys) => [.. given.GetRequiredValue(keys).Select(File.ReadAllText)];
}

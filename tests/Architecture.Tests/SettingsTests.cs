using System.Reflection;
using System.Text.RegularExpressions;
using Compliance.Api.CommandLine;
using Microsoft.Extensions.Configuration;

namespace Compliance.Architecture.Tests;

/// <summary>The command line refuses unlisted settings, so the list must contain exactly the settings that are read.</summary>
public sealed partial class SettingsTests
{
    private static readonly Type[] readers = [typeof(IConfiguration), typeof(ConfigurationManager), typeof(ConfigurationBinder), typeof(ConfigurationExtensions)];

    private static readonly string[][] listed = [.. HostSettings.Own.Select(name => name.Split(':'))];

    [Test]
    public void What_the_code_reads_is_listed()
    {
        var read = Methods(Layers.Api).SelectMany(method => Bodies.LiteralsBefore(method, readers)).Select(name => name.Trim(':')).Distinct().ToList();

        read.Should().Contain(["Audit:KeyFile", "RateLimits", "MaxBytes", "PORT", "Proxies"]);
        read.Where(name => !IsVariable(name) && !listed.Any(known => IsPart(name.Split(':'), known))).Should().BeEmpty();
    }

    [Test]
    public void What_is_listed_is_read()
    {
        var literals = new[] { Layers.Api, Layers.Infrastructure }.SelectMany(Methods).SelectMany(Bodies.Literals).SelectMany(text => text.Split(':')).ToHashSet();

        listed.SelectMany(name => name).Where(segment => segment != "*" && !literals.Contains(segment)).Should().BeEmpty();
    }

    [Test]
    public void What_the_pages_name_is_a_setting()
    {
        var named = Pages().SelectMany(page => Variable().Matches(File.ReadAllText(page.FullName))).Select(match => match.Value).Distinct().ToList();

        named.Should().HaveCountGreaterThan(20);
        named.Where(variable => !HostSettings.IsKnown(variable.Replace("__", ":", StringComparison.Ordinal))).Should().BeEmpty();
    }

    [TestCase("Data:Path", true)]
    [TestCase("data:path", true)]
    [TestCase("Data:Pth", false)]
    [TestCase("Data", false)]
    [TestCase("Data__Path", false)]
    [TestCase("Data:Path:0", false)]
    [TestCase("", false)]
    [TestCase("Cors:Origins:0", true)]
    [TestCase("Cors:Origins:", false)]
    [TestCase("Cors:Origins", false)]
    [TestCase("Oidc:Issuers:0:Roles:12:Value", true)]
    [TestCase("Oidc:Issuers:0:Roles:12:Values", false)]
    [TestCase("Logging:LogLevel:Microsoft.AspNetCore", true)]
    [TestCase("Logging", false)]
    public void Names_are_whole_and_without_case(string name, bool isKnown) => HostSettings.IsKnown(name).Should().Be(isKnown);

    [TestCase("")]
    [TestCase("--urls http://127.0.0.1:5080")]
    [TestCase("--urls=http://127.0.0.1:5080 --Data:Path= --Cors:Origins:0 https://example.org")]
    [TestCase("--bogus 1", "--bogus")]
    [TestCase("--bogus", "--bogus")]
    [TestCase("--urls", "--urls")]
    [TestCase("--urls --Data:Path x", "--urls")]
    [TestCase("backup --Data:Path x restore", "backup", "restore")]
    [TestCase("Data:Path=x /Data:Path=x -Data:Path=x", "Data:Path", "/Data:Path", "-Data:Path")]
    [TestCase("-- --= --=x", "--", "--", "--")]
    [TestCase("--urls x --help", "--help")]
    [TestCase("--Reminders= --Oidc:Issuers:0:Roles=")]
    [TestCase("--Reminders=1 --Reminder= --Logging", "--Reminders", "--Reminder", "--Logging")]
    public void What_is_no_setting_with_its_value_is_misplaced(string words, params string[] misplaced) =>
        HostSettings.Misplaced(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Should().Equal(misplaced);

    private static IEnumerable<MethodBase> Methods(Assembly assembly) => assembly.GetTypes().SelectMany(type => type.Members()).OfType<MethodBase>();

    /// <summary>Environment variables that are read under their whole name; they are not settings of the configuration.</summary>
    private static bool IsVariable(string name) => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal);

    private static bool IsPart(string[] segments, string[] known) =>
        Enumerable.Range(0, Math.Max(0, known.Length - segments.Length + 1)).Any(first => known.AsSpan(first, segments.Length).SequenceEqual(segments));

    private static IEnumerable<FileInfo> Pages()
    {
        var root = Layers.Sources().Parent!;

        return [new(Path.Combine(root.FullName, "README.md")), .. new DirectoryInfo(Path.Combine(root.FullName, "docs")).EnumerateFiles("*.md")];
    }

    [GeneratedRegex("[A-Z][A-Za-z]+(?:__[A-Za-z0-9]+)+")]
    private static partial Regex Variable();
}

namespace Compliance.Architecture.Tests;

/// <summary>A rule stands in one place: a second place that names what only the rule may name is found here.</summary>
public sealed class OneRuleTests
{
    [TestCase(nameof(MidpointRounding), "Domain/Common/Rounding.cs")]
    public void What_only_the_rule_names_is_named_nowhere_else(string name, string place)
    {
        var source = Layers.Sources();

        source.EnumerateFiles("*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file.FullName).Contains(name, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(source.FullName, file.FullName).Replace(Path.DirectorySeparatorChar, '/'))
            .Should().Equal(place);
    }
}

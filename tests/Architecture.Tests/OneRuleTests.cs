namespace Compliance.Architecture.Tests;

/// <summary>A rule is implemented in one place: these tests find any other place that uses what only the rule may use.</summary>
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

using System.Reflection;
using System.Text.RegularExpressions;

namespace Compliance.Architecture.Tests;

/// <summary>What readers of the pages rely on: working links, and a complete index and map.</summary>
public sealed partial class DocumentationTests
{
    private static readonly DirectoryInfo root = Layers.Sources().Parent!;

    private static readonly IReadOnlyList<FileInfo> pages =
    [
        .. root.EnumerateFiles("*.md"),
        .. new[] { "docs", "data", "bench" }.SelectMany(folder =>
            new DirectoryInfo(Path.Combine(root.FullName, folder)).EnumerateFiles("*.md", SearchOption.AllDirectories)).Where(page => !IsBuilt(page)),
    ];

    [Test]
    public void Every_link_leads_to_a_file() =>
        pages.SelectMany(page => LinksOf(page).Select(link => (Page: page.Name, Link: link, Target: Path.Combine(page.DirectoryName!, link))))
            .Where(each => !Path.Exists(each.Target))
            .Select(each => $"{each.Page}: {each.Link}")
            .Should().BeEmpty();

    [Test]
    public void The_index_of_the_documentation_lists_every_page()
    {
        var index = new FileInfo(Path.Combine(root.FullName, "docs", "README.md"));

        index.Directory!.EnumerateFiles("*.md").Select(page => page.Name).Should().BeSubsetOf([index.Name, .. LinksOf(index)]);
    }

    [TestCaseSource(typeof(Layers), nameof(Layers.All))]
    public void The_map_of_the_README_names_every_feature(Assembly project)
    {
        var map = File.ReadAllText(Path.Combine(root.FullName, "README.md")).Split("## ").Single(part => part.StartsWith("Where code lives", StringComparison.Ordinal));

        project.Written().Select(Features.FeatureOf).OfType<string>().Distinct()
            .Should().OnlyContain(feature => Regex.IsMatch(map, $@"\b{feature}\b"));
    }

    private static bool IsBuilt(FileInfo page) =>
        Path.GetRelativePath(root.FullName, page.FullName).Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any();

    /// <summary>Excludes links to other sites, and removes the fragment of a link.</summary>
    private static IEnumerable<string> LinksOf(FileInfo page) => Link().Matches(File.ReadAllText(page.FullName))
        .Select(link => link.Groups[1].Value.Split('#')[0])
        .Where(link => link.Length > 0 && !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith("mailto:", StringComparison.Ordinal));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}

using System.Reflection;

namespace Compliance.Architecture.Tests;

public sealed class FeatureTests
{
    [TestCaseSource(typeof(Layers), nameof(Layers.All))]
    public void No_feature_depends_on_itself_in_a_circle(Assembly project)
    {
        var references = Features.ReferencesIn(project);

        references.Should().NotBeEmpty("the search sees into types");
        Features.InCircles(references).Should().BeEmpty();
    }

    [Test]
    public void No_folder_of_the_database_depends_on_itself_in_a_circle()
    {
        var references = Features.ReferencesWithin(Layers.Infrastructure, "Persistence");

        references.Select(reference => reference.From).Should().Contain(["Persistence", "Configurations"], "the search sees into types");
        Features.InCircles(references).Should().BeEmpty();
    }

    /// <summary>
    /// The page shows each project as a diagram: an arrow leads from a feature to one that it refers to. Set
    /// <c>COMPLIANCE_WRITE_FEATURES=1</c>, as <c>scripts/features</c> does, to regenerate the diagrams.
    /// </summary>
    [Test]
    public void The_architecture_page_shows_the_features_as_they_are()
    {
        var page = Path.Combine(Layers.Sources().Parent!.FullName, "docs", "architecture.md");
        var text = File.ReadAllText(page);
        var current = Layers.All.Aggregate(text, (written, project) => FeatureDiagram.Replace(written, project));

        if (Environment.GetEnvironmentVariable("COMPLIANCE_WRITE_FEATURES") == "1")
        {
            File.WriteAllText(page, current);
        }

        current.Should().Be(text, "scripts/features writes the diagrams anew");
    }

    [TestCaseSource(typeof(Layers), nameof(Layers.All))]
    public void The_architecture_page_says_what_each_feature_is_for(Assembly project)
    {
        var page = File.ReadAllText(Path.Combine(Layers.Sources().Parent!.FullName, "docs", "architecture.md"));

        project.Written().Select(Features.FeatureOf).OfType<string>().Distinct()
            .Should().OnlyContain(feature => page.Contains($"| **{feature}** |", StringComparison.Ordinal));
    }

    // Decision 0018: reminders read obligations, and no obligation depends on reminders.
    [TestCaseSource(typeof(Layers), nameof(Layers.All))]
    public void Nothing_but_the_edges_of_the_program_knows_reminders(Assembly project) => Features.ReferencesIn(project)
        .Where(reference => reference.To == "Reminders")
        .Select(reference => reference.From)
        .Should().BeSubsetOf(["Endpoints", "Persistence", "OpenApi"]);
}

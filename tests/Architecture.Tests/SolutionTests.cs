using System.Text.Json;
using System.Text.RegularExpressions;

namespace Compliance.Architecture.Tests;

public sealed partial class SolutionTests
{
    private static readonly string root = Root();

    [Test]
    public void The_short_run_leaves_out_nothing_but_the_long_running_tests()
    {
        var all = Project().Matches(File.ReadAllText(Path.Combine(root, "Compliance.sln"))).Select(match => match.Value.Replace('\\', '/')).ToList();
        using var filter = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "tests", "Short.slnf")));
        var shortRun = filter.RootElement.GetProperty("solution").GetProperty("projects").EnumerateArray().Select(project => project.GetString()!).ToList();

        all.Should().HaveCountGreaterThan(10);
        all.Where(IsTestedOrTest).Except(shortRun).Should().Equal("tests/LongRun.Tests/LongRun.Tests.csproj");
        shortRun.Except(all.Where(IsTestedOrTest)).Should().BeEmpty();

        // Benchmarks and tools are compiled by the whole build; a short run need not wait for them.
        static bool IsTestedOrTest(string project) => project.StartsWith("src/", StringComparison.Ordinal) || project.StartsWith("tests/", StringComparison.Ordinal);
    }

    [Test]
    public void A_program_that_can_be_killed_is_started_in_long_running_tests_only() =>
        Directory.EnumerateFiles(Path.Combine(root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !IsGenerated(file) && File.ReadAllText(file).Contains("ServedProgram.Start(", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Path.Combine(root, "tests"), file).Split(Path.DirectorySeparatorChar)[0])
            .Where(project => project != "Architecture.Tests").Distinct()
            .Should().Equal("LongRun.Tests");

    private static bool IsGenerated(string file) => file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);

        while (!File.Exists(Path.Combine(folder!.FullName, "Compliance.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex("[A-Za-z.\\\\]+\\.csproj")]
    private static partial Regex Project();
}

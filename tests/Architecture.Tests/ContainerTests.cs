using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace Compliance.Architecture.Tests;

/// <summary>A container that is taken over can change nothing but its data, gains no rights, and takes no more than its share of the machine.</summary>
public sealed partial class ContainerTests
{
    private static readonly string root = Layers.Sources().Parent!.FullName;

    private static readonly Dictionary<object, object> services = (Dictionary<object, object>)new DeserializerBuilder().Build()
        .Deserialize<Dictionary<object, object>>(File.ReadAllText(Path.Combine(root, "docker-compose.yml")))["services"];

    private static IEnumerable<string> Names => services.Keys.Cast<string>();

    [Test]
    public void There_are_services() => Names.Should().BeEquivalentTo("db", "api");

    [TestCaseSource(nameof(Names))]
    public void Every_service_is_confined(string name)
    {
        var service = (Dictionary<object, object>)services[name];

        service["read_only"].Should().Be("true");
        service["cap_drop"].Should().BeEquivalentTo(new[] { "ALL" });
        service["security_opt"].Should().BeEquivalentTo(new[] { "no-new-privileges:true" });
        $"{service["mem_limit"]}".Should().NotBeEmpty();
        $"{service["pids_limit"]}".Should().NotBeEmpty();
        service.Keys.Should().NotContain("privileged").And.NotContain("network_mode").And.NotContain("pid").And.NotContain("devices");
        ((List<object>)service["volumes"]).Cast<string>().Should().OnlyContain(volume => !volume.StartsWith('/') && !volume.StartsWith('.'), "nothing of the machine is mounted");
    }

    [Test]
    public void Only_the_database_gets_capabilities_back_and_the_program_runs_as_nobody_special()
    {
        Names.Where(name => ((Dictionary<object, object>)services[name]).ContainsKey("cap_add")).Should().Equal("db");
        File.ReadAllText(Path.Combine(root, "Dockerfile")).Should().Contain("USER $APP_UID");
    }

    /// <summary>An exact version or a digest: a tag such as <c>17-alpine</c> is another image next week.</summary>
    [TestCase("docker-compose.yml", 3)]
    [TestCase("Dockerfile", 2)]
    public void Images_are_of_an_exact_version(string file, int expected)
    {
        var images = Image().Matches(File.ReadAllText(Path.Combine(root, file))).Select(match => match.Value).ToList();

        images.Should().HaveCount(expected).And.OnlyContain(image => Exact().IsMatch(image));
    }

    [Test]
    public void The_compose_file_builds_with_the_images_of_the_Dockerfile()
    {
        var file = File.ReadAllText(Path.Combine(root, "Dockerfile"));

        Image().Matches(File.ReadAllText(Path.Combine(root, "docker-compose.yml"))).Select(match => match.Value)
            .Where(image => image.StartsWith("mcr.", StringComparison.Ordinal)).Should().OnlyContain(image => file.Contains($"={image}\n", StringComparison.Ordinal));
        From().Matches(file).Select(match => match.Groups[1].Value).Should().Equal("${SDK_IMAGE}", "${RUNTIME_IMAGE}");
    }

    [GeneratedRegex(@"(?<=:-|ARG \w+_IMAGE=)[a-z][a-z0-9./-]*[:@][A-Za-z0-9.:_-]+")]
    private static partial Regex Image();

    [GeneratedRegex(@":\d+\.\d+(\.\d+)?(-alpine)?$|@sha256:[0-9a-f]{64}$")]
    private static partial Regex Exact();

    [GeneratedRegex(@"^FROM (\S+)", RegexOptions.Multiline)]
    private static partial Regex From();
}

using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Compliance.Api.Tests.Auditing;

/// <summary>Whoever has the exported file and the public key needs nobody else: the program called as a command tells.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class OfflineVerificationTests(string provider) : ApiTests(provider)
{
    private static readonly Dictionary<string, string> nothing = [];

    private string folder = "";
    private string file = "";
    private string key = "";

    [OneTimeSetUp]
    public async Task Export()
    {
        folder = Directory.CreateTempSubdirectory("compliance-export-").FullName;
        (file, key) = (Path.Combine(folder, "audit.ndjson"), Path.Combine(folder, "key.pem"));
        await using var host = await Fresh();
        (await host.SealAudit()).Number("chains").Should().BePositive();
        await File.WriteAllTextAsync(file, await host.ExportAudit());
        await File.WriteAllTextAsync(key, (await host.PublicKeys()).Single());
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task An_untouched_file_is_intact()
    {
        var run = await Verify(file, key);

        run.ExitCode.Should().Be(0, "{0}", run);
        run.Output.Should().EndWith($"Intact.{Environment.NewLine}").And.Contain(" 0 entries not sealed yet");
    }

    [Test]
    public async Task A_changed_digit_is_found_and_its_place_named()
    {
        var lines = await File.ReadAllLinesAsync(file);
        var index = Array.FindIndex(lines, line => line.StartsWith("{\"entry\"", StringComparison.Ordinal));
        lines[index] = Regex.Replace(lines[index], "(previous[^0-9a-f]+)0", "${1}1", RegexOptions.None, TimeSpan.FromSeconds(10));
        var changed = Path.Combine(folder, "changed.ndjson");
        await File.WriteAllLinesAsync(changed, lines);
        var entry = JsonDocument.Parse(lines[index]).RootElement;

        var run = await Verify(changed, key);

        run.ExitCode.Should().Be(1, "{0}", run);
        run.Output.Should().Contain($"BROKEN {entry.Text("entry/resource")} {entry.Number("entry/sequence")}: hashMismatch").And.Contain("NOT intact.");
    }

    [Test]
    public async Task Another_key_vouches_for_nothing()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var path = Path.Combine(folder, "other.pem");
        await File.WriteAllTextAsync(path, other.ExportSubjectPublicKeyInfoPem());

        var run = await Verify(file, path);

        run.ExitCode.Should().Be(1, "{0}", run);
        run.Output.Should().Contain("unknownKey");
    }

    [Test]
    public async Task A_noted_checkpoint_is_looked_for_and_a_mistyped_option_is_refused_instead_of_passed_over()
    {
        var noted = (await Verify(file, key)).Output.Split(["Last checkpoint: ", Environment.NewLine], StringSplitOptions.RemoveEmptyEntries)[1];

        var held = await Verify(file, key, "--checkpoint", noted);
        var unheld = await Verify(file, key, "--checkpoint", noted, "--checkpoint", new string('0', noted.Length));
        var mistyped = await Verify(file, key, "--checkpiont", new string('0', noted.Length));

        held.ExitCode.Should().Be(0, "{0}", held);
        held.Output.Should().Contain($"Holds the checkpoint {noted}.").And.EndWith($"Intact.{Environment.NewLine}");
        unheld.ExitCode.Should().Be(1, "{0}", unheld);
        unheld.Output.Should().Contain($"Holds the checkpoint {noted}.").And.Contain("BROKEN the checkpoint 00").And.EndWith($"NOT intact.{Environment.NewLine}");
        (mistyped.ExitCode, mistyped.Output).Should().Be((64, ""));
        mistyped.Errors.Should().Contain("--checkpiont").And.Contain("--checkpoint");
    }

    [Test]
    public async Task The_command_exports_the_same_trail()
    {
        await using var host = await Fresh();
        await host.SealAudit();
        var path = Path.Combine(folder, "by-command.ndjson");

        var run = await ProgramProcess.RunOn(host, "audit", "export", "--to", path);

        run.ExitCode.Should().Be(0, "{0}", run);
        (await File.ReadAllTextAsync(path)).Should().Be(await host.ExportAudit());
    }

    private static Task<ProgramProcess> Verify(string file, string key, params string[] more) =>
        ProgramProcess.Run(nothing, ["audit", "verify", "--from", file, "--key", key, .. more]);
}

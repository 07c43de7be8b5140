using System.Security.Cryptography;

namespace Compliance.LongRun.Tests.CommandLine;

/// <summary>How the program ends and what it says, called with words: contract of scripts and of whatever supervises it.</summary>
public sealed class CommandLineTests
{
    private static readonly string[] verifying = ["audit", "verify", "--from", "trail.ndjson", "--key", "key.pem"];

    private string folder = "";

    [OneTimeSetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("compliance-words-").FullName;

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    public static IEnumerable<TestCaseData> Misused()
    {
        yield return new(new[] { "backup" }, "'backup'");
        yield return new(new[] { "audti", "verify" }, "audit");
        yield return new(new[] { "audit" }, "verify");
        yield return new(new[] { "audit", "verfy" }, "verify");
        yield return new(new[] { "audit", "verify", "--from", "trail.ndjson" }, "--key");
        yield return new(new[] { "audit", "verify", "--key", "key.pem" }, "--from");
        yield return new(new[] { "audit", "verify", "--checkpoint", "0a" }, "--from");
        yield return new(new[] { "audit", "verify", "--from" }, "--from");
        yield return new(new[] { "proof", "verify", "--from", "proof.jsonl" }, "--key");
        yield return new((string[])[.. verifying, "--checkpiont", "0a"], "--checkpoint");
        yield return new((string[])[.. verifying, "0a"], "'0a'");
        yield return new((string[])[.. verifying, "@words.txt"], "'@words.txt'");
        yield return new((string[])["[diagram]", .. verifying], "'[diagram]'");
        yield return new(new[] { "admin", "purge-origins", "--before", "1 August" }, "2026-08-01");
        yield return new(new[] { "admin", "create", "--email", "siti@contoh.go.id", "--Data:Path", "x" }, "--Data:Path");
        yield return new(new[] { "help", "backup" }, "argument: backup");
        yield return new((string[])[.. verifying, "--checkpiont", "--help"], "--checkpiont");
        yield return new(new[] { "serve", "--bogus" }, "'--bogus'");
        yield return new(new[] { "serve", "--bogus", "1" }, "'--bogus'");
        yield return new(new[] { "--bogus=1" }, "'--bogus'");
        yield return new(new[] { "--Data:Pth", "x" }, "--Data:Path");
        yield return new(new[] { "--Data__Path=x" }, "--Data:Path");
        yield return new(new[] { "--urls" }, "'--urls'");
        yield return new(new[] { "--urls", "http://127.0.0.1:0", "backup" }, "'backup'");
        yield return new(new[] { "serve", "backup" }, "'backup'");
        yield return new(new[] { "-x" }, "'-x'");
        yield return new(new[] { "--" }, "serve --help");
    }

    [TestCaseSource(nameof(Misused))]
    public async Task What_is_not_understood_ends_with_64_and_a_hint_and_does_nothing(string[] words, string hint)
    {
        var run = await ProgramProcess.Run(Settings("unused"), words);

        run.ExitCode.Should().Be(64, "{0}", run);
        run.Output.Should().BeEmpty();
        run.Errors.Should().Contain(hint);
        Directory.Exists(Path.Combine(folder, "unused")).Should().BeFalse("nothing was begun");
    }

    [TestCase("--help", "audit")]
    [TestCase("help", "audit")]
    [TestCase("audit --help", "verify")]
    [TestCase("help audit verify", "--checkpoint <HASH>")]
    [TestCase("serve --help", "--Data:Path <VALUE>")]
    [TestCase("--urls http://127.0.0.1:0 --help", "--Data:Path <VALUE>")]
    public async Task Help_tells_the_usage(string words, string told)
    {
        var run = await ProgramProcess.Run(Settings("unused"), words.Split(' '));

        run.ExitCode.Should().Be(0, "{0}", run);
        run.Output.Should().Contain("compliance").And.Contain(told);
        run.Errors.Should().BeEmpty();
    }

    [TestCase("audit", 2, "Line 1 is no line of an exported trail")]
    [TestCase("proof", 1, "BROKEN line 1")]
    public async Task A_file_that_is_missing_or_no_key_cannot_be_checked_and_a_text_is_no_trail_and_no_proof(string verb, int code, string verdict)
    {
        var (text, key, missing) = (Path.Combine(folder, $"{verb}.txt"), Path.Combine(folder, $"{verb}.pem"), Path.Combine(folder, "missing"));
        await File.WriteAllTextAsync(text, "neither a key nor a trail");
        using var any = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await File.WriteAllTextAsync(key, any.ExportSubjectPublicKeyInfoPem());
        var settings = Settings("unused");

        await CannotRun(settings, missing, verb, "verify", "--from", missing, "--key", key);
        await CannotRun(settings, missing, verb, "verify", "--from", text, "--key", missing);
        await CannotRun(settings, "key", verb, "verify", "--from", text, "--key", text);

        var run = await ProgramProcess.Run(settings, verb, "verify", "--from", text, "--key", key);
        run.ExitCode.Should().Be(code, "{0}", run);
        (run.Output + run.Errors).Should().Contain(verdict);
    }

    [TestCase]
    [TestCase("serve")]
    [TestCase("admin", "create", "--email", "siti@contoh.go.id")]
    [TestCase("audit", "export", "--to", "trail.ndjson")]
    public async Task Without_a_key_or_a_database_nothing_runs(params string[] words)
    {
        var settings = Settings("empty");
        settings["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        await CannotRun(settings, "Audit:KeyFile", words);

        settings["Audit__KeyFile"] = Path.Combine(folder, "key.pem");
        settings["Database__Provider"] = "postgresql";
        settings["ConnectionStrings__Compliance"] = "Host=127.0.0.1;Port=1;Database=none;Username=nobody";
        await CannotRun(settings, "127.0.0.1:1", words);
    }

    [Test]
    public async Task The_verb_serve_serves_by_the_settings_behind_it()
    {
        // The environment says otherwise, and loses.
        await using var program = await ServedProgram.Start(
            "sqlite", new Dictionary<string, string> { ["RateLimits:Anonymous"] = "never" }, "serve", "--RateLimits:Anonymous", "100000");

        program.Errors.Should().BeEmpty();
    }

    private static async Task CannotRun(IReadOnlyDictionary<string, string> settings, string reason, params string[] words)
    {
        var run = await ProgramProcess.Run(settings, words);

        run.ExitCode.Should().Be(2, "{0}", run);
        (run.Output + run.Errors).Should().Contain(reason);
    }

    private Dictionary<string, string> Settings(string data) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Data__Path"] = Path.Combine(folder, data),
    };
}

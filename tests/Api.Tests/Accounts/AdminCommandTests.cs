using System.Diagnostics;
using System.Text.RegularExpressions;
using Compliance.TestKit.Accounts;

namespace Compliance.Api.Tests.Accounts;

/// <summary>The first administrator comes into being at the machine itself: the built program, called with words.</summary>
[TestFixture("sqlite")]
public sealed partial class AdminCommandTests(string provider) : ApiTests(provider)
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    private DirectoryInfo folder = null!;

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("compliance-admin-");

    [TearDown]
    public void RemoveFolder() => folder.Delete(recursive: true);

    [Test]
    public async Task The_first_administrator_is_made_on_an_empty_folder_and_let_in_by_a_server()
    {
        var email = People.NewEmail();
        var (code, output, errors) = await Run("admin", "create", "--email", email, "--name", "Siti Rahmah");
        code.Should().Be(0, errors);
        var token = Token().Match(output).Groups[1].Value;
        output.Should().Contain(email).And.Contain($"/undangan#{token}");

        await using var host = await Fresh("Production", new Dictionary<string, string>
        {
            ["Data:Path"] = folder.FullName,
            ["Audit:KeyFile"] = Path.Combine(folder.FullName, "audit-key.pem"),
        });
        (await host.Accept(token)).Ok().Flag("secondFactorNeeded").Should().BeTrue();
        var tokens = (await host.SignIn(email)).Ok();
        var person = new Person("", email, tokens.Text("accessToken")!, tokens.Text("refreshToken")!);
        (await host.With(person.Access, HttpMethod.Get, "/users")).Problem(403, "secondFactorNeeded");
        await host.Enrol(person);

        (await host.With(person.Access, HttpMethod.Get, "/users")).Ok().Items().Should().ContainSingle().Which.Text("name").Should().Be("Siti Rahmah");
    }

    [TestCase("--email <ADDRESS>", "admin", "create")]
    [TestCase("--email <ADDRESS>", "admin", "create", "--name", "Siti")]
    [TestCase("--email <ADDRESS>", "admin", "create", "--email")]
    [TestCase("create", "admin", "conquer", "--email", "siti@contoh.go.id")]
    [TestCase("create", "admin")]
    public async Task A_command_that_is_not_understood_says_how(string how, params string[] words)
    {
        var (code, output, errors) = await Run(words);

        (code, output).Should().Be((64, ""));
        errors.Should().Contain("compliance admin").And.Contain(how);
        folder.EnumerateFiles("*.db").Should().BeEmpty("nothing was begun");
    }

    [GeneratedRegex(@"Token: (\S+)")]
    private static partial Regex Token();

    private async Task<(int Code, string Output, string Errors)> Run(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.FullName,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Data__Path"] = folder.FullName;
        start.Environment["Database__Provider"] = "sqlite";
        start.Environment["Audit__KeyFile"] = Path.Combine(folder.FullName, "audit-key.pem");
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(patience);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));

        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // Nothing that a test starts outlives it.
            process.Kill(entireProcessTree: true);

            throw;
        }

        return (process.ExitCode, (await output).Trim(), (await errors).Trim());
    }
}

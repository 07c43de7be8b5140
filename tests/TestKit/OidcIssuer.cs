using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Compliance.TestKit;

/// <summary>
/// A real OpenID Connect issuer (the program in <c>tests/Issuer</c>), a process of its own on loopback, with keys made
/// at its start. It needs Node and, the first time, a package registry. With <c>COMPLIANCE_REQUIRE_ISSUER=1</c> an
/// issuer that cannot be had is an error; otherwise tests skip, with <see cref="WhyNot"/> as the reason.
/// </summary>
public sealed class OidcIssuer : IDisposable
{
    public const string RequiredVariable = "COMPLIANCE_REQUIRE_ISSUER";

    /// <summary>Whom a token is for where the test does not say.</summary>
    public const string Audience = "compliance-api";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private static readonly Lazy<Task<OidcIssuer?>> shared = new(StartShared);

    private readonly HttpClient http = new() { Timeout = Patience };
    private readonly SemaphoreSlim turn = new(1);
    private readonly ConcurrentQueue<string> errors = new();
    private readonly Process process;
    private (string Id, string Secret) client;
    private bool disposed;

    private OidcIssuer(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => errors.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
    }

    /// <summary>Why there is no issuer; null while nobody has asked for one, or once there is one.</summary>
    public static string? WhyNot { get; private set; }

    /// <summary>Without a slash at the end, as it stands in tokens: <see cref="Uri.OriginalString"/> is the issuer's name.</summary>
    public Uri Authority { get; private set; } = null!;

    /// <summary>The one issuer of this process, started by the first caller, or nothing (see <see cref="WhyNot"/>).</summary>
    public static Task<OidcIssuer?> Shared() => shared.Value;

    /// <summary>A further issuer with keys of its own, which the caller disposes of; or nothing (see <see cref="WhyNot"/>).</summary>
    public static async Task<OidcIssuer?> Start()
    {
        WhyNot = await NodeProgram.Issuer.Problem();
        var issuer = WhyNot is null ? await Launch() : null;

        return issuer is null && Environment.GetEnvironmentVariable(RequiredVariable) == "1"
            ? throw new InvalidOperationException($"{RequiredVariable} is set, but there is no issuer: {WhyNot}")
            : issuer;
    }

    /// <summary>A signed access token. One with an e-mail address says that the address was verified.</summary>
    /// <param name="lifetime">Below zero for a token that expired so long ago.</param>
    public Task<string> Token(
        string subject, string? email = null, string[]? groups = null, string[]? amr = null, string? audience = null, TimeSpan? lifetime = null)
    {
        var claims = new JsonObject { ["sub"] = subject };

        if (email is not null)
        {
            claims["email"] = email;
            claims["email_verified"] = true;
        }

        if (groups is not null)
        {
            claims["groups"] = new JsonArray([.. groups]);
        }

        if (amr is not null)
        {
            claims["amr"] = new JsonArray([.. amr]);
        }

        return TokenWith(claims, audience, lifetime);
    }

    /// <summary>A signed access token with any claims, also such that the issuer would otherwise set itself (<c>nbf</c>, <c>iss</c>).</summary>
    /// <param name="algorithm">ES256 or RS256; the issuer has a key for either.</param>
    /// <param name="type">The header <c>typ</c>.</param>
    public async Task<string> TokenWith(
        JsonObject claims, string? audience = null, TimeSpan? lifetime = null, string algorithm = "ES256", string type = "at+jwt")
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client.Id,
            ["client_secret"] = client.Secret,
            ["test_audience"] = audience ?? Audience,
            ["test_lifetime"] = ((long)(lifetime ?? Lifetime).TotalSeconds).ToString(CultureInfo.InvariantCulture),
            ["test_algorithm"] = algorithm,
            ["test_claims"] = claims.ToJsonString(),
            ["test_type"] = type,
        });
        using var answer = await http.PostAsync(new Uri(Authority, "token"), form);
        var text = await answer.Content.ReadAsStringAsync();

        return answer.IsSuccessStatusCode
            ? Text(JsonNode.Parse(text)!, "access_token")
            : throw new InvalidOperationException($"The issuer gave no token: {text}\n{Errors}");
    }

    /// <summary>From now on other keys sign. The last ones stay published, or are <paramref name="withdraw">withdrawn</paramref>.</summary>
    public async Task RotateKeys(bool withdraw = false)
    {
        await turn.WaitAsync();

        try
        {
            await process.StandardInput.WriteLineAsync(withdraw ? "withdraw" : "rotate");
            await process.StandardInput.FlushAsync();
            _ = await Answer() ?? throw new InvalidOperationException($"The issuer has ended: {Errors}");
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The issuer lives as long as its standard input; so it ends with the tests, however they end.</summary>
    public void Dispose()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        process.StandardInput.Close();

        if (!process.WaitForExit(Farewell))
        {
            process.Kill();
        }

        process.Dispose();
        http.Dispose();
        turn.Dispose();
    }

    private static async Task<OidcIssuer?> StartShared()
    {
        var issuer = await Start();

        if (issuer is not null)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => issuer.Dispose();
        }

        return issuer;
    }

    private static async Task<OidcIssuer?> Launch()
    {
        var issuer = new OidcIssuer(Process.Start(NodeProgram.Issuer.Start())!);

        if (await issuer.Answer() is { } answer)
        {
            issuer.Authority = new(Text(answer, "authority"));
            issuer.client = (Text(answer, "clientId"), Text(answer, "clientSecret"));

            return issuer;
        }

        issuer.Dispose();
        WhyNot = $"The issuer did not start: {issuer.Errors}";

        return null;
    }

    private static string Text(JsonNode answer, string name) => answer[name]!.GetValue<string>();

    private string Errors => string.Join('\n', errors);

    /// <summary>One line of the program, or nothing where it has ended or keeps silent for too long.</summary>
    private async Task<JsonNode?> Answer()
    {
        using var patience = new CancellationTokenSource(Patience);

        try
        {
            return await process.StandardOutput.ReadLineAsync(patience.Token) is { } line ? JsonNode.Parse(line) : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}

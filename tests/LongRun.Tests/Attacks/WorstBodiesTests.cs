using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Compliance.LongRun.Tests.Fuzzing;

namespace Compliance.LongRun.Tests.Attacks;

/// <summary>
/// Every operation that takes a body, sent bodies of its largest size that are made of the worst elements: the program refuses or stores them, needs no
/// more than its budget of memory, and answers others meanwhile. How long each takes is told, not asserted: bench measures time.
/// </summary>
[TestFixture]
public sealed class WorstBodiesTests
{
    private const int Megabyte = 1024 * 1024;
    private const int LargestBody = 10 * Megabyte;

    /// <summary>Of the process, above what it needed right before.</summary>
    private const long MostMemory = 50L * Megabyte;

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    /// <summary>Of each of the demo accounts, in the order in which they are tried.</summary>
    private static readonly string?[] callers = [null, "admin", "head.riau", "assessor.riau", "liaison.14.04", "verifier", "method"];

    private readonly Dictionary<string, string> tokens = [];
    private ServedProgram program = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        // What a request holds counts, not the garbage that the collector has not come to yet: it comes each 4 MB (the value is hexadecimal).
        program = await ServedProgram.Start("sqlite", new Dictionary<string, string> { ["DOTNET_GCgen0size"] = "400000" });
        client = new() { BaseAddress = program.Address, Timeout = patience };

        foreach (var name in callers.OfType<string>())
        {
            using var reply = await client.PostAsJsonAsync("/api/v1/tokens", new { email = $"{name}@demo.example", password = "Kepatuhan-Demo-2023" });
            tokens[name] = JsonDocument.Parse(await reply.Content.ReadAsStringAsync()).RootElement.Text("accessToken")!;
        }
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        client.Dispose();
        await program.DisposeAsync();
    }

    [Test]
    public async Task No_body_costs_more_than_its_budget()
    {
        var document = ApiDocument.Of(JsonDocument.Parse(await client.GetStringAsync("/swagger/v1/swagger.json")).RootElement);
        var assessment = await Assessment();
        var (measured, failures) = (new List<(string Name, TimeSpan Time, long Memory)>(), new List<string>());

        foreach (var operation in document.Operations.Where(operation => operation.Body is not null))
        {
            var path = operation.Path.Replace("/assessments/{id}", assessment, StringComparison.Ordinal)
                .Replace("{year}", "2026", StringComparison.Ordinal).Replace("{code}", "14.04", StringComparison.Ordinal).Replace("{office}", "14", StringComparison.Ordinal)
                .Replace("{month}", "2024-01", StringComparison.Ordinal).Replace("{stage}", "proposal", StringComparison.Ordinal)
                .Split('/').Select(segment => segment.StartsWith('{') ? "0198c0de-0000-7000-8000-000000000001" : segment);
            var address = string.Join('/', path);
            var caller = await CallerOf(operation, address);
            var limit = await LimitOf(operation, address, caller);

            foreach (var (name, type, content) in WorstBodies.Of(operation, document, limit))
            {
                var (outcome, time, memory) = await Measure(() => Send(operation.Method, address, caller, type, content));

                // What a body costs it costs each time; what the program does beside it, such as a collection that begins late, it does not.
                for (var again = 0; again < 2 && memory > MostMemory; again++)
                {
                    memory = Math.Min(memory, (await Measure(() => Send(operation.Method, address, caller, type, content))).Memory);
                }

                measured.Add(($"{operation.Id}: {name} as {caller ?? "nobody"}, {outcome}", time, memory));

                if (outcome[0] is not ('2' or '4'))
                {
                    failures.Add(measured[^1].Name);
                }
            }
        }

        await Tell(measured);
        measured.Should().HaveCountGreaterThan(400);
        failures.Should().BeEmpty();
        measured.Where(each => each.Memory > MostMemory).Select(each => $"{each.Name}: {each.Memory / Megabyte} MB").Should().BeEmpty();
    }

    private static async Task Tell(List<(string Name, TimeSpan Time, long Memory)> measured)
    {
        await TestContext.Out.WriteLineAsync($"{measured.Count} bodies. The slowest, and those that took most memory:");

        foreach (var (name, time, memory) in measured.OrderByDescending(each => each.Time).Take(8).Union(measured.OrderByDescending(each => each.Memory).Take(8)))
        {
            await TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds,6:0} ms {memory / Megabyte,4} MB  {name}"));
        }
    }

    private async Task<(string Outcome, TimeSpan Time, long Memory)> Measure(Func<Task<HttpResponseMessage>> send)
    {
        var before = program.ForgetPeakMemory();
        var started = Stopwatch.GetTimestamp();
        var outcome = await Outcome(send);

        return (outcome, Stopwatch.GetElapsedTime(started), program.PeakMemory() - before);
    }

    private static async Task<string> Outcome(Func<Task<HttpResponseMessage>> send)
    {
        try
        {
            using var reply = await send();

            return (int)reply.StatusCode < 500 ? $"{(int)reply.StatusCode}" : $"{(int)reply.StatusCode} {await reply.Content.ReadAsStringAsync()}";
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            return $"no answer: {problem.Message}";
        }
    }

    private async Task<string> Assessment()
    {
        using var reply = await Send("GET", "/api/v1/assessments?limit=1", "admin", null, []);

        return $"/assessments/{JsonDocument.Parse(await reply.Content.ReadAsStringAsync()).RootElement.Text("items/0/id")}";
    }

    /// <summary>Whoever is not refused before the body is read.</summary>
    private async Task<string?> CallerOf(ApiOperation operation, string address)
    {
        foreach (var caller in callers)
        {
            using var reply = await Send(operation.Method, address, caller, operation.Body!.MediaType, []);

            if (reply.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden))
            {
                return caller;
            }
        }

        throw new InvalidOperationException($"Nobody may send {operation.Id}.");
    }

    private async Task<int> LimitOf(ApiOperation operation, string address, string? caller)
    {
        if (operation.Body!.MediaType is "text/csv")
        {
            return LargestBody;
        }

        using var reply = await Send(operation.Method, address, caller, operation.Body!.MediaType, new byte[LargestBody]);

        return reply.StatusCode == HttpStatusCode.RequestEntityTooLarge ? Megabyte : LargestBody;
    }

    private async Task<HttpResponseMessage> Send(string method, string address, string? caller, string? type, byte[] content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), address);
        request.Headers.ExpectContinue = content.Length > 0;
        request.Headers.TryAddWithoutValidation("If-Match", "\"v1\"");

        if (type is not null)
        {
            request.Content = new ByteArrayContent(content);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        if (caller is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens[caller]);
        }

        return await client.SendAsync(request);
    }
}

using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Compliance.Api.Tests.Auditing;

/// <summary>Clients that hang up in the middle of a write leave nothing behind: no lock, no open transaction, no torn chain.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class HangUpTests(string provider) : ApiTests(provider)
{
    private const int Clients = 200;
    private const int AtOnce = 20;

    /// <summary>A write of a warm host takes milliseconds; this is what somebody behind a hung lock would exceed.</summary>
    private static readonly TimeSpan soon = TimeSpan.FromSeconds(1);

    [Test]
    public async Task After_two_hundred_of_them_a_write_is_answered_at_once()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var form = (await host.FormItems(assessment)).Select(Sheets.BestOfItem).ToList();
        (await host.PutAnswers(assessment, Sheets.Sent(form[0]))).Outcomes().Should().Equal("stored 1");
        var answers = new JsonObject { ["answers"] = new JsonArray([.. form.Skip(1).Take(100).Select(answer => Sheets.Sent(answer))]) }.ToJsonString();
        var csv = "institution,year,score\n" + string.Concat(Enumerable.Repeat("14.01,2021,70\n", 200));
        var assessor = await host.TokenOf("assessor.riau");
        var admin = await host.TokenOf("admin");

        foreach (var group in Enumerable.Range(0, Clients).Chunk(AtOnce))
        {
            await Task.WhenAll(group.Select(client => client % 3 == 2
                ? HangUp(host, "POST", $"{Api}/results/import", "text/csv", admin, csv, whole: client % 2 == 0)
                : HangUp(host, "PUT", $"{assessment}/answers", "application/json", assessor, answers, whole: client % 3 == 1)));
        }

        var started = Stopwatch.GetTimestamp();
        var outcomes = (await host.PutAnswers(assessment, Sheets.Sent(form[^1]))).Outcomes();
        Stopwatch.GetElapsedTime(started).Should().BeLessThan(soon);
        outcomes.Should().Equal("stored 1");
        await ShouldHoldNoTransaction(host);
        await host.ShouldBeIntact();
    }

    /// <summary>Closes with a reset, so that the server learns of it while it still works.</summary>
    private static async Task HangUp(ApiHost host, string method, string path, string mediaType, string token, string body, bool whole)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { LingerState = new(enable: true, seconds: 0) };
        var address = host.Client.BaseAddress!;
        await socket.ConnectAsync(address.Host, address.Port);
        var bytes = Encoding.UTF8.GetBytes(body);
        var head = $"{method} {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\nContent-Type: {mediaType}\r\nContent-Length: {bytes.Length}\r\n\r\n";
        await SendAll(socket, Encoding.ASCII.GetBytes(head));
        await SendAll(socket, whole ? bytes : bytes[..(bytes.Length / 2)]);
    }

    private static async Task SendAll(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        for (var rest = bytes; rest.Length > 0;)
        {
            rest = rest[await socket.SendAsync(rest)..];
        }
    }

    private static async Task ShouldHoldNoTransaction(ApiHost host)
    {
        await using var raw = await host.OpenRaw();

        if (host.Settings.Provider == "sqlite")
        {
            await raw.Execute("PRAGMA busy_timeout = 0");
            await raw.Execute("BEGIN IMMEDIATE");
            await raw.Execute("ROLLBACK");
        }
        else
        {
            (await raw.Query("SELECT pid, query FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'")).Should().BeEmpty();
        }
    }
}

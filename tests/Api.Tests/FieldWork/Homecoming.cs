using System.Net.Sockets;
using System.Text;

namespace Compliance.Api.Tests.FieldWork;

/// <summary>How a device brings home what it kept, over a network that breaks.</summary>
internal static class Homecoming
{
    private const string Assessor = "assessor.riau";

    /// <summary>The whole batch goes out; the connection breaks with the first byte of the answer.</summary>
    public static async Task SendUnheard(this ApiHost host, string assessment, IEnumerable<JsonObject> batch)
    {
        var body = new JsonObject { ["answers"] = new JsonArray([.. batch.Select(item => item.DeepClone())]) }.ToJsonString();
        var address = host.Client.BaseAddress!;
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { LingerState = new(enable: true, seconds: 0) };
        await socket.ConnectAsync(address.Host, address.Port);
        var request = Encoding.UTF8.GetBytes(
            $"PUT {assessment}/answers HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {await host.TokenOf(Assessor)}\r\n"
            + FormattableString.Invariant($"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));

        for (var rest = request.AsMemory(); rest.Length > 0;)
        {
            rest = rest[await socket.SendAsync(rest)..];
        }

        (await socket.ReceiveAsync(new byte[1])).Should().Be(1);
    }

    /// <summary>Every photo in three parts; the tablet asks where to go on.</summary>
    public static async Task SendSnapshots(this ApiHost host, string assessment, IReadOnlyList<Snapshot> snapshots)
    {
        foreach (var snapshot in snapshots)
        {
            var upload = $"{assessment}/uploads/{snapshot.Upload}";
            (await host.Post($"{assessment}/uploads", new { id = snapshot.Upload, fileName = "foto.jpg", size = snapshot.Bytes.Length, sha256 = snapshot.Sha256 })).Ok(HttpStatusCode.Created);

            foreach (var part in snapshot.Bytes.Chunk((snapshot.Bytes.Length / 3) + 1))
            {
                var offset = (await host.SendAs(Assessor, HttpMethod.Head, upload)).Headers.GetValues("Upload-Offset").Single();
                (await host.SendAs(Assessor, HttpMethod.Patch, upload, ApiCalls.Bytes(part, "application/octet-stream"), ("Upload-Offset", offset))).Ok();
            }

            var offering = snapshot.Places.Skip(1).Aggregate(
                new EvidenceOffering(snapshot.Places[0].Indicator, snapshot.Places[0].Subject)
                    .With("upload", $"{snapshot.Upload}").With("id", $"{snapshot.Id}").With("capturedAt", snapshot.CapturedAt.ToString("O")),
                (piece, place) => piece.With("observation", $"{place.Indicator}@{place.Subject}"));
            var added = (await host.AddEvidence(assessment, offering)).Ok(HttpStatusCode.Created);
            (added.Text("file/sha256"), added.Flag("clockDoubtful")).Should().Be((snapshot.Sha256, false));
            (await host.AddEvidence(assessment, offering)).Ok(HttpStatusCode.Created).Text("id").Should().Be($"{snapshot.Id}", "it is the same piece again");
        }
    }
}

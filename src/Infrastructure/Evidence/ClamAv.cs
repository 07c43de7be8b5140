using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Compliance.Application.Evidence;
using Compliance.Domain.Evidence;
using Microsoft.Extensions.Logging;

namespace Compliance.Infrastructure.Evidence;

/// <summary>
/// Asks clamd (its INSTREAM command, clamd(8)): parts with their length before them, an empty one at the end, then
/// one line of answer. Whatever else happens, the file counts as not scanned.
/// </summary>
internal sealed partial class ClamAv(EvidenceSettings settings, ILogger<ClamAv> log) : IScanner
{
    private const int PartLength = 64 * 1024;
    private const int LongestAnswer = 1024;
    private const string Found = " FOUND";

    private static readonly byte[] command = "zINSTREAM\0"u8.ToArray();

    public bool IsThere => true;

    public async Task<ScanVerdict> Scan(Stream content, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(settings.ScanPatience);

        try
        {
            var answer = await Ask(content, patience);

            return Read(answer) ?? NotAsExpected(answer);
        }
        catch (Exception problem) when (problem is SocketException or IOException)
        {
            LogUnreachable(problem);
        }
        catch (OperationCanceledException problem) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnreachable(problem);
        }

        return new(ScanState.Pending);
    }

    private async Task<string> Ask(Stream content, CancellationTokenSource patience)
    {
        using var socket = await Connect(patience.Token);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(command, patience.Token);
        var part = new byte[sizeof(int) + PartLength];

        for (var length = -1; length != 0;)
        {
            length = await content.ReadAsync(part.AsMemory(sizeof(int)), patience.Token);
            BinaryPrimitives.WriteInt32BigEndian(part, length);
            await stream.WriteAsync(part.AsMemory(0, sizeof(int) + length), patience.Token);

            // It is silence that ends the patience, not a large file.
            patience.CancelAfter(settings.ScanPatience);
        }

        return await AnswerFrom(stream, patience.Token);
    }

    private async Task<Socket> Connect(CancellationToken cancellationToken)
    {
        var address = settings.ClamAv!;
        var isUnix = address.Scheme == "unix";
        var socket = isUnix
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);

        try
        {
            await (isUnix
                ? socket.ConnectAsync(new UnixDomainSocketEndPoint(address.AbsolutePath), cancellationToken)
                : socket.ConnectAsync(address.Host, address.Port, cancellationToken));

            return socket;
        }
        catch
        {
            socket.Dispose();

            throw;
        }
    }

    /// <summary>Up to the NUL that ends it, or to the end of the connection.</summary>
    private static async Task<string> AnswerFrom(NetworkStream stream, CancellationToken cancellationToken)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;

        while (length < answer.Length && await stream.ReadAsync(answer.AsMemory(length), cancellationToken) is var read and > 0)
        {
            length += read;

            if (answer.AsSpan(0, length).IndexOf((byte)0) is var end and >= 0)
            {
                return Encoding.UTF8.GetString(answer, 0, end);
            }
        }

        return "";
    }

    /// <summary>"stream: OK", "stream: Eicar-Test-Signature FOUND"; anything else says nothing of the file.</summary>
    private static ScanVerdict? Read(string answer) =>
        answer == "stream: OK" ? new(ScanState.Clean)
        : answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(Found, StringComparison.Ordinal) ? new(ScanState.Infected, ThreatIn(answer))
        : null;

    private static string ThreatIn(string answer)
    {
        var name = new string([.. answer["stream: ".Length..^Found.Length].Where(sign => !char.IsControl(sign) && !char.IsSurrogate(sign))]);

        return name.Length <= EvidenceBlob.ThreatLength ? name : name[..EvidenceBlob.ThreatLength];
    }

    private ScanVerdict NotAsExpected(string answer)
    {
        LogRefused(answer);

        return new(ScanState.Pending);
    }

    [LoggerMessage(LogLevel.Warning, "The virus scanner does not answer; files are withheld until it does.")]
    private partial void LogUnreachable(Exception problem);

    [LoggerMessage(LogLevel.Warning, "The virus scanner did not scan a file, which is withheld. It said: {Answer}")]
    private partial void LogRefused(string answer);
}

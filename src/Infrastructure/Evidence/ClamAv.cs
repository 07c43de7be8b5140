using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Compliance.Application.Evidence;
using Compliance.Domain.Common;
using Compliance.Domain.Evidence;
using Microsoft.Extensions.Logging;

namespace Compliance.Infrastructure.Evidence;

/// <summary>
/// Sends a file to clamd by its INSTREAM command (clamd(8)): chunks prefixed with their length, an empty chunk at the end, then one line of
/// response. In every other case the file counts as not scanned.
/// </summary>
internal sealed partial class ClamAv(EvidenceSettings settings, ILogger<ClamAv> log) : IScanner
{
    private const int ChunkLength = 64 * 1024;
    private const int MaxResponseLength = 1024;
    private const string Found = " FOUND";

    private static readonly byte[] command = "zINSTREAM\0"u8.ToArray();

    public bool IsThere => true;

    public async Task<ScanVerdict> Scan(Stream content, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(settings.ScanTimeout);

        try
        {
            var response = await Send(content, timeout);

            return Read(response) ?? Unexpected(response);
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

    private async Task<string> Send(Stream content, CancellationTokenSource timeout)
    {
        using var socket = await Connect(timeout.Token);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(command, timeout.Token);
        var part = new byte[sizeof(int) + ChunkLength];

        for (var length = -1; length != 0;)
        {
            length = await content.ReadAsync(part.AsMemory(sizeof(int)), timeout.Token);
            BinaryPrimitives.WriteInt32BigEndian(part, length);
            await stream.WriteAsync(part.AsMemory(0, sizeof(int) + length), timeout.Token);

            // The timeout is for silence, not for large files.
            timeout.CancelAfter(settings.ScanTimeout);
        }

        return await ReadResponse(stream, timeout.Token);
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

    /// <summary>The response up to its NUL, or to the end of the connection.</summary>
    private static async Task<string> ReadResponse(NetworkStream stream, CancellationToken cancellationToken)
    {
        var response = new byte[MaxResponseLength];
        var length = 0;

        while (length < response.Length && await stream.ReadAsync(response.AsMemory(length), cancellationToken) is var read and > 0)
        {
            length += read;

            if (response.AsSpan(0, length).IndexOf((byte)0) is var end and >= 0)
            {
                return Encoding.UTF8.GetString(response, 0, end);
            }
        }

        return "";
    }

    /// <summary>"stream: OK", "stream: Eicar-Test-Signature FOUND"; null for anything else.</summary>
    private static ScanVerdict? Read(string response) =>
        response == "stream: OK" ? new(ScanState.Clean)
        : response.StartsWith("stream: ", StringComparison.Ordinal) && response.EndsWith(Found, StringComparison.Ordinal) ? new(ScanState.Infected, ThreatIn(response))
        : null;

    private static string ThreatIn(string response)
    {
        var name = new string([.. response["stream: ".Length..^Found.Length].Where(sign => !char.IsControl(sign) && !char.IsSurrogate(sign))]);

        return PlainText.Shorten(name, EvidenceBlob.ThreatLength);
    }

    private ScanVerdict Unexpected(string response)
    {
        LogRefused(response);

        return new(ScanState.Pending);
    }

    [LoggerMessage(LogLevel.Warning, "The virus scanner is unavailable. Files are withheld until it answers.")]
    private partial void LogUnreachable(Exception problem);

    [LoggerMessage(LogLevel.Warning, "The virus scanner did not scan a file, which is withheld. Its response: {Response}")]
    private partial void LogRefused(string response);
}

using System.Net.Sockets;
using System.Text;

namespace Compliance.TestKit;

/// <summary>One connection to a host, for clients that send or read otherwise than <see cref="HttpClient"/> does.</summary>
public sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Socket socket;
    private readonly CancellationTokenSource patience = new(Patience);
    private readonly string authority;

    private RawConnection(Socket socket, string authority) => (this.socket, this.authority) = (socket, authority);

    /// <param name="receiveBuffer">How much the system takes before the client reads, in bytes; 0: what it usually takes.</param>
    public static async Task<RawConnection> To(ApiHost host, int receiveBuffer = 0)
    {
        var address = host.Client.BaseAddress!;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);

        if (receiveBuffer > 0)
        {
            socket.ReceiveBufferSize = receiveBuffer;
        }

        var connection = new RawConnection(socket, address.Authority);
        await socket.ConnectAsync(address.Host, address.Port, connection.patience.Token);

        return connection;
    }

    /// <summary>Sends the first line and the headers of a request; <c>Host</c> is added.</summary>
    public Task SendHead(string method, string path, params (string Name, string Value)[] headers) => Send(Encoding.ASCII.GetBytes(
        $"{method} {path} HTTP/1.1\r\nHost: {authority}\r\n{string.Concat(headers.Select(header => $"{header.Name}: {header.Value}\r\n"))}\r\n"));

    /// <summary>Sends one chunk of a body without a length.</summary>
    public Task SendChunk(byte[] content) =>
        Send([.. Encoding.ASCII.GetBytes($"{content.Length:x}\r\n"), .. content, .. "\r\n"u8]);

    /// <summary>Sends chunks as long as no answer has come. Returns how many bytes of content were sent.</summary>
    public async Task<long> SendChunksUntilAnswered(IEnumerable<byte[]> contents)
    {
        var sent = 0L;

        foreach (var content in contents)
        {
            if (socket.Available > 0)
            {
                break;
            }

            try
            {
                await SendChunk(content);
            }
            catch (SocketException)
            {
                // The server has answered, and closed the connection.
                break;
            }

            sent += content.Length;
        }

        return sent;
    }

    /// <summary>Reads until the answer contains a text, or ends.</summary>
    public async Task<string> ReadTo(string text)
    {
        var (answer, part) = (new StringBuilder(), new byte[4096]);

        while (!answer.ToString().Contains(text, StringComparison.Ordinal) && await socket.ReceiveAsync(part, patience.Token) is var read and > 0)
        {
            answer.Append(Encoding.UTF8.GetString(part, 0, read));
        }

        return answer.ToString();
    }

    public void Dispose()
    {
        patience.Dispose();
        socket.Dispose();
    }

    private async Task Send(byte[] bytes)
    {
        for (ReadOnlyMemory<byte> rest = bytes; rest.Length > 0;)
        {
            rest = rest[await socket.SendAsync(rest, patience.Token)..];
        }
    }
}

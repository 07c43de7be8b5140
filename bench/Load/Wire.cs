using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace Compliance.Bench.Load;

/// <summary>One connection that sends a request and waits for its answer: no more of HTTP than the servers under measurement speak.</summary>
internal sealed class Wire : IDisposable
{
    private const int HeadRoom = 4096;
    private const int Patience = 30_000;

    private readonly Socket socket;
    private readonly byte[] sent = new byte[HeadRoom + SheetBody.Room];
    private readonly byte[] body = new byte[1 << 20];
    private byte[] received = new byte[1 << 18];
    private int filled;

    public Wire(Uri server)
    {
        socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = Patience, SendTimeout = Patience };
        socket.Connect(new IPEndPoint(IPAddress.Parse(server.Host), server.Port));
    }

    /// <summary>Where the next body is written.</summary>
    public Span<byte> Body => sent.AsSpan(HeadRoom);

    /// <summary>Sends the body of this length below the head, and reads the whole answer.</summary>
    public int Ask(ReadOnlySpan<byte> head, int length, out ReadOnlySpan<byte> answer)
    {
        Span<byte> end = stackalloc byte[16];
        var digits = Utf8Formatter.TryFormat(length, end, out var written) ? written : throw new InvalidOperationException("The room is too small.");
        "\r\n\r\n"u8.CopyTo(end[digits..]);
        var begin = HeadRoom - head.Length - digits - 4;
        head.CopyTo(sent.AsSpan(begin));
        end[..(digits + 4)].CopyTo(sent.AsSpan(begin + head.Length));
        socket.Send(sent.AsSpan(begin, HeadRoom - begin + length));

        return Read(out answer);
    }

    public void Dispose() => socket.Dispose();

    private int Read(out ReadOnlySpan<byte> answer)
    {
        filled = 0;
        int ends;

        while ((ends = received.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            Receive();
        }

        var head = received.AsSpan(0, ends + 2);
        var status = Number(head[9..]);
        var start = ends + 4;

        if (head.IndexOf("\r\nTransfer-Encoding: chunked\r\n"u8) >= 0)
        {
            answer = body.AsSpan(0, ReadChunks(start));
        }
        else if (head.IndexOf("\r\nContent-Length: "u8) is > 0 and var at)
        {
            var length = Number(head[(at + 18)..]);
            Need(start + length);
            answer = received.AsSpan(start, length);
        }
        else
        {
            answer = [];
        }

        return status;
    }

    private static int Number(ReadOnlySpan<byte> text, char format = 'D') =>
        Utf8Parser.TryParse(text, out int number, out _, format) ? number : throw new IOException("The server does not speak HTTP.");

    /// <summary>Puts the chunks together and returns how long they are.</summary>
    private int ReadChunks(int at)
    {
        for (var length = 0; ;)
        {
            int line;

            while ((line = received.AsSpan(at, filled - at).IndexOf("\r\n"u8)) < 0)
            {
                Receive();
            }

            var size = Number(received.AsSpan(at, line), 'x');
            at += line + 2;
            Need(at + size + 2);

            if (size == 0)
            {
                return length;
            }

            received.AsSpan(at, size).CopyTo(body.AsSpan(length));
            length += size;
            at += size + 2;
        }
    }

    private void Need(int bytes)
    {
        while (filled < bytes)
        {
            Receive();
        }
    }

    private void Receive()
    {
        if (filled == received.Length)
        {
            Array.Resize(ref received, received.Length * 2);
        }

        var more = socket.Receive(received.AsSpan(filled));
        filled += more > 0 ? more : throw new IOException("The server hung up.");
    }
}

using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Compliance.TestKit;

/// <summary>How a scanner behaves.</summary>
public enum ClamdMood
{
    Scanning,

    /// <summary>Takes everything in and says nothing.</summary>
    Hanging,

    /// <summary>Closes the connection in the middle of the file.</summary>
    BreakingOff,

    /// <summary>Takes no file of this size.</summary>
    Refusing,
}

/// <summary>Speaks clamd's INSTREAM over TCP or a Unix socket, and finds EICAR's test file and nothing else.</summary>
public sealed class FakeClamd : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Socket listener;
    private readonly string? path;
    private readonly Task accepting;
    private int scans;

    private FakeClamd(Socket listener, string address, string? path)
    {
        (this.listener, Address, this.path) = (listener, address, path);
        listener.Listen();
        accepting = Accept();
    }

    /// <summary>As the setting <c>Evidence:ClamAv</c> takes it.</summary>
    public string Address { get; }

    public ClamdMood Mood { get; set; }

    /// <summary>How many files were sent to their end.</summary>
    public int Scans => Volatile.Read(ref scans);

    public static FakeClamd OnTcp()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        return new(socket, $"tcp://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}", null);
    }

    public static FakeClamd OnUnixSocket()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("clamd-").FullName, "clamd.sock");
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));

        return new(socket, $"unix:{path}", path);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        await accepting;
        stop.Dispose();

        if (path is not null)
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    private async Task Accept()
    {
        List<Task> talks = [];

        try
        {
            while (true)
            {
                talks.Add(Talk(await listener.AcceptAsync(stop.Token)));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task Talk(Socket socket)
    {
        using (socket)
        {
            await using var stream = new NetworkStream(socket);

            try
            {
                await Scan(stream);
            }
            catch (Exception end) when (end is IOException or OperationCanceledException)
            {
                // The client hung up, or the test is over.
            }
        }
    }

    private async Task Scan(NetworkStream stream)
    {
        var command = new byte["zINSTREAM\0".Length];
        await stream.ReadExactlyAsync(command, stop.Token);

        if (Encoding.ASCII.GetString(command) != "zINSTREAM\0")
        {
            await stream.WriteAsync("UNKNOWN COMMAND\0"u8.ToArray(), stop.Token);

            return;
        }

        using var content = new MemoryStream();

        while (await LengthOf(stream) is var length and > 0)
        {
            if (Mood == ClamdMood.BreakingOff)
            {
                return;
            }

            var part = new byte[length];
            await stream.ReadExactlyAsync(part, stop.Token);
            content.Write(part);
        }

        Interlocked.Increment(ref scans);

        if (Mood == ClamdMood.Hanging)
        {
            // A scanner that never answers; it ends with the test.
            await Task.Delay(Timeout.Infinite, stop.Token);
        }

        var answer = Mood == ClamdMood.Refusing ? "INSTREAM size limit exceeded. ERROR"
            : Encoding.Latin1.GetString(content.ToArray()).Contains(Samples.Eicar, StringComparison.Ordinal) ? "stream: Eicar-Test-Signature FOUND"
            : "stream: OK";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{answer}\0"), stop.Token);
    }

    private async Task<int> LengthOf(NetworkStream stream)
    {
        var length = new byte[sizeof(int)];
        await stream.ReadExactlyAsync(length, stop.Token);

        return BinaryPrimitives.ReadInt32BigEndian(length);
    }
}

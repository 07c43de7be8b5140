using System.Text;
using Compliance.Domain.Decisions;

namespace Compliance.Application.Decisions;

/// <summary>Reads the lines of a proof, each ended by a line feed, and counts them.</summary>
internal sealed class ProofLines(Stream from) : IDisposable
{
    private const int LongestLine = 64 * 1024 * 1024;

    private readonly StreamReader reader = new(from, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
    private readonly StringBuilder line = new();
    private readonly char[] buffer = new char[64 * 1024];
    private int start;
    private int end;

    /// <summary>The number of the line that was read last, from 1.</summary>
    public long Number { get; private set; }

    /// <returns>Null at the end of the file.</returns>
    public async Task<string?> Next(CancellationToken cancellationToken)
    {
        line.Clear();
        Number++;

        while (true)
        {
            if (start == end)
            {
                (start, end) = (0, await Fill(cancellationToken));

                if (end == 0)
                {
                    Rule.Require(line.Length == 0, ProofErrors.Torn);

                    return null;
                }
            }

            var found = buffer.AsSpan(start, end - start).IndexOf('\n');
            var length = found < 0 ? end - start : found;
            line.Append(buffer, start, length);
            Rule.Require(line.Length <= LongestLine, ProofErrors.Torn);
            start += found < 0 ? length : length + 1;

            if (found >= 0)
            {
                return line.ToString();
            }
        }
    }

    public async Task<string> NextRequired(CancellationToken cancellationToken) => await Next(cancellationToken) ?? throw new DomainException(ProofErrors.Torn);

    public void PointAt(long number) => Number = number;

    /// <summary>Parses the content of a line; throws <see cref="ProofErrors.Torn"/> if it is invalid.</summary>
    public static T Parsed<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception wrong) when (wrong is FormatException or DomainException)
        {
            throw new DomainException(ProofErrors.Torn);
        }
    }

    public void Dispose() => reader.Dispose();

    private async Task<int> Fill(CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(buffer, cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            throw new DomainException(ProofErrors.Torn);
        }
    }
}

using System.Text.RegularExpressions;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>How many answers of each status there were, which operations were got through to, and what took longest.</summary>
internal sealed partial class FuzzTally
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<int, int> statuses = [];
    private readonly SortedDictionary<string, int> successes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> codes = new(StringComparer.Ordinal);
    private (TimeSpan Took, FuzzRequest? Request) slowest;

    public void Count(string? operation, FuzzRequest request, Reply reply, TimeSpan took)
    {
        var status = (int)reply.Status;

        lock (gate)
        {
            statuses[status] = statuses.GetValueOrDefault(status) + 1;

            foreach (Match code in CodeOf().Matches(reply.Text))
            {
                codes[code.Groups[1].Value] = codes.GetValueOrDefault(code.Groups[1].Value) + 1;
            }

            if (operation is not null && status is >= 200 and < 300)
            {
                successes[operation] = successes.GetValueOrDefault(operation) + 1;
            }

            if (took > slowest.Took)
            {
                slowest = (took, request);
            }
        }
    }

    public bool HasSucceeded(ApiOperation operation) => successes.ContainsKey(operation.Id);

    public override string ToString() => string.Join(
        '\n',
        $"statuses: {Listed(statuses)}",
        $"successes: {Listed(successes)}",
        $"codes: {Listed(codes)}",
        $"slowest: {slowest.Took.TotalMilliseconds:0} ms {slowest.Request?.Method} {Shortened(slowest.Request?.Target ?? "")}");

    /// <summary>Codes of problems, of places in a request, and of items of a batch.</summary>
    [GeneratedRegex("\"code\":\"([A-Za-z0-9]+)\",\"(?:traceId|message|pointer)\"")]
    private static partial Regex CodeOf();

    private static string Listed<T>(IEnumerable<KeyValuePair<T, int>> counts) => string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}"));

    private static string Shortened(string text) => text.Length > 200 ? text[..200] : text;
}

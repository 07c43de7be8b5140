namespace Compliance.Api.Tests.Repeating;

internal static class Unavailable
{
    /// <summary>So that a host's log shows warnings as well.</summary>
    public static readonly IReadOnlyDictionary<string, string> Warnings = new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Warning" };

    /// <summary>The refusal says when to come back, and is logged once, as a warning.</summary>
    public static async Task RefusesForNow(this ApiHost host, Func<Task<Reply>> send)
    {
        var before = Lines(host);
        var reply = await send();

        reply.Problem(503, "storageUnavailable");
        reply.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(5));
        var lines = Lines(host)[before.Count..];
        lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)).Should().BeEmpty();
        lines.Should().ContainSingle(line => line.StartsWith("Warning Compliance.Api.Errors.ProblemHandler", StringComparison.Ordinal));
    }

    private static List<string> Lines(ApiHost host) => [.. host.Log.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}

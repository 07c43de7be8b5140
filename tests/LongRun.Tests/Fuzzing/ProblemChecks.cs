using System.Text.RegularExpressions;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>What holds for the document of every refusal.</summary>
internal static partial class ProblemChecks
{
    private static readonly string[] Members = ["type", "title", "detail", "code", "traceId"];

    public static IEnumerable<string> Complaints(Reply reply)
    {
        if (reply.ContentHeaders.ContentType?.MediaType != "application/problem+json" || Read(reply) is not { ValueKind: JsonValueKind.Object } problem)
        {
            yield return "It is no problem document.";
            yield break;
        }

        foreach (var member in Members.Where(member => TextOf(problem, member) is null or ""))
        {
            yield return $"The problem has no {member}.";
        }

        foreach (var code in CodesOf(problem).Where(code => !Code().IsMatch(code)))
        {
            yield return $"'{code}' is no code.";
        }

        if (!problem.TryGetProperty("status", out var status) || status.GetRawText() != $"{(int)reply.Status}")
        {
            yield return "The problem tells another status.";
        }

        if (TextOf(problem, "type") != $"/problems/{TextOf(problem, "code")}")
        {
            yield return "The problem's type is not that of its code.";
        }

        if (reply.Headers.CacheControl?.NoStore != true)
        {
            yield return "The problem may be kept.";
        }
    }

    public static string? CodeOf(Reply reply) => Read(reply) is { } problem ? TextOf(problem, "code") : null;

    /// <summary>The JSON of an answer, or nothing where it is none.</summary>
    public static JsonElement? Read(Reply reply)
    {
        try
        {
            return reply.Json;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<string> CodesOf(JsonElement problem) =>
        problem.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
            ? errors.EnumerateArray().Prepend(problem).Select(each => TextOf(each, "code") ?? "")
            : [TextOf(problem, "code") ?? ""];

    private static string? TextOf(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;

    [GeneratedRegex("^[a-z][A-Za-z0-9]+$")]
    private static partial Regex Code();
}

using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>What holds for every answer to any request whatever.</summary>
internal sealed partial class AnswerChecks(ApiDocument document, Func<Caller, IReadOnlyList<string>> secretsFrom)
{
    /// <summary>Words that only the inside of the product says.</summary>
    private static readonly string[] Leaks =
    [
        "   at ", "Exception", "Npgsql", "SQLite Error", "SqliteE", "System.", "Microsoft.", "Compliance.", "/src/", ".cs:line",
        "SELECT ", "INSERT INTO", "duplicate key",
    ];

    /// <summary>Requests that were taken and put words into an address book, which others then read from it.</summary>
    private readonly ConcurrentBag<string> addressBooks = [];

    /// <summary>Notes what a request stored that others may read.</summary>
    public void Took(FuzzRequest request)
    {
        if (IsAddressBook(request))
        {
            addressBooks.Add($"{request}");
        }
    }

    /// <summary>Everything that is wrong with an answer; nothing where the contract is kept.</summary>
    public IReadOnlyList<string> Complaints(Shot shot, Reply reply) =>
        BelowTheProduct.Refuses(shot.Request, reply) ? [] : [.. OfAny(shot, reply), .. OfContent(shot.Request, reply), .. OfDocument(shot.Request, reply)];

    private IEnumerable<string> OfAny(Shot shot, Reply reply)
    {
        if ((int)reply.Status >= 500)
        {
            yield return $"It is answered by {(int)reply.Status}.";
        }

        foreach (var leak in Leaks.Where(leak => reply.Text.Contains(leak, StringComparison.Ordinal)))
        {
            yield return $"It says '{leak}'.";
        }

        // What a caller says itself may be repeated to it. A cycle may have been opened under an id of the client's own, and that may be any.
        var text = OneCycleOrAll().IsMatch(shot.Request.PathOnly) ? OwnId().Replace(reply.Text, "") : reply.Text;

        foreach (var secret in secretsFrom(shot.Caller).Where(secret => IsIn(text, secret) && !IsIn($"{shot.Request}", secret) && !WasPut(secret, shot.Request)))
        {
            yield return $"It tells {shot.Caller.Name} '{secret}'.";
        }
    }

    /// <summary>An answer to HEAD has none, whatever its headers say.</summary>
    private static IEnumerable<string> OfContent(FuzzRequest request, Reply reply) =>
        request.Method == "HEAD" ? [] : (int)reply.Status >= 400 ? ProblemChecks.Complaints(reply) : OfSuccess(request, reply);

    private static IEnumerable<string> OfSuccess(FuzzRequest request, Reply reply)
    {
        var type = reply.ContentHeaders.ContentType?.MediaType ?? "";

        if (type is "application/json" && ProblemChecks.Read(reply) is null)
        {
            yield return "It is no JSON.";
        }

        if (reply.Status == HttpStatusCode.NotModified && reply.Text.Length > 0)
        {
            yield return "What was not modified is sent nevertheless.";
        }

        if (request.Method == "GET" && Address.SegmentsOf(request.PathOnly) is ["api", ..] && reply.Headers.ETag is not { IsWeak: false })
        {
            yield return "A read has no strong ETag.";
        }
    }

    /// <summary>The status, and the code of a refusal, are those that the operation documents; without an operation there is nothing but its absence.</summary>
    private IEnumerable<string> OfDocument(FuzzRequest request, Reply reply)
    {
        var status = (int)reply.Status;

        if (document.At(request) is not { } operation)
        {
            return status == 401 || document.AnswersOf(request).Contains(status) ? [] : [$"{status} where no operation is."];
        }

        if (!operation.Answers.TryGetValue(status, out var codes))
        {
            return [$"{operation.Id} does not document {status}."];
        }

        return status >= 400 && ProblemChecks.CodeOf(reply) is { } code && !codes.Contains(code)
            ? [$"{operation.Id} does not document {code} under {status}."]
            : [];
    }

    private bool WasPut(string secret, FuzzRequest read) => IsAddressBook(read) && addressBooks.Any(put => IsIn(put, secret));

    private static bool IsAddressBook(FuzzRequest request) => Address.SegmentsOf(request.PathOnly) is [.., "contacts"];

    private static bool IsIn(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^/api/v1/cycles(/[0-9]+)?/?$")]
    private static partial Regex OneCycleOrAll();

    [GeneratedRegex("\"id\":\"[^\"]*\"")]
    private static partial Regex OwnId();
}

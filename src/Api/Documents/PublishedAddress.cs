using Compliance.Domain.Common;

namespace Compliance.Api.Documents;

/// <summary>
/// What a request asks for, however its address is written: the operation, the values in the path, the parameters sorted and decoded once, and
/// the language. Different addresses of the same content are one.
/// </summary>
/// <param name="First">The first value in the path; null if there is none.</param>
internal sealed record PublishedAddress(Endpoint Operation, string? First, string? Second, string Parameters, Language Language)
{
    private const int MostValues = 2;

    /// <summary>Null for a request that is refused, or that no document is kept for: an unknown operation, or a parameter without a value or given twice.</summary>
    public static PublishedAddress? Of(HttpContext http)
    {
        if (http.GetEndpoint() is not RouteEndpoint endpoint || endpoint.RoutePattern.Parameters is { Count: > MostValues } || ParametersOf(http.Request) is not { } parameters)
        {
            return null;
        }

        var values = http.Request.RouteValues;
        string? Value(int place) => endpoint.RoutePattern.Parameters.Count > place ? values[endpoint.RoutePattern.Parameters[place].Name] as string : null;

        return new(endpoint, Value(0), Value(1), parameters, http.ReaderLanguage());
    }

    private static string? ParametersOf(HttpRequest request)
    {
        if (!request.QueryString.HasValue)
        {
            return "";
        }

        var query = request.Query;

        return query.Any(parameter => parameter.Key.Length == 0 || parameter.Value.Count != 1 || string.IsNullOrEmpty(parameter.Value[0])) ? null
            // With their lengths, because a decoded value may itself look like several parameters.
            : string.Concat(query.OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
                .Select(parameter => FormattableString.Invariant($"{parameter.Key}={parameter.Value[0]!.Length}:{parameter.Value[0]}&")));
    }
}

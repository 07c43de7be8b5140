using System.Globalization;
using System.Runtime.CompilerServices;
using Compliance.Domain.Common;
using Microsoft.AspNetCore.WebUtilities;

namespace Compliance.Api.Documents;

/// <summary>
/// What a request asks for, however its address is written: the operation, the values in the path, the parameters sorted and decoded once, and
/// the language. Different addresses of the same content are one.
/// </summary>
/// <param name="First">The first value in the path; null if there is none.</param>
internal sealed record PublishedAddress(Endpoint Operation, string? First, string? Second, string Parameters, Language Language)
{
    private const int MostValues = 2;
    private const int MostParameters = 8;

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

    /// <summary>The parameters with their lengths, because a decoded value may itself look like several parameters.</summary>
    private static string? ParametersOf(HttpRequest request)
    {
        if (!request.QueryString.HasValue)
        {
            return "";
        }

        var (sorted, count) = (new SortedParameters(), 0);

        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            var parameter = (Name: pair.DecodeName(), Value: pair.DecodeValue());
            var place = count;

            for (; place > 0 && parameter.Name.Span.SequenceCompareTo(sorted[place - 1].Name.Span) is var order && order <= 0; place--)
            {
                if (order == 0)
                {
                    return null;
                }
            }

            if (parameter.Name.IsEmpty || parameter.Value.IsEmpty || count == MostParameters)
            {
                return null;
            }

            sorted[place..count].CopyTo(sorted[(place + 1)..]);
            sorted[place] = parameter;
            count++;
        }

        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);

        foreach (var (name, value) in sorted[..count])
        {
            text.AppendFormatted(name.Span);
            text.AppendFormatted('=');
            text.AppendFormatted(value.Length);
            text.AppendFormatted(':');
            text.AppendFormatted(value.Span);
        }

        return text.ToStringAndClear();
    }

    [InlineArray(MostParameters)]
    private struct SortedParameters
    {
        private (ReadOnlyMemory<char> Name, ReadOnlyMemory<char> Value) first;
    }
}

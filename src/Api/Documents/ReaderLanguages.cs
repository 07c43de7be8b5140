using Compliance.Domain.Common;
using Microsoft.Net.Http.Headers;

namespace Compliance.Api.Documents;

/// <summary>The language of a response: of Indonesian and English the one that the client prefers; Indonesian by default.</summary>
internal static class ReaderLanguages
{
    public static Language ReaderLanguage(this HttpContext http)
    {
        var accepted = http.Request.Headers.AcceptLanguage;

        if (accepted.Count == 0 || !StringWithQualityHeaderValue.TryParseList(accepted, out var ranked))
        {
            return Language.Indonesian;
        }

        var best = ranked
            .Where(entry => entry.Quality is null or > 0 && (Speaks(entry, "en") || Speaks(entry, "id")))
            .MaxBy(entry => entry.Quality ?? 1);

        return best is not null && Speaks(best, "en") ? Language.English : Language.Indonesian;
    }

    public static string Tag(this Language language) => language == Language.English ? "en" : "id";

    private static bool Speaks(StringWithQualityHeaderValue entry, string language) =>
        entry.Value.AsSpan().StartsWith(language, StringComparison.OrdinalIgnoreCase) && (entry.Value.Length == 2 || entry.Value.Value![2] == '-');
}

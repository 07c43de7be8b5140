using Compliance.Domain.Common;
using Microsoft.Net.Http.Headers;

namespace Compliance.Api.Documents;

/// <summary>
/// The language of a response: of Indonesian and English the one that the client prefers; Indonesian by default. Old Android phones call Indonesian
/// <c>in</c>, its code until 1989.
/// </summary>
internal static class ReaderLanguages
{
    public static Language ReaderLanguage(this HttpContext http)
    {
        var accepted = http.Request.Headers.AcceptLanguage;

        if (accepted.Count == 0 || !StringWithQualityHeaderValue.TryParseList(accepted, out var ranked))
        {
            return Language.Indonesian;
        }

        var (indonesian, english) = (WeightOf(ranked, "id", "in"), WeightOf(ranked, "en"));

        // Of two equally welcome languages the one that is listed first, as browsers list them.
        return english.Quality > indonesian.Quality || (english.Quality == indonesian.Quality && english.Quality > 0 && english.Place < indonesian.Place)
            ? Language.English
            : Language.Indonesian;
    }

    public static string Tag(this Language language) => language == Language.English ? "en" : "id";

    /// <summary>How welcome a language is, 0 to 1, and where it is listed. Only if it is not listed does <c>*</c> stand for it (RFC 4647, 3.3.1).</summary>
    private static (double Quality, int Place) WeightOf(IList<StringWithQualityHeaderValue> ranked, params string[] tags)
    {
        var listed = ranked.Select((entry, place) => (Quality: entry.Quality ?? 1, Place: place, Tag: entry.Value.Value!)).ToList();
        var own = listed.Where(entry => tags.Any(tag => Speaks(entry.Tag, tag))).ToList();

        return (own.Count > 0 ? own : listed.Where(entry => entry.Tag == "*"))
            .OrderByDescending(entry => entry.Quality).ThenBy(entry => entry.Place)
            .Select(entry => (entry.Quality, entry.Place)).FirstOrDefault((0, int.MaxValue));
    }

    private static bool Speaks(string tag, string language) =>
        tag.StartsWith(language, StringComparison.OrdinalIgnoreCase) && (tag.Length == 2 || tag[2] == '-');
}

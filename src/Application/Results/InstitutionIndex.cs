using Compliance.Domain.Institutions;

namespace Compliance.Application.Results;

/// <summary>The registry for an import: by code, by exact name, and by similarity.</summary>
internal sealed class InstitutionIndex(IReadOnlyList<Institution> institutions)
{
    /// <summary>A file with more unknown names has another problem than typing errors.</summary>
    private const int MostSuggestions = 500;

    private readonly Dictionary<string, Institution> byCode = institutions.ToDictionary(institution => institution.Code, StringComparer.Ordinal);
    private readonly Dictionary<string, Institution> byName = institutions.ToDictionary(institution => institution.Key, StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> closest = [];
    private readonly Lazy<SimilarNames> names = new(() => new(institutions.Select(institution => institution.Name)));

    public Institution? Find(string codeOrName) => byCode.GetValueOrDefault(codeOrName) ?? byName.GetValueOrDefault(NameMatching.Key(codeOrName));

    /// <summary>Returns the names most similar to an unknown one. Searched once for each name, for the first 500; empty for all others.</summary>
    public IReadOnlyList<string> Closest(string unknown) =>
        closest.TryGetValue(unknown, out var found) ? found
        : closest.Count == MostSuggestions ? []
        : closest[unknown] = names.Value.Closest(unknown);
}

using Compliance.Domain.Institutions;

namespace Compliance.Application.Results;

/// <summary>The registry for an import: by code, by exact name, and by similarity.</summary>
internal sealed class InstitutionIndex(IReadOnlyList<Institution> institutions)
{
    private readonly Dictionary<string, Institution> byCode = institutions.ToDictionary(institution => institution.Code, StringComparer.Ordinal);
    private readonly Dictionary<string, Institution> byName = institutions.ToDictionary(institution => institution.Key, StringComparer.Ordinal);

    public Institution? Find(string codeOrName) => byCode.GetValueOrDefault(codeOrName) ?? byName.GetValueOrDefault(NameMatching.Key(codeOrName));

    public IReadOnlyList<string> Closest(string unknown) => NameMatching.Closest(unknown, institutions.Select(institution => institution.Name));
}

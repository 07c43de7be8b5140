using Compliance.Domain.Common;

namespace Compliance.Domain.Agreements;

/// <summary>A subject that agreements cover.</summary>
public sealed record ScopeItem(string Code, LocalizedText Label);

/// <summary>The managed list of subjects that agreements cover, in its order.</summary>
public sealed class ScopeItems(IReadOnlyList<ScopeItem> items)
{
    private readonly Dictionary<string, ScopeItem> byCode = items.ToDictionary(item => item.Code, StringComparer.Ordinal);

    public IReadOnlyList<ScopeItem> All { get; } = items;

    /// <summary>Returns null if the list does not contain the code, or no longer does.</summary>
    public ScopeItem? Find(string code) => byCode.GetValueOrDefault(code);
}

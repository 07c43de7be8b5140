using Compliance.Domain.Common;

namespace Compliance.Domain.Agreements;

/// <summary>A subject that agreements cover.</summary>
public sealed record ScopeItem(string Code, LocalizedText Label);

/// <summary>The managed list of what agreements are about, in its order.</summary>
public sealed class ScopeItems(IReadOnlyList<ScopeItem> items)
{
    private readonly Dictionary<string, ScopeItem> byCode = items.ToDictionary(item => item.Code, StringComparer.Ordinal);

    public IReadOnlyList<ScopeItem> All { get; } = items;

    /// <summary>Null where the list has no such code, or no longer.</summary>
    public ScopeItem? Find(string code) => byCode.GetValueOrDefault(code);
}

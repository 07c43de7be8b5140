namespace Compliance.Application.Common;

/// <summary>The requested resource does not exist, or the caller may not see it; the caller cannot tell which.</summary>
public sealed class NotFoundException(ResourceKind kind, object key) : Exception($"{kind.Label.En} '{key}' was not found.")
{
    public LocalizedText Words { get; } = new(
        $"{kind.Label.Id} '{key}' tidak ditemukan atau tidak dapat Anda akses.",
        $"{kind.Label.En} '{key}' does not exist, or you may not see it.");
}

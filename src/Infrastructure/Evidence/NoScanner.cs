using Compliance.Application.Evidence;
using Compliance.Domain.Evidence;

namespace Compliance.Infrastructure.Evidence;

/// <summary>Used if no scanner is configured: files are served, and marked as not scanned.</summary>
internal sealed class NoScanner : IScanner
{
    public bool IsThere => false;

    public Task<ScanVerdict> Scan(Stream content, CancellationToken cancellationToken) => Task.FromResult(new ScanVerdict(ScanState.NotScanned));
}

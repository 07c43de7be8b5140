using Compliance.Application.Common;

namespace Compliance.TestKit;

/// <summary>A disk that is as full as a test wants; empty until it says so.</summary>
public sealed class TestDisk : IDataDisk
{
    /// <summary>What the disk says each time that it is asked.</summary>
    public Func<long> Asked { get; set; } = () => long.MaxValue;

    public long Room
    {
        get => Asked();
        set => Asked = () => value;
    }
}

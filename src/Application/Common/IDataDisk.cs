namespace Compliance.Application.Common;

/// <summary>The disk of the data folder: that of evidence, and of the embedded database.</summary>
public interface IDataDisk
{
    /// <summary>How many bytes can be written before the reserve is touched (<c>Data:ReserveBytes</c>); negative once it is.</summary>
    long Room { get; }
}

public static class DataDiskRules
{
    /// <summary>Refuses what would touch the reserve.</summary>
    public static void RequireRoomFor(this IDataDisk disk, long bytes) => Rule.Require(disk.Room > bytes, DiskErrors.StorageFull);
}

using Compliance.Domain.Common;

namespace Compliance.Domain.Evidence;

/// <summary>The position that a device reported: WGS 84 degrees and the accuracy in metres.</summary>
public sealed record GeoLocation(decimal Latitude, decimal Longitude, decimal? Accuracy)
{
    public const decimal HighestLatitude = 90m;
    public const decimal HighestLongitude = 180m;

    /// <summary>The worst accuracy that is accepted: half the circumference of the earth in metres.</summary>
    public const decimal LeastAccuracy = 20_000_000m;

    /// <summary>The number of decimals: about a centimetre on the ground.</summary>
    private const int Degrees = 7;

    private const int Metres = 2;

    public static GeoLocation Of(decimal latitude, decimal longitude, decimal? accuracy) => new(
        Plain(latitude, Degrees), Plain(longitude, Degrees), accuracy is { } metres ? Plain(metres, Metres) : null);

    /// <summary>Rounds and removes trailing zeros, so that a position has only one representation.</summary>
    private static decimal Plain(decimal value, int decimals) => Rounding.HalfAwayFromZero(value, decimals) / 1.0000000000000000000000000000m;
}

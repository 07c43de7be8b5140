using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>Generators of values as text: what fits a name, and what fits nothing.</summary>
internal sealed class Texts(Harvest harvest)
{
    private static readonly Gen<int> AnyNumber = Gen.Choose(0, int.MaxValue - 1);

    private static readonly Gen<string> NewId =
        from high in AnyNumber
        from low in AnyNumber
        select $"0198c0de-{high & 0xffff:x4}-7{high >> 20:x3}-8{low & 0xfff:x3}-{low:x12}";

    /// <summary>Anything but what is meant.</summary>
    public static Gen<string> Odd(string? format = null) => Gen.Frequency(
        (4, Gen.Elements(Fuzzing.Odd.Texts)),
        (1, Gen.Elements(Fuzzing.Odd.Numbers)),
        (format == "date" ? 6 : 1, Gen.Elements(Fuzzing.Odd.Days)),
        (format == "date-time" ? 6 : 1, Gen.Elements(Fuzzing.Odd.Instants)),
        (format == "uuid" ? 6 : 1, Gen.Elements(Fuzzing.Odd.Ids)),
        (1, Gen.Elements(5_000, 70_000).Select(length => new string('x', length))));

    /// <summary>What fits a name: something seen before, something known, or something new of its format.</summary>
    /// <param name="closed">The only values that there are, if the set is closed.</param>
    public Gen<string> Usual(string name, string resource, string? format, IReadOnlyList<string>? closed = null)
    {
        if (closed is { Count: > 0 })
        {
            return Gen.Elements<string>(closed);
        }

        var seen = AnyNumber.Select(number => Seen(name, resource, number)).Where(value => value is not null).Select(value => value!);
        var known = Plausible.Of(name);
        List<(int, Gen<string>)> sources = [];

        if (Plausible.SourcesOf(name, resource).Any(source => harvest.Of(source).Count > 0))
        {
            sources.Add((3, seen));
        }

        if (known.Count > 0 && format is not "uuid")
        {
            sources.Add((3, Gen.Elements<string>(known)));
        }

        if (sources.Count == 0 || format is not null)
        {
            sources.Add((1, New(format)));
        }

        return Gen.Frequency(sources);
    }

    private static Gen<string> New(string? format) => format switch
    {
        "uuid" => NewId,
        "date" => Gen.Choose(0, 3_000).Select(day => new DateOnly(2020, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        "date-time" => Gen.Choose(0, 100_000_000)
            .Select(second => DateTimeOffset.UnixEpoch.AddYears(55).AddSeconds(second).ToString("O", CultureInfo.InvariantCulture)),
        "int32" => Gen.Choose(-10, 3_000).Select(number => number.ToString(CultureInfo.InvariantCulture)),
        "double" => Gen.Choose(-100, 11_000).Select(hundredths => (hundredths / 100m).ToString(CultureInfo.InvariantCulture)),
        _ => Gen.Choose(1, 40).Select(number => $"text {number}"),
    };

    /// <summary>Mostly from the best source that has anything.</summary>
    private string? Seen(string name, string resource, int number)
    {
        var sources = Plausible.SourcesOf(name, resource).Where(source => harvest.Of(source).Count > 0).ToList();

        return sources.Count == 0 ? null : harvest.Any(sources[number % 4 == 0 ? number / 4 % sources.Count : 0], number / 16);
    }
}

internal static class Odds
{
    /// <param name="percent">How often the odd takes the place of the usual.</param>
    public static Gen<T> OrOdd<T>(this Gen<T> usual, Gen<T> odd, int percent) =>
        percent == 0 ? usual : Gen.Frequency((100 - percent, usual), (percent, odd));

    public static Gen<bool> Once(int percent) => Gen.Choose(0, 99).Select(drawn => drawn < percent);
}

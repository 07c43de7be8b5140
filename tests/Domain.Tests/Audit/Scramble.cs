using Compliance.Domain.Audit;

namespace Compliance.Domain.Tests.Audit;

/// <summary>Another value in the place of one: near to it, or nonsense.</summary>
internal static class Scramble
{
    private static readonly string[] Pieces =
        [.. "0123456789abcdefABCDEFxyzQ/+=-:.,{}[]\"\\ \n\t\0é€".Select(piece => $"{piece}"), "👶", "\ud83d", "\ude00", "\ufffd", "\u200b", "null", "\\u0061"];

    public static T Pick<T>(this Random random, IReadOnlyList<T> among) => among[random.Next(among.Count)];

    public static string Other(this Random random, string text) => Another(text, () => random.Next(10) switch
    {
        0 or 1 => text.Insert(random.Next(text.Length + 1), random.Pick(Pieces)),
        2 or 3 when text.Length > 0 => text.Remove(random.Next(text.Length), 1),
        4 or 5 when text.Length > 0 => Replace(text, random.Next(text.Length), random.Pick(Pieces)),
        6 when text.Length > 1 && random.Next(1, text.Length) is var index => text[..(index - 1)] + text[index] + text[index - 1] + text[(index + 1)..],
        7 when text.Length > 0 && random.Next(text.Length) is var index => Replace(text, index, char.IsLower(text[index]) ? $"{char.ToUpperInvariant(text[index])}" : $"{char.ToLowerInvariant(text[index])}"),
        8 => random.Pick(["", " ", "null", "{}", "[", "\0", "\ud83d", Digest.Zero, new string('a', 5000), new string('[', 5000)]),
        _ => text + random.Pick([" ", "\n", "=", "0", text]),
    });

    public static int Other(this Random random, int number) => Another(number, () => random.Pick([
        number - 1, number == int.MaxValue ? 0 : number + 1, 0, 1, -1, int.MaxValue, int.MinValue + 1, random.Next(-20, 40), random.Next()]));

    public static DateTimeOffset Other(this Random random, DateTimeOffset instant) => Another(instant, () => random.Pick([
        instant.AddTicks(1), instant.AddTicks(-1), instant.AddTicks(10), instant.AddTicks(-10), instant.AddSeconds(1), instant.AddDays(-1),
        DateTimeOffset.MinValue, DateTimeOffset.MaxValue, instant.AddTicks(random.Next())]));

    public static AuditEntryId Other(this Random random, AuditEntryId id, Trail trail) =>
        Another(id, () => random.Next(2) == 0 ? random.Pick(trail.Entries).Id : AuditEntryId.From(new(random.Next(), 0, 0, new byte[8])));

    /// <summary>Any other resource of the trail, or any other text.</summary>
    public static string OtherResource(this Random random, string resource, Trail trail) =>
        Another(resource, () => random.Next(2) == 0 ? random.Pick(trail.Chains).Resource : random.Other(resource));

    private static string Replace(string text, int place, string piece) => text[..place] + piece + text[(place + 1)..];

    private static T Another<T>(T value, Func<T> next)
    {
        var other = next();

        while (Equals(other, value))
        {
            other = next();
        }

        return other;
    }
}

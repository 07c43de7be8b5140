using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Compliance.Application.Common;
using Compliance.Domain.Common;

namespace Compliance.Api.Requests;

/// <summary>
/// Compares the structure of a JSON body with the type that is read from it, before anything is created: the number of elements of each list
/// (<see cref="MaxLengthAttribute"/> of its member), unknown members and repeated ones. Values are left to the serializer, and so are types that
/// have a converter of their own.
/// </summary>
/// <param name="mostOfAny">A further limit for every list.</param>
internal sealed class BodyScan(int mostOfAny)
{
    /// <summary>The limit of lists and maps without a limit of their own.</summary>
    public const int MostElements = 100;

    /// <summary>A response lists far fewer.</summary>
    private const int MostFaults = 10_000;

    private static readonly ConcurrentDictionary<JsonTypeInfo, Shape> shapes = new();

    private readonly List<Fault> faults = [];
    private readonly List<Segment> path = [];

    /// <returns>The faults in the order of the body; after a list that is too long, nothing further. Empty for text that is not JSON.</returns>
    public static List<Fault> Check(ReadOnlySpan<byte> json, JsonTypeInfo type, int mostOfAny = int.MaxValue)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ResponseJson.RequestDepth });

        try
        {
            return reader.Read() ? Check(reader, type, mostOfAny) : [];
        }
        catch (JsonException)
        {
            // The serializer says where the JSON is broken.
            return [];
        }
    }

    /// <summary>Checks one value, on whose first token the reader stands.</summary>
    public static List<Fault> Check(Utf8JsonReader reader, JsonTypeInfo type, int mostOfAny = int.MaxValue)
    {
        var scan = new BodyScan(mostOfAny);

        try
        {
            scan.Value(ref reader, type, MostElements);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Broken JSON, or a name that is no valid text: the serializer says where, if nothing else is wrong.
        }

        return scan.faults;
    }

    /// <summary>Scans one value; the reader stands on its first token, and afterwards on its last.</summary>
    /// <returns>Whether the scan goes on.</returns>
    private bool Value(ref Utf8JsonReader reader, JsonTypeInfo? type, int most) => (reader.TokenType, type?.Kind) switch
    {
        (JsonTokenType.StartObject, JsonTypeInfoKind.Object) => Members(ref reader, type!),
        (JsonTokenType.StartObject, JsonTypeInfoKind.Dictionary) => Entries(ref reader, type!, Math.Min(most, mostOfAny)),
        (JsonTokenType.StartArray, JsonTypeInfoKind.Enumerable) => Elements(ref reader, type!, Math.Min(most, mostOfAny)),
        _ => Skip(ref reader),
    };

    private bool Members(ref Utf8JsonReader reader, JsonTypeInfo type)
    {
        var shape = ShapeOf(type);
        var seen = 0UL;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = shape.Find(ref reader);
            path.Add(new(member?.Name ?? reader.GetString()!, 0));
            reader.Read();

            if (member is null)
            {
                Add(shape.Unknown);
            }
            else if ((seen & member.Mark) != 0)
            {
                Add(RequestErrors.MemberTwice);
            }

            seen |= member?.Mark ?? 0;

            if (faults.Count >= MostFaults || !Value(ref reader, member?.Type, member?.Most ?? MostElements))
            {
                return false;
            }

            path.RemoveAt(path.Count - 1);
        }

        return true;
    }

    private bool Entries(ref Utf8JsonReader reader, JsonTypeInfo type, int most)
    {
        var (seen, element) = (new HashSet<string>(StringComparer.Ordinal), ElementOf(type));

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;

            if (seen.Count == most)
            {
                return StopAt(InputErrors.TooMany);
            }

            path.Add(new(name, 0));

            if (!seen.Add(name))
            {
                Add(RequestErrors.MemberTwice);
            }

            reader.Read();

            if (faults.Count >= MostFaults || !Value(ref reader, element, MostElements))
            {
                return false;
            }

            path.RemoveAt(path.Count - 1);
        }

        return true;
    }

    private bool Elements(ref Utf8JsonReader reader, JsonTypeInfo type, int most)
    {
        var (before, element) = (faults.Count, ElementOf(type));

        for (var count = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
        {
            if (count == most)
            {
                // The count comes first: what is wrong in the elements is of no interest in a list that is too long.
                faults.RemoveRange(before, faults.Count - before);

                return StopAt(InputErrors.TooMany);
            }

            path.Add(new(null, count));

            if (!Value(ref reader, element, MostElements))
            {
                return false;
            }

            path.RemoveAt(path.Count - 1);
        }

        return true;
    }

    private static bool Skip(ref Utf8JsonReader reader)
    {
        reader.Skip();

        return true;
    }

    private bool StopAt(DomainError error)
    {
        Add(error);

        return false;
    }

    private void Add(DomainError error) => faults.Add(error.At(JsonPointer.Of(path.Select(segment => segment.ToString()))));

    private static JsonTypeInfo? ElementOf(JsonTypeInfo type) => type.ElementType is { } element ? type.Options.GetTypeInfo(element) : null;

    private static Shape ShapeOf(JsonTypeInfo type) => shapes.GetOrAdd(type, static each => new(each));

    /// <summary>A member by its name, or an element by its position.</summary>
    private readonly record struct Segment(string? Name, int Index)
    {
        private const int LongestName = 100;

        /// <summary>Shortened, because a response does not repeat megabytes.</summary>
        public override string ToString() => Name switch
        {
            null => Index.ToString(CultureInfo.InvariantCulture),
            { Length: <= LongestName } => Name,
            _ => PlainText.Shorten(Name, LongestName),
        };
    }

    /// <summary>The members of an object.</summary>
    private sealed class Shape
    {
        private const int MostMembers = 64;

        private readonly FrozenDictionary<string, Member>.AlternateLookup<ReadOnlySpan<char>> byName;
        private readonly int longest;

        public Shape(JsonTypeInfo type)
        {
            var members = type.Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null)
                .Select((property, index) => new Member(property.Name, index < MostMembers ? 1UL << index : 0, type.Options.GetTypeInfo(property.PropertyType), LimitOf(property)))
                .ToFrozenDictionary(member => member.Name, StringComparer.Ordinal);
            byName = members.GetAlternateLookup<ReadOnlySpan<char>>();
            longest = members.Keys.Select(name => name.Length).DefaultIfEmpty().Max();
            Unknown = RequestErrors.UnknownMember(members.Keys.Order(StringComparer.Ordinal));
        }

        public DomainError Unknown { get; }

        /// <summary>Returns the member whose name the reader stands on; null if there is none. Allocates nothing.</summary>
        public Member? Find(ref Utf8JsonReader reader)
        {
            // An escaped character takes up to six bytes, a character in UTF-8 up to three.
            if (reader.ValueSpan.Length > longest * 6)
            {
                return null;
            }

            Span<char> buffer = stackalloc char[longest * 6];
            var length = reader.CopyString(buffer);

            return byName.TryGetValue(buffer[..length], out var member) ? member : null;
        }

        private static int LimitOf(JsonPropertyInfo property) =>
            property.AttributeProvider?.GetCustomAttributes(typeof(MaxLengthAttribute), inherit: true) is [MaxLengthAttribute limit] ? limit.Length : MostElements;
    }

    private sealed record Member(string Name, ulong Mark, JsonTypeInfo Type, int Most);
}

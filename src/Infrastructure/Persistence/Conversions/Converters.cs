using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Decisions;
using Compliance.Domain.PublicReports;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Compliance.Infrastructure.Persistence.Conversions;

internal sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => EntityId.From<TId>(value))
    where TId : struct, IEntityId<TId>;

/// <summary>Stored as hundredths: both databases order, compare and sum integers exactly (decision 0005).</summary>
internal sealed class ScoreConverter() : ValueConverter<Score, int>(score => score.Hundredths, hundredths => Score.OfHundredths(hundredths));

/// <summary>Stored as the first day of the month.</summary>
internal sealed class MonthConverter() : ValueConverter<Month, DateOnly>(month => month.FirstDay, day => Month.Of(day));

/// <summary>Weights and figures as integers: the same on both databases, and in the audit.</summary>
internal sealed class ScaledIntegerConverter(int parts) : ValueConverter<decimal, long>(figure => (long)(figure * parts), whole => whole / (decimal)parts);

/// <summary>An instant in UTC, truncated to the microseconds that databases store.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    instant => Instants.TruncateToMicroseconds(instant), stored => stored.ToUniversalTime());

/// <summary>The same as text of fixed width, which SQLite sorts chronologically.</summary>
internal sealed class UtcTextConverter() : ValueConverter<DateTimeOffset, string>(
    instant => Instants.Write(instant), text => Instants.Read(text));

/// <summary>A value object as one JSON text.</summary>
internal sealed class JsonText<T>(JsonTypeInfo<T> type)
    : ValueConverter<T, string>(value => JsonSerializer.Serialize(value, type), text => JsonSerializer.Deserialize(text, type)!);

internal sealed class SheetAnswersConverter() : ValueConverter<IReadOnlyList<StoredAnswer>, string>(answers => SheetJson.Write(answers), text => new LazyAnswers(text));

internal sealed class UnitInputConverter() : ValueConverter<UnitInput, string>(input => DecidedTextWriter.InputOf(input), text => DecidedTextParser.InputOf(text));

internal sealed class FingerprintsConverter() : ValueConverter<uint[], byte[]>(marks => ToBytes(marks), bytes => ToMarks(bytes))
{
    private static byte[] ToBytes(uint[] marks) => MemoryMarshal.AsBytes(marks.AsSpan()).ToArray();

    private static uint[] ToMarks(byte[] bytes) => MemoryMarshal.Cast<byte, uint>(bytes).ToArray();
}

/// <summary>Ids in their order as one JSON text.</summary>
internal sealed class IdList<TId>() : ValueConverter<IReadOnlyList<TId>, string>(ids => Write(ids), text => Read(text))
    where TId : struct, IEntityId<TId>
{
    private static string Write(IReadOnlyList<TId> ids) =>
        JsonSerializer.Serialize([.. ids.Select(id => id.Value)], StoredJson.Default.IReadOnlyListGuid);

    private static IReadOnlyList<TId> Read(string text) =>
        [.. JsonSerializer.Deserialize(text, StoredJson.Default.IReadOnlyListGuid)!.Select(EntityId.From<TId>)];
}

/// <summary>Values stored as JSON are never modified in place, so another object is another value.</summary>
internal sealed class ReferenceComparer<T>() : ValueComparer<T>(
    (left, right) => ReferenceEquals(left, right), value => value == null ? 0 : value.GetHashCode(), value => value)
    where T : class;

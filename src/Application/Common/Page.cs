using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Common;

/// <summary>A part of a list; <paramref name="Next"/> asks for the part behind it, null at the end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next, PageMeta Meta) : IPage;

/// <summary>A page of whatever kind, for whoever only turns pages.</summary>
public interface IPage
{
    string? Next { get; }
}

/// <summary>What holds for a whole list: where published data comes from; empty for other lists.</summary>
public sealed record PageMeta(string? Licence = null, string? Instrument = null, int? Publication = null, DateTimeOffset? GeneratedAt = null);

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Limit">1 to 500 rows.</param>
public sealed record Paging(int Limit, Cursor? After)
{
    public const int UsualLimit = 50;
    public const int HighestLimit = 500;

    public static readonly Paging First = new(UsualLimit, null);

    /// <summary>Cuts a page out of rows that were read one beyond the limit.</summary>
    public Page<T> Cut<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> show, Func<TRow, Cursor> key, PageMeta? meta = null) =>
        new(
            [.. rows.Take(Limit).Select(show)],
            rows.Count > Limit ? key(rows[Limit - 1]).ToString() : null,
            meta ?? new());
}

/// <summary>
/// The sort key of the last row of a page. What follows it is found by comparison, so a cursor stays
/// right while rows are added. Its parts come back from outside, so whoever reads one as more than a text
/// refuses what it is not.
/// </summary>
public sealed record Cursor(params string[] Parts)
{
    private const char Separator = '\u001f';

    public static readonly DomainError Broken = DomainError.Breaks(
        "badCursor", "Kursor ini bukan dari daftar ini; mulai lagi tanpa kursor.", "This cursor is not from this list; start again without one.");

    public static Cursor? Read(string text, int parts)
    {
        if (!Base64Url.IsValid(text))
        {
            return null;
        }

        var read = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator);

        return read.Length == parts && read.All(part => PlainText.Check(part, PlainText.NameLength) is null) ? new(read) : null;
    }

    public int Number(int part) =>
        int.TryParse(Parts[part], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Refused();

    public Guid Id(int part) => Guid.TryParse(Parts[part], out var id) ? id : throw Refused();

    /// <summary>A score by its hundredths; null where the row had none.</summary>
    public Score? Score(int part) => Parts[part].Length == 0 ? null
        : Number(part) is var hundredths && hundredths <= Domain.Scoring.Score.Highest * 100 ? Domain.Scoring.Score.OfHundredths(hundredths)
        : throw Refused();

    public T OneOf<T>(int part)
        where T : struct, Enum => Enum.TryParse<T>(Parts[part], out var value) ? value : throw Refused();

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, Parts)));

    private static ValidationException Refused() =>
        new([new(nameof(Cursor), Broken.Message.En) { ErrorCode = Broken.Code, CustomState = Broken.Message }]);
}

using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Compliance.Application.Common;

/// <summary>A page of a list. The cursor of the following page is in <c>next</c>, which is null on the last page.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next, PageMeta Meta) : IPage;

/// <summary>A page of any item type, for code that only needs the cursor.</summary>
public interface IPage
{
    string? Next { get; }
}

/// <summary>Metadata of a list, such as the source of published data; empty for other lists.</summary>
public sealed record PageMeta(string? Licence = null, string? Instrument = null, int? Publication = null, DateTimeOffset? GeneratedAt = null);

/// <summary>The requested part of a list.</summary>
/// <param name="Limit">1 to 500 rows.</param>
public sealed record Paging(int Limit, Cursor? After)
{
    public const int UsualLimit = 50;
    public const int HighestLimit = 500;

    public static readonly Paging First = new(UsualLimit, null);

    /// <summary>Makes a page from rows that were read with one more than the limit.</summary>
    public Page<T> Cut<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> show, Func<TRow, Cursor> key, PageMeta? meta = null) =>
        new(
            [.. rows.Take(Limit).Select(show)],
            rows.Count > Limit ? key(rows[Limit - 1]).ToString() : null,
            meta ?? new());
}

/// <summary>
/// The sort key of the last row of a page. The next page is found by comparison, so a cursor stays
/// valid while rows are added.
/// </summary>
public sealed record Cursor(params string[] Parts)
{
    private const char Separator = '\u001f';

    public static Cursor? Read(string text, int parts)
    {
        if (!Base64Url.IsValid(text))
        {
            return null;
        }

        var read = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator);

        return read.Length == parts && read.All(part => PlainText.Check(part, PlainText.NameLength) is null) ? new(read) : null;
    }

    /// <summary>Returns a part in its original type. Throws <see cref="BadCursorException"/> for the cursor of another list.</summary>
    public T Part<T>(int place)
        where T : IParsable<T> => T.TryParse(Parts[place], CultureInfo.InvariantCulture, out var value) ? value : throw new BadCursorException();

    public T Choice<T>(int place)
        where T : struct, Enum => Enum.TryParse<T>(Parts[place], out var value) && Enum.IsDefined(value) ? value : throw new BadCursorException();

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, Parts)));
}

/// <summary>A cursor that is not from this list.</summary>
public sealed class BadCursorException() : Exception("The cursor is not from this list.");

using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>Generators of CSV files of results: sound ones, and such as spreadsheets and strangers make.</summary>
internal static class CsvTexts
{
    private static readonly string[] Columns = PublishedCsv.Header.Split(',');
    private static readonly string[] Needed = ["year", "institution", "score"];
    private static readonly string[] Scores = ["82", "60.80", "0", "100", "49.85", "82.07", "99.99", "81"];

    private static readonly Gen<string> Cell = Gen.Frequency(
        (4, Texts.Odd()),
        (2, Gen.Elements(
            "\"", "\"a", "a\"b", "\"a\"b", "\"a\nb\"", "\"\"\"\"", "\"a,b\"", "a;b", "\n", "\r", "82,07", "=1+1", "-5", "+1", "@x", " 82 ", "82.")));

    private static readonly Gen<string[]> SomeColumns = Gen.Frequency(
        (3, Gen.Constant(Needed)),
        (1, Gen.Constant(Columns)),
        (1, Gen.Shuffle(Columns)),
        (1, Gen.SubListOf(Columns).Select(some => some.ToArray())));

    public static Gen<string> Of(Texts texts, int odd) =>
        from columns in SomeColumns
        from header in Gen.CollectToList(columns.Select(column => Gen.Constant(column).OrOdd(Cell, odd)))
        from delimiter in Gen.Elements(",", ";").OrOdd(Gen.Elements("\t", "|", ",;"), odd)
        from ending in Gen.Elements("\n", "\r\n").OrOdd(Gen.Elements("\r", "\n\n", " \n", "\u2028"), odd)
        from count in Gen.Elements(0, 1, 1, 1, 2, 2, 3, 8, 40)
        from rows in Gen.ListOf(Row(texts, columns, odd), count)
        from more in Gen.Constant("").OrOdd(Cell, odd)
        let lines = rows.Select(row => string.Join(delimiter, row)).Prepend(string.Join(delimiter, header)).Append(more)
        select string.Join(ending, lines);

    private static Gen<string[]> Row(Texts texts, string[] columns, int odd) =>
        Gen.CollectToArray(columns.Select(column => Value(texts, column, odd).OrOdd(Cell, odd)));

    /// <summary>Columns that may be empty are, mostly, at least where nothing odd is wanted.</summary>
    private static Gen<string> Value(Texts texts, string column, int odd) => column switch
    {
        "year" => Gen.Choose(2021, 2025).Select(year => year.ToString(CultureInfo.InvariantCulture)),
        "institution" => texts.Usual(column, "", null).Select(Quoted),
        "unit" => Gen.Elements<string>(Plausible.Of(column)),
        "score" => Gen.Elements(Scores),
        "source" => Gen.Elements("", "example"),
        _ => Gen.Constant("").OrOdd(texts.Usual(column, "", null), Math.Max(odd, 2)),
    };

    private static string Quoted(string cell) => cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell}\"" : cell;
}

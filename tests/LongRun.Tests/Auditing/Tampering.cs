using System.Globalization;

namespace Compliance.LongRun.Tests.Auditing;

/// <summary>One table of the trail, of the database or of an exported file.</summary>
/// <param name="Key">The columns that find a row; what a swap leaves alone.</param>
public sealed record TrailTable(string Name, IReadOnlyList<string> Key, IReadOnlyList<Row> Rows);

/// <summary>One deed of an intruder: some rows taken away, others put in.</summary>
public sealed record Deed(string Description, TrailTable Table, IReadOnlyList<Row> Taken, IReadOnlyList<Row> Put)
{
    /// <summary>The columns that differ, where one row was changed.</summary>
    public string? Column { get; init; }

    public IReadOnlyList<Row> Left => [.. Table.Rows.Except(Taken).Concat(Put)];
}

/// <summary>Random deeds on a trail that is sealed to its end, each of which changes something.</summary>
public sealed class Tampering(IReadOnlyList<TrailTable> tables, string resourceColumn, int seed)
{
    private readonly Random random = new(seed);

    public Deed Next()
    {
        while (true)
        {
            var table = tables[random.Next(tables.Count)];
            var deed = random.Next(10) switch
            {
                < 6 => ChangeOne(table),
                6 => Delete(table),
                < 9 => Swap(table),
                _ => Truncate(tables.Single(each => each.Name == "audit_entries")),
            };

            if (deed is not null)
            {
                return deed;
            }
        }
    }

    private Deed ChangeOne(TrailTable table)
    {
        var row = Pick(table.Rows);
        var column = Pick([.. row.Keys]);
        var changed = Changed(row[column]);

        return new($"{column}: {row[column]} -> {changed}", table, [row], [row.With(column, changed)]) { Column = column };
    }

    private Deed Delete(TrailTable table) => new("deleted", table, [Pick(table.Rows)], []);

    private Deed? Swap(TrailTable table)
    {
        var (one, other) = (Pick(table.Rows), Pick(table.Rows));
        var put = new[] { With(one, other, table), With(other, one, table) };

        return put[0].All(cell => Equals(cell.Value, one[cell.Key])) ? null : new("swapped", table, [one, other], put);
    }

    private Deed Truncate(TrailTable entries)
    {
        var resource = Pick(entries.Rows).Text(resourceColumn);
        var chain = entries.Rows.Where(row => row.Text(resourceColumn) == resource).OrderBy(SequenceOf).ToList();

        return new($"{resource} truncated", entries, [.. chain.Skip(random.Next(chain.Count))], []);
    }

    private static Row With(Row row, Row contents, TrailTable table) =>
        new(row.ToDictionary(cell => cell.Key, cell => table.Key.Contains(cell.Key) || IsPlace(cell.Key) ? cell.Value : contents[cell.Key]));

    // A database refuses two entries in one place; their contents change places all the same.
    private static bool IsPlace(string column) => column is "resource" or "sequence";

    private static long SequenceOf(Row row) => Convert.ToInt64(row["sequence"], CultureInfo.InvariantCulture);

    private object Changed(object value) => value switch
    {
        string text => ChangedText(text),
        int number => number ^ (1 << random.Next(8)),
        long number => number ^ (1L << random.Next(8)),
        Guid id => ChangedId(id),
        DateTime instant => instant.AddMicroseconds(1 << random.Next(20)),
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private string ChangedText(string text)
    {
        var index = random.Next(text.Length);
        var sign = text[index];
        var other = sign switch
        {
            >= '0' and <= '9' => (char)('0' + ((sign - '0' + 1 + random.Next(9)) % 10)),
            >= 'a' and <= 'z' => (char)('a' + ((sign - 'a' + 1 + random.Next(25)) % 26)),
            'x' or 'X' => 'Y',
            _ => 'X',
        };

        return $"{text[..index]}{other}{text[(index + 1)..]}";
    }

    private Guid ChangedId(Guid id)
    {
        var bytes = id.ToByteArray();
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));

        return new(bytes);
    }

    private T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}

namespace Compliance.TestKit;

/// <summary>One row of the published results that ship, as printed.</summary>
public sealed record PublishedLine(string Year, string Institution, string Unit, string Score, string Zone, string Category, string Source);

/// <summary>Reads the shipped file on its own, so that a mistake of the product's reader shows.</summary>
public static class PublishedCsv
{
    public const string Header = "year,institution,unit,score,input,process,output,complaints,zone,category,status,reason,source";

    public static string Path => System.IO.Path.Combine(AppContext.BaseDirectory, "data", "results", "published.csv");

    public static IReadOnlyList<PublishedLine> Lines()
    {
        var rows = File.ReadAllLines(Path).Select(Cells).ToList();
        var names = rows[0];

        return [.. rows.Skip(1).Select(row => Line(name => row[names.IndexOf(name)]))];
    }

    /// <summary>A file with the usual header.</summary>
    public static string Of(params string[] rows) => $"{Header}\n{string.Join('\n', rows)}\n";

    private static PublishedLine Line(Func<string, string> cell) =>
        new(cell("year"), cell("institution"), cell("unit"), cell("score"), cell("zone"), cell("category"), cell("source"));

    private static List<string> Cells(string line)
    {
        List<string> cells = [""];
        var quoted = false;

        foreach (var letter in line)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == ',' && !quoted)
            {
                cells.Add("");
            }
            else
            {
                cells[^1] += letter;
            }
        }

        return cells;
    }
}

using System.Text;
using System.Text.Json;

namespace Compliance.Bench.Load;

/// <summary>Which sheets there are, and how their answers look.</summary>
/// <param name="Tokens">A file with one bearer token a line, read again at each run; absent where nobody is checked.</param>
internal sealed record Plan(Uri Base, string? Tokens, SheetBody Body, IReadOnlyList<PlannedSheet> Sheets)
{
    public static Plan Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = json.RootElement;
        var sheets = root.GetProperty("sheets").EnumerateArray()
            .Select(sheet => new PlannedSheet(sheet.GetProperty("path").GetString()!, sheet.GetProperty("token").GetInt32()))
            .ToList();
        SheetBody body = root.TryGetProperty("items", out var items)
            ? new ProductBody([.. items.EnumerateArray().Select(item => (item.GetProperty("indicator").GetString()!, item.GetProperty("subject").GetString()!))])
            : new AnchorBody();

        return new(new(root.GetProperty("base").GetString()!), root.GetProperty("tokens").GetString(), body, sheets);
    }

    /// <summary>The unchanging part of every sheet's request.</summary>
    public List<byte[]> Heads()
    {
        var tokens = Tokens is null ? [] : File.ReadAllLines(Tokens);

        return [.. Sheets.Select(sheet => Encoding.ASCII.GetBytes(
            $"PUT {sheet.Path} HTTP/1.1\r\nHost: {Base.Authority}\r\nContent-Type: application/json\r\n"
            + (Tokens is null ? "" : $"Authorization: Bearer {tokens[sheet.Token]}\r\n")
            + "Content-Length: "))];
    }
}

internal sealed record PlannedSheet(string Path, int Token);

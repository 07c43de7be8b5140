using System.Text;
using Compliance.LongRun.Tests.Fuzzing;

namespace Compliance.LongRun.Tests.Attacks;

/// <summary>Bodies of a given size that cost a careless reader the most, by what an operation takes.</summary>
internal static class WorstBodies
{
    private const string Boundary = "batas";
    private const int MostDepth = 60;

    public static IEnumerable<(string Name, string MediaType, byte[] Content)> Of(ApiOperation operation, ApiDocument document, int bytes) => operation.Body!.MediaType switch
    {
        "application/json" => Json(document.Resolve(operation.Body.Schema), document, bytes).Select(each => (each.Name, "application/json", each.Content)),
        "text/csv" => Csv(operation, bytes).Select(each => (each.Name, "text/csv", each.Content)),
        "multipart/form-data" => Forms(bytes).Select(each => (each.Name, $"multipart/form-data; boundary={Boundary}", each.Content)),
        var other => [("bytes", other, Filled(bytes, 0xFF))],
    };

    private static IEnumerable<(string Name, byte[] Content)> Json(JsonElement schema, ApiDocument document, int bytes)
    {
        yield return ("unknown members", Repeated("{", "\"a\":1,", "\"b\":1}", bytes));
        yield return ("no UTF-8", Filled(bytes, 0xFF));
        yield return ("spaces", Filled(bytes, (byte)' '));
        yield return ("nested lists", Filled(bytes, (byte)'['));
        yield return ("one text", Repeated("\"", "\\u0000", "\"", bytes));

        if (!schema.TryGetProperty("properties", out var members))
        {
            yield break;
        }

        foreach (var member in members.EnumerateObject())
        {
            var type = document.Resolve(member.Value);

            if (type.TryGetProperty("items", out var items))
            {
                var most = type.TryGetProperty("maxItems", out var limit) ? limit.GetInt32() : 100;
                yield return ($"nulls in {member.Name}", Repeated($"{{\"{member.Name}\":[", "null,", "null]}", bytes));
                yield return ($"texts in {member.Name}", Repeated($"{{\"{member.Name}\":[", "\"\",", "\"\"]}", bytes));
                yield return ($"the longest list of {member.Name}", List(member.Name, Element(items, document, bytes / most), most, bytes));
                yield return ($"the longest list of empty {member.Name}", List(member.Name, "{}", most, bytes));
            }
            else if (type.TryGetProperty("additionalProperties", out var values) && values.ValueKind == JsonValueKind.Object)
            {
                yield return ($"members of {member.Name}", Numbered($"{{\"{member.Name}\":{{", bytes));
            }
            else if (type.TryGetProperty("type", out var kind) && kind.GetString() == "string")
            {
                yield return ($"a text in {member.Name}", Repeated($"{{\"{member.Name}\":\"", "\\ud83d\\ude00", "\"}", bytes));
            }
        }
    }

    /// <summary>An element with a text in each of its members, as long as the budget allows.</summary>
    private static string Element(JsonElement schema, ApiDocument document, int bytes)
    {
        var resolved = document.Resolve(schema);

        if (!resolved.TryGetProperty("properties", out var members))
        {
            return "\"x\"";
        }

        var texts = members.EnumerateObject().Where(member => document.Resolve(member.Value).TryGetProperty("type", out var type) && type.GetString() == "string").ToList();
        var length = texts.Count == 0 ? 0 : Math.Max(1, (bytes / texts.Count) - 40);

        return $"{{{string.Join(',', texts.Select(member => $"\"{member.Name}\":\"{new string('x', length)}\""))}}}";
    }

    private static byte[] List(string name, string element, int most, int bytes)
    {
        var text = $"{{\"{name}\":[{string.Join(',', Enumerable.Repeat(element, most))}]}}";

        return text.Length <= bytes ? Encoding.ASCII.GetBytes(text.PadRight(bytes)) : Encoding.ASCII.GetBytes($"{{\"{name}\":[{string.Join(',', Enumerable.Repeat("{}", most))}]}}");
    }

    private static IEnumerable<(string Name, byte[] Content)> Csv(ApiOperation operation, int bytes)
    {
        var header = operation.Body!.Example?.GetString()?.Split('\n')[0].TrimEnd('\r') ?? "a,b,c";
        yield return ("commas", Filled(bytes, (byte)','));
        yield return ("line feeds", Filled(bytes, (byte)'\n'));
        yield return ("quotes", Filled(bytes, (byte)'"'));
        yield return ("empty rows", Repeated($"{header}\n", new string(',', header.Count(sign => sign == ',')) + "\n", "\n", bytes));
        yield return ("columns", Repeated("", "institution,", "\n", bytes));
        yield return ("names that resemble others", Names(header, bytes));
    }

    private static byte[] Names(string header, int bytes)
    {
        var text = new StringBuilder(header).Append('\n');
        var columns = header.Split(',');

        for (var row = 0; text.Length < bytes - 200; row++)
        {
            text.AppendJoin(',', columns.Select(column => column == "institution" ? FormattableString.Invariant($"Kabupaten Kampr {row}") : "x")).Append('\n');
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static IEnumerable<(string Name, byte[] Content)> Forms(int bytes)
    {
        yield return ("an unknown part", Part("asing", bytes));
        yield return ("the head of a part", Repeated($"--{Boundary}\r\nX-Head: ", "x", "\r\n\r\n", bytes));
        yield return ("many parts", Repeated("", $"--{Boundary}\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n\r\n", $"--{Boundary}--\r\n", bytes));
        yield return ("a field", Part("title", bytes));
        yield return ("no boundary", Filled(bytes, (byte)'-'));
    }

    private static byte[] Part(string name, int bytes) =>
        Repeated($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n", "x", $"\r\n--{Boundary}--\r\n", bytes);

    private static byte[] Repeated(string start, string part, string end, int bytes)
    {
        var content = new StringBuilder(start, bytes);
        content.Insert(start.Length, part, Math.Max(1, (bytes - start.Length - end.Length) / part.Length));

        return Encoding.ASCII.GetBytes(content.Append(end).ToString());
    }

    private static byte[] Numbered(string start, int bytes)
    {
        var text = new StringBuilder(start);

        for (var number = 0; text.Length < bytes - 40; number++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\"m{number}\":1,");
        }

        return Encoding.ASCII.GetBytes(text.Append("\"z\":1}}").ToString());
    }

    private static byte[] Filled(int bytes, byte with)
    {
        var content = new byte[bytes];
        Array.Fill(content, with);

        return content;
    }
}

using System.Globalization;
using Compliance.Application.Common;
using Compliance.Domain.Common;
using Compliance.Domain.PublicReports;

namespace Compliance.Api.Requests;

/// <summary>
/// Parses the parameters of a query one by one and, at the end, refuses all invalid ones together.
/// An absent parameter is null. So is an empty one that only narrows what is read, as HTML forms send it; flags and instants must not be empty.
/// </summary>
/// <param name="isQuery">Whether an unescaped <c>+</c> arrives as a space, as in a query string.</param>
internal sealed class QueryParser(List<Fault> faults, bool isQuery = false)
{
    private const int LongestParameter = 200;

    /// <summary>The length of an offset such as +07:00.</summary>
    private const int OffsetLength = 6;

    public QueryParser()
        : this([], isQuery: true)
    {
    }

    /// <summary>Throws <see cref="InvalidRequestException"/> if any parameter was invalid.</summary>
    public void Check()
    {
        if (faults.Count > 0)
        {
            throw new InvalidRequestException(faults);
        }
    }

    /// <summary>A text of one line, normalised as all text.</summary>
    public string? Text(string name, string? text, int most = LongestParameter) => Text(name, text, given => PlainText.Check(given, most));

    /// <summary>A text of several lines.</summary>
    public string? Lines(string name, string? text, int most) => Text(name, text, given => PlainText.CheckLines(given, most));

    /// <summary>The name of a file, as its device gave it.</summary>
    public string? FileName(string name, string? text) => Text(name, text, given => PlainText.CheckFileName(given, LongestParameter));

    /// <summary>Years are compared with stored ones, or checked by the rule that computes with them.</summary>
    public int? Year(string name, string? text) => Number(name, text);

    public int RequiredYear(string name, string? text) => Year(name, Required(name, text)) ?? 0;

    /// <summary>Must not be empty: without it, the call answers as of now.</summary>
    public DateTimeOffset? Instant(string name, string? text) =>
        NotEmpty(name, text) is { } given ? Read<DateTimeOffset>(name, isQuery ? WithPlus(given) : given, DateInput.ReadInstant) : null;

    public Guid? Uuid(string name, string? text) => Read(
        name, text, (string given, out Guid id) => Guid.TryParseExact(given, "D", out id), RequestErrors.NotAUuid);

    public decimal? Figure(string name, string? text, decimal lowest, decimal highest) => Read(
        name,
        text,
        (string given, out decimal figure) =>
            decimal.TryParse(given, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out figure)
            && figure >= lowest && figure <= highest,
        RequestErrors.NotAFigure(lowest, highest));

    public DateOnly? Day(string name, string? text) => string.IsNullOrEmpty(text) ? null : Read<DateOnly>(name, text, DateInput.ReadDay);

    public Month? Month(string name, string? text) => Read<Month>(name, text, Domain.PublicReports.Month.TryRead, PublicReportErrors.NotAMonth);

    /// <summary>Must not be empty: <c>?trace</c> looks like <c>true</c>, and would be <c>false</c>.</summary>
    public bool Flag(string name, string? text) =>
        Read<bool>(name, NotEmpty(name, text), bool.TryParse, TextRules.UnknownValue(["true", "false"])) ?? false;

    public Score? Score(string name, string? text) => Read(
        name,
        text,
        (string given, out Score score) =>
        {
            var readable = decimal.TryParse(given, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                && value is >= 0 and <= Compliance.Domain.Common.Score.Highest && Compliance.Domain.Common.Score.IsExact(value);
            score = readable ? Compliance.Domain.Common.Score.Of(value) : default;

            return readable;
        },
        RequestErrors.NotAScore);

    /// <summary>A value of a closed set, in lowerCamelCase as in the contract.</summary>
    public T? OneOf<T>(string name, string? text)
        where T : struct, Enum => OneOf(name, text, Enum.GetValues<T>().ToDictionary(value => value.ToCamelCase()));

    public T? OneOf<T>(string name, string? text, IReadOnlyDictionary<string, T> known)
        where T : struct => Read<T>(name, text, known.TryGetValue, TextRules.UnknownValue(known.Keys));

    /// <summary>Values of a closed set, separated by commas; empty if the parameter is absent.</summary>
    public IReadOnlyList<T> ListOf<T>(string name, string? text)
        where T : struct, Enum =>
        string.IsNullOrEmpty(text) ? [] : [.. text.Split(',').Select(each => OneOf<T>(name, each)).OfType<T>().Distinct()];

    /// <param name="parts">How many parts the list's cursor has.</param>
    public Paging Paging(string? limit, string? cursor, int parts = 1)
    {
        var rows = Number("limit", limit) ?? Application.Common.Paging.UsualLimit;

        if (rows is < 1 or > Application.Common.Paging.HighestLimit)
        {
            faults.Add(RequestErrors.LimitOutOfRange.At("/limit"));
        }

        var after = string.IsNullOrEmpty(cursor) ? null : Cursor.Read(cursor, parts);

        if (after is null && !string.IsNullOrEmpty(cursor))
        {
            faults.Add(RequestErrors.BadCursor.At("/cursor"));
        }

        return new(rows, after);
    }

    /// <summary>Clients often forget to escape the plus sign of an offset.</summary>
    private static string WithPlus(string text) =>
        text.Length > OffsetLength && text[^OffsetLength] == ' ' ? $"{text.AsSpan(0, text.Length - OffsetLength)}+{text.AsSpan(text.Length - OffsetLength + 1)}" : text;

    private string? Text(string name, string? text, Func<string, DomainError?> check)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var normal = PlainText.Normalise(text);

        if (check(normal) is not { } error)
        {
            return normal;
        }

        faults.Add(error.At($"/{name}"));

        return null;
    }

    private int? Number(string name, string? text) => Read(
        name, text, (string given, out int number) => int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out number), RequestErrors.NotANumber);

    private string? Required(string name, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            faults.Add(PlainText.Required.At($"/{name}"));
        }

        return text;
    }

    private string? NotEmpty(string name, string? text)
    {
        if (text is "")
        {
            faults.Add(RequestErrors.EmptyParameter.At($"/{name}"));
        }

        return string.IsNullOrEmpty(text) ? null : text;
    }

    private T? Read<T>(string name, string? text, TryRead<T> tryRead, DomainError error)
        where T : struct => string.IsNullOrEmpty(text)
            ? null
            : Read(name, text, (string given, out T value) => tryRead(given, out value) ? null : error);

    private T? Read<T>(string name, string text, ReadOrRefuse<T> read)
        where T : struct
    {
        if (read(text, out var value) is not { } error)
        {
            return value;
        }

        faults.Add(error.At($"/{name}"));

        return null;
    }

    private delegate bool TryRead<T>(string text, out T value);

    /// <summary>Returns the error, or null.</summary>
    private delegate DomainError? ReadOrRefuse<T>(string text, out T value);
}

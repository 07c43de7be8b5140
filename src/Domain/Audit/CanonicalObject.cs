using System.Globalization;
using System.Text;

namespace Compliance.Domain.Audit;

/// <summary>
/// Writes one object member by member, in the sorted order that the caller keeps. Absent members are left
/// out. Plain text building: a payload is written with every request that changes something.
/// </summary>
internal sealed class CanonicalObject(int capacity = 256)
{
    private readonly StringBuilder text = new(capacity);

    public CanonicalObject Text(string name, string? value)
    {
        if (value is not null)
        {
            Name(name).AppendJsonText(value);
        }

        return this;
    }

    public CanonicalObject Number(string name, int value)
    {
        Name(name).Append(CultureInfo.InvariantCulture, $"{value}");

        return this;
    }

    /// <param name="json">Canonical already; it is taken as it is.</param>
    public CanonicalObject Json(string name, string? json)
    {
        if (json is not null)
        {
            Name(name).Append(json);
        }

        return this;
    }

    public string Close() => (text.Length == 0 ? text.Append('{') : text).Append('}').ToString();

    private StringBuilder Name(string name) => text.Append(text.Length == 0 ? '{' : ',').AppendJsonText(name).Append(':');
}

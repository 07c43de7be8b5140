using System.Globalization;
using System.Text;

namespace Compliance.Domain.Audit;

/// <summary>
/// Writes one object member by member; the caller adds them in canonical (sorted) order, and absent members are left
/// out. It builds the text directly, because every request that changes something writes a payload.
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

    /// <param name="json">Canonical JSON, which is inserted unchanged.</param>
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

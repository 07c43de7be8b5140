using System.Collections;
using Compliance.Domain.Assessments;

namespace Compliance.Infrastructure.Persistence.Conversions;

/// <summary>The answers of a row, parsed on first access: not every reader of a row needs them, and several threads can parse different rows.</summary>
internal sealed class LazyAnswers(string text) : IReadOnlyList<StoredAnswer>
{
    private readonly Lazy<IReadOnlyList<StoredAnswer>> answers = new(() => SheetJson.Read(text));

    public int Count => answers.Value.Count;

    public StoredAnswer this[int index] => answers.Value[index];

    public IEnumerator<StoredAnswer> GetEnumerator() => answers.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

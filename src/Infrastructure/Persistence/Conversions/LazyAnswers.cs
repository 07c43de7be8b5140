using System.Collections;
using Compliance.Domain.Assessments;

namespace Compliance.Infrastructure.Persistence.Conversions;

/// <summary>The answers of a row, read out of their text by whoever looks at them first: not every reader of a row does, and many do it on a thread of their own.</summary>
internal sealed class LazyAnswers(string text) : IReadOnlyList<StoredAnswer>
{
    private readonly Lazy<IReadOnlyList<StoredAnswer>> answers = new(() => SheetJson.Read(text));

    public int Count => answers.Value.Count;

    public StoredAnswer this[int index] => answers.Value[index];

    public IEnumerator<StoredAnswer> GetEnumerator() => answers.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

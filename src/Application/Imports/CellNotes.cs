namespace Compliance.Application.Imports;

/// <summary>The remarks on an imported file in bounded memory: it keeps the first 10,000 and counts the others.</summary>
internal sealed class CellNotes(Language language)
{
    public const int MostKept = 10_000;

    private readonly List<CellNote> kept = [];

    /// <summary>How many there are, also those that are not kept.</summary>
    public int Count { get; private set; }

    /// <summary>How many are not kept; null if all are.</summary>
    public int? LeftOut => Count > kept.Count ? Count - kept.Count : null;

    /// <summary>Those that are kept, by line; of one line in the order in which they were found.</summary>
    public IReadOnlyList<CellNote> ByLine => [.. kept.OrderBy(note => note.Line)];

    public void Add(int line, string? column, DomainError error)
    {
        Count++;

        if (kept.Count < MostKept)
        {
            kept.Add(CellNote.Of(line, column, error, language));
        }
    }
}

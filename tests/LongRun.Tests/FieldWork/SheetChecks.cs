namespace Compliance.LongRun.Tests.FieldWork;

/// <summary>
/// Whether what the program has equals what the world outside knows. Two devices and a supervisor change one sheet at
/// once, so nobody outside can say in which order; the model takes the server's own, the versions of each observation
/// (linearisability per observation), and asks that one such order explains every answer that was read: nothing
/// acknowledged is missing from it, nothing is in it twice, and nothing that nobody sent.
/// </summary>
internal static class SheetChecks
{
    /// <summary>Everything that does not fit; nothing where all is well.</summary>
    public static IReadOnlyList<string> Complaints(SheetBook book, FoundSheet found) =>
    [
        .. book.Complaints,
        .. HistoryChecks.Complaints(book, found),
        .. OutcomeChecks.Complaints(book, found),
        .. ConflictChecks.Complaints(book, found),
        .. RefusalChecks.Complaints(book, found),
    ];
}

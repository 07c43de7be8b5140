namespace Compliance.Application.Imports;

/// <summary>One thing about one cell of an imported file. Lines count from 1, the header included.</summary>
public sealed record CellNote(int Line, string? Column, string Code, string Message)
{
    public static CellNote Of(int line, string? column, DomainError error, Language language) => new(line, column, error.Code, error.Message.In(language));
}

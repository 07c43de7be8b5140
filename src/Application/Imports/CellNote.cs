namespace Compliance.Application.Imports;

/// <summary>A remark on one cell of an imported file. Lines count from 1, including the header.</summary>
public sealed record CellNote(int Line, string? Column, string Code, string Message)
{
    public static CellNote Of(int line, string? column, DomainError error, Language language) => new(line, column, error.Code, error.Message.In(language));
}

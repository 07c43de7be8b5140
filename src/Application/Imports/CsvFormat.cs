namespace Compliance.Application.Imports;

/// <summary>How the file was read: its delimiter, and the decimal mark that follows from it.</summary>
public sealed record CsvFormat(string Delimiter, string DecimalMark);

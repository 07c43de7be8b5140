namespace Compliance.Application.Imports;

/// <summary>The format of the file: its delimiter, and the decimal mark that follows from it.</summary>
public sealed record CsvFormat(string Delimiter, string DecimalMark);

namespace Compliance.LongRun.Tests.FieldWork;

/// <summary>One assessment, with what is asked in it and what the world outside knows of it.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Assessor">Whose it is; both devices are hers.</param>
internal sealed record FieldSheet(string Path, string Assessor, Questions Questions, SheetBook Book);

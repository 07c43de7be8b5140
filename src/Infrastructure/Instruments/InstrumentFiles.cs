using System.Text.Json;
using Compliance.Application.Instruments;

namespace Compliance.Infrastructure.Instruments;

/// <summary>
/// Reads the instruments that ship in <c>data/instruments</c>. A file lists the shared parts that it uses,
/// what it omits of them and which weights differ; the result is a complete instrument.
/// </summary>
public static class InstrumentFiles
{
    private const string Shared = "shared";

    /// <summary>Reads all instruments of a folder, ordered by file name. Throws <see cref="InstrumentFileException"/> with file and position.</summary>
    public static IReadOnlyList<InstrumentDocument> ReadAll(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(file => Read(file, Path.Combine(folder, Shared)))];

    public static InstrumentDocument Read(string path, string sharedFolder)
    {
        var file = Parse<InstrumentFile>(path);
        var parts = file.Use is null ? new() : ReadShared(path, Path.Combine(sharedFolder, file.Use + ".yaml"));
        var dimensions = file.Dimensions.Count > 0 ? file.Dimensions : parts.Dimensions;

        foreach (var code in file.Omit)
        {
            dimensions = Omit(dimensions, code)
                ?? throw new InstrumentFileException(path, "/omit", $"'{code}' is neither a variable nor an indicator of the shared part.");
        }

        foreach (var (code, weight) in file.Weights)
        {
            dimensions = SetWeight(dimensions, code, weight)
                ?? throw new InstrumentFileException(path, "/weights", $"'{code}' is neither a dimension nor a variable of the shared part.");
        }

        return new()
        {
            Code = file.Code,
            Version = file.Version,
            Title = file.Title,
            Notes = [.. file.Notes, .. parts.Notes],
            Assumed = [.. file.Assumed, .. parts.Assumed],
            Inferred = [.. file.Inferred, .. parts.Inferred],
            Threshold = file.Threshold ?? parts.Threshold,
            Zones = file.Zones.Count > 0 ? file.Zones : parts.Zones,
            Bands = file.Bands.Count > 0 ? file.Bands : parts.Bands,
            Qualifiers = file.Qualifiers.Count > 0 ? file.Qualifiers : parts.Qualifiers,
            Dimensions = dimensions,
        };
    }

    private static InstrumentParts ReadShared(string path, string shared) => File.Exists(shared)
        ? Parse<InstrumentParts>(shared)
        : throw new InstrumentFileException(path, "/use", $"There is no '{Path.GetFileName(shared)}' among the shared parts.");

    private static T Parse<T>(string path)
    {
        try
        {
            return (T)(YamlJson.Read(File.ReadAllText(path)).Deserialize(typeof(T), InstrumentJson.Default)
                ?? throw new InstrumentFileException(path, "", "The file is empty."));
        }
        catch (JsonException problem)
        {
            throw new InstrumentFileException(path, problem.Path ?? "$", problem.Message);
        }
        catch (YamlDotNet.Core.YamlException problem)
        {
            throw new InstrumentFileException(path, $"line {problem.Start.Line}, column {problem.Start.Column}", problem.Message);
        }
    }

    /// <summary>Removes a variable or an indicator; returns null if the code is neither.</summary>
    private static IReadOnlyList<DimensionPart>? Omit(IReadOnlyList<DimensionPart> dimensions, string code)
    {
        var isVariable = dimensions.Any(dimension => dimension.Variables.Any(variable => PathOf(dimension, variable) == code));
        var isIndicator = dimensions.Any(dimension => dimension.Variables.Any(variable => variable.Indicators.Any(indicator => indicator.Code == code)));

        if (!isVariable && !isIndicator)
        {
            return null;
        }

        return
        [
            .. dimensions.Select(dimension => dimension with
            {
                Variables =
                [
                    .. dimension.Variables
                        .Where(variable => !isVariable || PathOf(dimension, variable) != code)
                        .Select(variable => isVariable
                            ? variable
                            : variable with { Indicators = [.. variable.Indicators.Where(indicator => indicator.Code != code)] }),
                ],
            }),
        ];
    }

    private static List<DimensionPart>? SetWeight(IReadOnlyList<DimensionPart> dimensions, string code, decimal weight)
    {
        var found = false;

        DimensionPart Change(DimensionPart dimension)
        {
            found |= dimension.Code == code;

            return dimension with
            {
                Weight = dimension.Code == code ? weight : dimension.Weight,
                Variables = [.. dimension.Variables.Select(variable => ChangeVariable(dimension, variable))],
            };
        }

        VariablePart ChangeVariable(DimensionPart dimension, VariablePart variable)
        {
            var isTarget = PathOf(dimension, variable) == code;
            found |= isTarget;

            return isTarget ? variable with { Weight = weight } : variable;
        }

        List<DimensionPart> changed = [.. dimensions.Select(Change)];

        return found ? changed : null;
    }

    private static string PathOf(DimensionPart dimension, VariablePart variable) => $"{dimension.Code}.{variable.Code}";
}

/// <summary>An invalid instrument file: the file, the position and the problem.</summary>
public sealed class InstrumentFileException(string path, string place, string problem)
    : Exception($"{Path.GetFileName(path)} at {place}: {problem}");

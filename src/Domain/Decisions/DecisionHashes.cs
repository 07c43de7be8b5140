using Compliance.Domain.Common;

namespace Compliance.Domain.Decisions;

/// <summary>
/// Defines the hashes of a decision, for deciding, correcting and checking a proof. The texts are those of <see cref="DecidedTextWriter"/>
/// and are hashed unchanged; if several are hashed together, each is terminated by a line feed. The hash of the instrument is the one that
/// it was published with.
/// </summary>
public static class DecisionHashes
{
    /// <summary>The hash of the inputs of one unit.</summary>
    public static string OfInput(UnitInput input) => OfInput(DecidedTextWriter.InputOf(input));

    /// <param name="text">The inputs as published.</param>
    public static string OfInput(string text) => Digest.Of(text);

    /// <summary>The hash of the figures of one unit.</summary>
    public static string OfFigures(string text) => Digest.Of(text);

    /// <summary>
    /// The hash over the hashes of the inputs of all units of a decision, so that it can be signed without reading all answers
    /// again. In the order of publication: for the first decision by institution and unit, for a correction by assessment.
    /// </summary>
    /// <param name="inputs">The hash of each, from <see cref="OfInput(UnitInput)"/>.</param>
    public static string OfInputs(IEnumerable<string> inputs) => OfLines(inputs);

    /// <summary>The hash of the decided contents of all institutions, ordered by code.</summary>
    /// <param name="contents">The text of each.</param>
    public static string OfResults(IEnumerable<string> contents) => OfLines(contents);

    /// <summary>The hash of a decision's statement, by which the next decision refers to it.</summary>
    public static string OfStatement(string statement) => Digest.Of(statement);

    private static string OfLines(IEnumerable<string> lines)
    {
        using var digest = new IncrementalDigest();

        foreach (var line in lines)
        {
            digest.Append(line);
            digest.Append("\n"u8);
        }

        return digest.Finish();
    }
}

using Compliance.Domain.Common;

namespace Compliance.Domain.Decisions;

/// <summary>
/// What enters which hash of a decision, for whoever decides, corrects or checks a proof. The texts are those of <see cref="DecidedTextWriter"/>
/// and hashed as they stand; where several are hashed together, each is ended by a line feed. The instrument has the hash that it was
/// published with.
/// </summary>
public static class DecisionHashes
{
    /// <summary>Of the inputs of one unit.</summary>
    public static string OfInput(UnitInput input) => OfInput(DecidedTextWriter.InputOf(input));

    /// <param name="text">As it is published.</param>
    public static string OfInput(string text) => Digest.Of(text);

    /// <summary>Of what the inputs of one unit come to.</summary>
    public static string OfFigures(string text) => Digest.Of(text);

    /// <summary>
    /// Of the inputs of all units that a decision decides, by their own hashes, so that a decision is signed without reading all answers
    /// again. In the order in which they are published: for the first decision by institution and unit, for a correction by assessment.
    /// </summary>
    /// <param name="inputs">The hash of each, as <see cref="OfInput(UnitInput)"/> makes it.</param>
    public static string OfInputs(IEnumerable<string> inputs) => OfLines(inputs);

    /// <summary>Of what was decided of all institutions, in the order of their codes.</summary>
    /// <param name="contents">The text of each.</param>
    public static string OfResults(IEnumerable<string> contents) => OfLines(contents);

    /// <summary>Of the statement of a decision, by which the next one names it.</summary>
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

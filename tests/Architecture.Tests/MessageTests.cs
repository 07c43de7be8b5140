using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Compliance.Application.Common;

namespace Compliance.Architecture.Tests;

/// <summary>The texts of the program are whole sentences in the reader's language, with plain words, and labels instead of codes.</summary>
public sealed partial class MessageTests
{
    /// <summary>Codes that are also ordinary words, or the name of a member of the request.</summary>
    private static readonly HashSet<string> words = ["administrator", "final", "highest", "institution", "level", "lowest", "notApplicable", "number", "office", "proof", "unit"];

    private static readonly HashSet<string> codes =
    [
        .. new[] { Layers.Domain, Layers.Application }.SelectMany(layer => layer.Written()).Where(type => type.IsEnum)
            .SelectMany(Enum.GetNames).Select(JsonNamingPolicy.CamelCase.ConvertName).Except(words),
    ];

    [Test]
    public void Every_message_differs_from_one_language_to_the_other()
    {
        Messages.All.Should().HaveCountGreaterThan(400);
        Messages.All.Where(message => string.IsNullOrWhiteSpace(message.Words.Id) || message.Words.Id == message.Words.En)
            .Should().BeEmpty();
    }

    [Test]
    public void Every_sentence_begins_with_a_capital_and_ends_with_a_full_stop() =>
        Messages.Sentences.Where(message => !Sentence().IsMatch(message.Words.Id) || !Sentence().IsMatch(message.Words.En)).Should().BeEmpty();

    /// <summary>A code may appear only in brackets after its label: "tidak dinilai (notAssessed)".</summary>
    [Test]
    public void No_message_says_the_code_of_a_value_instead_of_its_label()
    {
        codes.Should().Contain(["submitted", "notAssessed", "secondaryData", "other"]);
        Messages.Sentences.Where(message => Word().Matches(WithoutBrackets(message.Words.Id)).Any(word => codes.Contains(word.Value))
            || EnglishCode().Matches(WithoutBrackets(message.Words.En)).Any(word => codes.Contains(word.Value.Trim('\''))))
            .Should().BeEmpty();
    }

    [Test]
    public void No_Indonesian_message_uses_an_English_word_or_a_phrase_that_nobody_writes() =>
        Messages.All.Where(message => NotIndonesian().IsMatch(WithoutBrackets(message.Words.Id))).Should().BeEmpty();

    [Test]
    public void No_English_message_uses_a_phrase_that_nobody_writes() =>
        Messages.All.Where(message => NotEnglish().IsMatch(message.Words.En)).Should().BeEmpty();

    [Test]
    public void Days_and_numbers_are_written_in_the_language_of_the_message()
    {
        var dated = Messages.Sentences.Where(message => message.Words.En.Contains("December", StringComparison.Ordinal)).ToList();

        dated.Should().HaveCountGreaterThan(4).And.OnlyContain(message => message.Words.Id.Contains("Desember 2023"));
        Messages.Sentences.Where(message => message.Words.Id.Contains("2023-12", StringComparison.Ordinal) || message.Words.En.Contains("2023-12", StringComparison.Ordinal))
            .Should().BeEmpty();
        Messages.Sentences.Where(message => message.Words.En.Contains("24.5", StringComparison.Ordinal))
            .Should().HaveCountGreaterThan(4).And.OnlyContain(message => message.Words.Id.Contains("24,5"));
    }

    [Test]
    public void Every_kind_of_thing_that_can_be_missing_has_a_name_of_its_own()
    {
        var kinds = typeof(ResourceKind).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (ResourceKind)field.GetValue(null)!).ToList();

        kinds.Should().HaveCountGreaterThan(20).And.OnlyContain(kind => char.IsUpper(kind.Label.Id[0]) && char.IsUpper(kind.Label.En[0]));
        kinds.Select(kind => kind.Label.Id).Should().OnlyHaveUniqueItems();
        kinds.Select(kind => kind.Label.En).Should().OnlyHaveUniqueItems();
        new NotFoundException(ResourceKind.Institution, "99.99").Words.Should().Be(new LocalizedText(
            "Instansi '99.99' tidak ditemukan atau tidak dapat Anda akses.", "Institution '99.99' does not exist, or you may not see it."));
    }

    // A validator rule takes its code and message from a named error (ValidationRules); a code written by hand needs its messages by hand.
    [Test]
    public void Every_code_of_a_validator_has_words()
    {
        var written = Layers.Sources().EnumerateFiles("*.cs", SearchOption.AllDirectories).Select(file => File.ReadAllText(file.FullName))
            .SelectMany(text => ErrorCode().Matches(text)).ToList();

        written.Select(match => match.Groups[1].Value).Should().Equal("answersOrDimensions");
        written.Should().OnlyContain(match => match.Groups[2].Value.Contains("WithState", StringComparison.Ordinal));
    }

    private static string WithoutBrackets(string text) => Brackets().Replace(text, "");

    [GeneratedRegex(@"^[\p{Lu}\d].*\.$")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Brackets();

    /// <summary>Excludes parts of addresses, media types and examples of input.</summary>
    [GeneratedRegex(@"(?<![/.@])\b[A-Za-z]+\b(?![/@:]|\.\w)")]
    private static partial Regex Word();

    /// <summary>Most codes are ordinary English words; in quotation marks, or in camel case, they are codes.</summary>
    [GeneratedRegex("'[A-Za-z]+'|[a-z]+[A-Z][A-Za-z]*")]
    private static partial Regex EnglishCode();

    [GeneratedRegex(
        @"\b(e-?mail|error|file|upload(?!-Offset)|download|password|user|login|invalid|field|request|deadline|score|sheet|answer|evidence)\b|terlihat bagi|terlihat oleh|tidak terbaca|setiap tempat|tempatnya disebutkan|(?-i:\bId ini\b)|\bbila\b|\bperlu catatan\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex NotIndonesian();

    [GeneratedRegex(
        @"\b(mend|mends|mended|faults?|stands?|hang|surel|email)\b|each place|not for you|this is needed|any more|the one before|two at least|or not for",
        RegexOptions.IgnoreCase)]
    private static partial Regex NotEnglish();

    [GeneratedRegex(@"WithErrorCode\(""(\w+)""\)([^;]*);")]
    private static partial Regex ErrorCode();
}

using Compliance.Domain.Passwords;
using FsCheck;
using FsCheck.Fluent;

namespace Compliance.Domain.Tests.Passwords;

public sealed class PasswordProperties
{
    private static readonly string[] Listed = ["password", "sayang", "qwerty12", "1q2w3e4r", "пароль", "p@ssw0rd"];

    private static readonly PasswordRules Rules = new(Listed.ToHashSet());

    [RandomCases(1000, Arbitrary = [typeof(Disguised)])]
    public void No_padding_repetition_or_case_hides_a_common_password(Disguise disguise) =>
        Rules.Check(disguise.Password).Should().Contain(PasswordErrors.Common);

    [RandomCases(1000, Arbitrary = [typeof(Typed)])]
    public void However_it_was_typed_the_faults_are_the_same(Typing typing)
    {
        PasswordRules.Normalise(typing.InParts).Should().Be(typing.Whole);
        Rules.Check(typing.InParts).Should().Equal(Rules.Check(typing.Whole));
    }

    // Also of halves of surrogate pairs, of control characters and of nothing at all.
    [RandomCases(1000)]
    public void Any_text_can_be_checked(string? text, string?[] context)
    {
        var normal = PasswordRules.Normalise(text ?? "");

        PasswordRules.Normalise(normal).Should().Be(normal);
        Rules.Check(text ?? "", context.Select(each => each ?? "")).Should().Equal(Rules.Check(normal, context.Select(each => each ?? "")));
    }

    public sealed record Disguise(string Password);

    private static class Disguised
    {
        public static Arbitrary<Disguise> Passwords() => Arb.From(
            from entry in Gen.Elements(Listed)
            from times in Gen.Choose(1, 4)
            from parts in Gen.CollectToArray(Enumerable.Range(0, times).Select(_ => Padded(entry)))
            let password = string.Concat(parts)
            where password.EnumerateRunes().Count() <= PasswordRules.Longest
            select new Disguise(password));

        private static Gen<string> Padded(string entry) =>
            from before in Padding
            from upper in Gen.ArrayOf(Gen.Elements(true, false), entry.Length)
            from after in Padding
            select before + string.Concat(entry.Zip(upper, (letter, isUpper) => isUpper ? char.ToUpperInvariant(letter) : letter)) + after;

        private static Gen<string> Padding =>
            from parts in Gen.ArrayOf(Gen.Elements("0", "7", "9", " ", "-", "!", "_", "…", "👍", "٣"))
            select string.Concat(parts.Take(12));
    }

    /// <summary>A text of whole characters, and the same of letters and marks.</summary>
    public sealed record Typing(string Whole, string InParts);

    private static class Typed
    {
        private static readonly (string Whole, string InParts)[] Letters =
        [
            ("a", "a"), ("7", "7"), ("🐘", "🐘"), ("é", "e\u0301"), ("ṩ", "s\u0307\u0323"), ("각", "\u1100\u1161\u11A8"), ("ệ", "e\u0302\u0323"), ("Å", "\u212B"),
        ];

        public static Arbitrary<Typing> Texts() => Arb.From(
            from letters in Gen.ArrayOf(Gen.Elements(Letters))
            select new Typing(string.Concat(letters.Select(letter => letter.Whole)), string.Concat(letters.Select(letter => letter.InParts))));
    }
}

using Compliance.Domain.Passwords;

namespace Compliance.Domain.Tests.Passwords;

public sealed class PasswordRulesTests
{
    private static readonly PasswordRules Rules = new(new HashSet<string>(StringComparer.Ordinal)
    {
        "abc", "password", "p@ssw0rd", "password1", "sayang", "123456", "1q2w3e4r", "пароль", "bismillahirrahmanirrahim",
    });

    [TestCase("Kepatuhan-Demo-2023")]
    [TestCase("kuda baterai staples benar")]
    [TestCase("Xk9#mQ2$vL7@pR4")]
    [TestCase("hujan turun di bulan juni")]
    [TestCase("ปลาทองว่ายน้ำในตู้")]
    [TestCase("🐘 makan 🍌 di 🏝 sore")]
    public void A_long_password_that_nobody_else_has_is_fine(string password) => Codes(password).Should().BeEmpty();

    [TestCase(14, false, TestName = "{m}(14 characters)")]
    [TestCase(15, true, TestName = "{m}(15 characters)")]
    [TestCase(128, true, TestName = "{m}(128 characters)")]
    [TestCase(129, false, TestName = "{m}(129 characters)")]
    public void From_15_to_128_characters_are_allowed(int length, bool allowed) =>
        Codes(Unpredictable(length)).Should().Equal(allowed ? [] : [length < 15 ? "passwordTooShort" : "passwordTooLong"]);

    // 14 of each: every character lies outside the first 65,536, or is two until it is composed.
    [TestCase("🐘🍌🏝🐢🎈🚲🌧🥭🎻🧊🦜🪁🧲🛶", "🪴")]
    [TestCase("éàüñçôîêâûëïöã", "õ")]
    public void Characters_are_counted_and_not_how_they_are_stored(string fourteen, string one)
    {
        Codes(fourteen).Should().Equal("passwordTooShort");
        Codes(Decomposed(fourteen)).Should().Equal("passwordTooShort");
        Codes(fourteen + one).Should().BeEmpty();
        Codes(Decomposed(fourteen + one)).Should().BeEmpty();
    }

    [TestCase("bismillahirrahmanirrahim", TestName = "{m}(listed)")]
    [TestCase("BismillahirRahmanirRahim", TestName = "{m}(in another case)")]
    [TestCase("Password20231103!", TestName = "{m}(digits and a sign behind)")]
    [TestCase("2023 -- sayang -- 2024", TestName = "{m}(between padding)")]
    [TestCase("sayang👍👍👍👍👍👍👍👍👍", TestName = "{m}(signs are padding)")]
    [TestCase("Password, password; PASSWORD!", TestName = "{m}(repeated among padding)")]
    [TestCase("P@ssw0rd2023-11-03", TestName = "{m}(padding inside it)")]
    [TestCase("2019-1q2w3e4r-2020", TestName = "{m}(begins with a digit)")]
    [TestCase("password1 password1", TestName = "{m}(ends with a digit)")]
    [TestCase("123456-123456-123456", TestName = "{m}(digits among signs)")]
    [TestCase("ПАРОЛЬ 2023-11-03", TestName = "{m}(another script)")]
    public void A_common_password_in_disguise_is_refused(string password) => Codes(password).Should().Contain("passwordCommon");

    [TestCase("mypassword is none", TestName = "{m}(other letters before)")]
    [TestCase("password-kelurahan", TestName = "{m}(other letters behind)")]
    [TestCase("sayang-password-19", TestName = "{m}(two of them)")]
    [TestCase("7123456950318274", TestName = "{m}(digits among digits)")]
    [TestCase("abc 20 71 36 48 59", TestName = "{m}(three letters)")]
    [TestCase("passwördlösenord", TestName = "{m}(almost)")]
    public void A_common_password_may_be_a_part(string password) => Codes(password).Should().BeEmpty();

    [TestCase("zzzzzzzzzzzzzzz", TestName = "{m}(one character)")]
    [TestCase("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", TestName = "{m}(one character beyond the first plane)")]
    [TestCase("xY7xY7xY7xY7xY7", TestName = "{m}(a unit)")]
    [TestCase("gVq81Tz-gVq81Tz-", TestName = "{m}(a unit, twice)")]
    [TestCase("bcdefghijklmnop", TestName = "{m}(the alphabet)")]
    [TestCase("zyxwvutsrqponml", TestName = "{m}(backwards)")]
    [TestCase("aabbccddeeffggh", TestName = "{m}(each twice)")]
    [TestCase("абвгдежзийклмно", TestName = "{m}(another alphabet)")]
    [TestCase("098765432109876", TestName = "{m}(digits)")]
    [TestCase("qwertyuiopasdfg", TestName = "{m}(rows of keys)")]
    [TestCase("zaq12wsxcde34rfv", TestName = "{m}(columns of keys)")]
    [TestCase("1Q2W3E4R5T6Y7U8", TestName = "{m}(zigzag)")]
    [TestCase("q1w2e3r4t5y6u7i", TestName = "{m}(zigzag from the letters)")]
    [TestCase("qazwsxedcrfvtgb", TestName = "{m}(columns of letters)")]
    [TestCase("567890-=kT3$wq2", TestName = "{m}(the row of digits, to its end)")]
    [TestCase("~!@#$%^&*()_+2V", TestName = "{m}(the row of digits, shifted)")]
    [TestCase("qwertyuiop[]\\2V", TestName = "{m}(the first row, to its end)")]
    [TestCase("asdfghjkl;'2Vx8", TestName = "{m}(the second row)")]
    [TestCase("zxcvbnm,./2Vx8k", TestName = "{m}(the third row)")]
    [TestCase("qwerX1asdfY2zxcvZ", TestName = "{m}(runs from the first key)")]
    [TestCase("rewqX1fdsaY2vcxzZ", TestName = "{m}(runs to the first key)")]
    [TestCase("aaaabbbbccccdddd", TestName = "{m}(runs of one character)")]
    [TestCase("qwertyu12345 hi", TestName = "{m}(most of it)")]
    public void What_goes_on_by_itself_is_refused(string password) => Codes(password).Should().Contain("passwordPredictable");

    // Of "abcdefgh" seven characters follow from the first, and two that are added anywhere do not count.
    [TestCase("abcdefgh8sk2lq0x", false, TestName = "{m}(run, 7 of 16)")]
    [TestCase("abcdefgh8sk2lq0xw", true, TestName = "{m}(run, 7 of 17)")]
    [TestCase("gVq81TzgVq81Tz1!", false, TestName = "{m}(echo, 7 of 16)")]
    [TestCase("gVq81TzgVq81Tz1!x", true, TestName = "{m}(echo, 7 of 17)")]
    [TestCase("abc8mno3xyz5efg", true, TestName = "{m}(runs of three)")]
    [TestCase("gVq81Tzw3Kp5m-gVq81Tzw3Kp5m-", false, TestName = "{m}(a unit of 14)")]
    [TestCase("gVq81Tzw3Kp5m2-gVq81Tzw3Kp5m2-", true, TestName = "{m}(a unit of 15, enough alone)")]
    public void Less_than_half_may_be_predictable(string password, bool allowed) =>
        Codes(password).Should().Equal(allowed ? [] : ["passwordPredictable"]);

    [TestCase("Siti Rahmah", "rumah SITI di bukit", TestName = "{m}(a name)")]
    [TestCase("siti.rahmah@example.go.id", "bukit rahmah 40 kuda", TestName = "{m}(a word of the address)")]
    [TestCase("s.r.a@example.go.id", "bukit s.r.a 40 kuda", TestName = "{m}(the address before the @)")]
    [TestCase("rahmah1987@example.go.id", "bukit rahmah 40 kuda", TestName = "{m}(letters of the address)")]
    [TestCase("Renée Dupont", "bukit Rene\u0301e 40 kuda", TestName = "{m}(however it was typed)")]
    public void Who_it_belongs_to_is_no_secret(string context, string password) => Codes(password, context).Should().Equal("passwordNamesYou");

    [TestCase("Ali Ani", "rumah ali di bukit ani", TestName = "{m}(three letters)")]
    [TestCase("siti@example.go.id", "example di go.id bukit", TestName = "{m}(behind the @)")]
    [TestCase("siti1987@example.go.id", "bukit 1987 empat kuda", TestName = "{m}(digits alone)")]
    [TestCase(" ", "rumah ini di atas bukit", TestName = "{m}(nothing)")]
    [TestCase("@", "rumah ini @ atas bukit", TestName = "{m}(nothing before the @)")]
    public void What_is_too_short_or_somebody_elses_is_no_name(string context, string password) => Codes(password, context).Should().BeEmpty();

    [Test]
    public void Any_context_counts() => Codes("rumah ini di atas bukit", "Siti", "Rahmah", "bukit@example.go.id").Should().Equal("passwordNamesYou");

    [Test]
    public void Every_fault_is_named_at_once()
    {
        Codes("password", "password@example.go.id").Should().Equal("passwordTooShort", "passwordCommon", "passwordNamesYou");
        Codes(string.Concat(Enumerable.Repeat("password", 17)), "Password").Should()
            .Equal("passwordTooLong", "passwordCommon", "passwordPredictable", "passwordNamesYou");
    }

    [TestCase("")]
    [TestCase("k")]
    [TestCase("ku")]
    public void The_shortest_passwords_are_short_and_nothing_else(string password) => Codes(password).Should().Equal("passwordTooShort");

    [Test]
    public void Without_a_list_nothing_is_common() =>
        new PasswordRules(new HashSet<string>()).Check("Password20231103!").Should().BeEmpty();

    [Test]
    public void Faults_are_errors_with_words_for_people() =>
        Rules.Check("kuda").Should().Equal(DomainError.Invalid("passwordTooShort", "Kata sandi harus terdiri atas paling sedikit 15 karakter.", "A password must have at least 15 characters."));

    private static IEnumerable<string> Codes(string password, params string[] context) => Rules.Check(password, context).Select(error => error.Code);

    /// <summary>The same at each run; the seed is none at which something was repeated.</summary>
    private static string Unpredictable(int length)
    {
        var random = new Random(length);

        return new([.. Enumerable.Range(0, length).Select(_ => (char)random.Next('!', '~' + 1))]);
    }

    private static string Decomposed(string text) => string.Concat(text.Select(letter => letter switch
    {
        'é' => "e\u0301",
        'à' => "a\u0300",
        'ü' => "u\u0308",
        'ñ' => "n\u0303",
        _ => letter.ToString(),
    }));
}

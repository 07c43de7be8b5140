using Compliance.Domain.Passwords;

namespace Compliance.Infrastructure.Tests;

/// <summary>The shipped list of common passwords, and the rules with it.</summary>
public sealed class CommonPasswordsTests
{
    private static readonly string File = Path.Combine(TestDatabase.ShippedPath, "passwords", "common.txt");
    private static readonly string[] Listed = System.IO.File.ReadAllLines(File);
    private static readonly PasswordRules Rules = new(Listed.ToHashSet(StringComparer.Ordinal));

    [Test]
    public void It_is_sorted_without_repetition() => Listed.Should().Equal(Listed.Distinct().Order(StringComparer.Ordinal)).And.HaveCountGreaterThan(49_000);

    [Test]
    public void It_is_as_passwords_are_compared() =>
        Listed.Where(entry => entry != PasswordRules.Normalise(entry) || entry.Length < 4 || entry.Any(letter => char.IsUpper(letter) || char.IsWhiteSpace(letter)))
            .Should().BeEmpty();

    [Test]
    public void It_stays_small() => new FileInfo(File).Length.Should().BeLessThan(400_000);

    [TestCase("passwordpassword")]
    [TestCase("Qwerty123456789")]
    [TestCase("Rahasia-2023-2024")]
    [TestCase("Bismillahirrahmanirrahim")]
    [TestCase("IndonesiaRaya 1945")]
    [TestCase("iloveyou, iloveyou!")]
    [TestCase("Ombudsman-2023-11")]
    [TestCase("P@ssw0rd20231103")]
    public void What_people_would_choose_is_refused(string password) => Rules.Check(password).Should().Contain(PasswordErrors.Common);

    [TestCase("Kepatuhan-Demo-2023")]
    [TestCase("correct horse battery staple")]
    [TestCase("kopi pahit di teras rumah")]
    [TestCase("t7Gz-qLw2-Ra9k-Vd4x")]
    public void A_good_one_passes(string password) => Rules.Check(password).Should().BeEmpty();
}

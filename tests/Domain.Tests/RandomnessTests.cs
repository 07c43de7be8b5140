using System.Reflection;

namespace Compliance.Domain.Tests;

public sealed class RandomnessTests
{
    [TestCase(1000, 100, 1000)]
    [TestCase(1000, 7, 70)]
    [TestCase(30, 5, 1)]
    [TestCase(5, 1, 1)]
    public void A_percentage_of_the_cases_is_drawn_and_one_at_least(int cases, int percent, int drawn) =>
        Randomness.Of(cases, percent).Should().Be(drawn);

    [TestCase(1)]
    [TestCase(99)]
    public void Fewer_cases_are_the_same_ones_in_every_run(int percent) => Randomness.SeedOf(percent).Should().Be(Randomness.SeedOf(1)).And.NotBeNull();

    [Test]
    public void All_cases_are_others_in_every_run() => Randomness.SeedOf(100).Should().BeNull();

    [TestCase(null, 100)]
    [TestCase("", 100)]
    [TestCase("5", 5)]
    [TestCase("100", 100)]
    public void All_cases_are_drawn_unless_fewer_are_asked_for(string? text, int percent) => Randomness.Read(text).Should().Be(percent);

    [TestCase("0")]
    [TestCase("101")]
    [TestCase("-5")]
    [TestCase("5 %")]
    public void What_is_no_percentage_is_refused(string text) =>
        ((Action)(() => Randomness.Read(text))).Should().Throw<InvalidOperationException>().WithMessage($"*{Randomness.Variable}*{text}*");

    [Test]
    public void Every_property_says_how_many_cases_it_needs()
    {
        var properties = typeof(RandomnessTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Select(method => (Name: $"{method.DeclaringType!.Name}.{method.Name}", Property: method.GetCustomAttribute<FsCheck.NUnit.PropertyAttribute>()))
            .Where(method => method.Property != null)
            .ToList();

        properties.Should().NotBeEmpty();
        properties.Where(method => method.Property is not RandomCasesAttribute).Select(method => method.Name).Should().BeEmpty();
    }
}

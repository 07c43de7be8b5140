namespace Compliance.Domain.Tests.Common;

public sealed class CamelCaseTests
{
    [TestCase(Technique.Interview, "interview")]
    [TestCase(Technique.SecondaryData, "secondaryData")]
    public void A_value_of_a_closed_set_begins_with_a_small_letter(Technique technique, string expected) => technique.ToCamelCase().Should().Be(expected);

    /// <summary>Names such as PKSOnly would lose more than their first capital, and texts that were stored would no longer be found.</summary>
    [Test]
    public void Of_every_closed_set_only_the_first_letter_changes()
    {
        var names = typeof(Technique).Assembly.GetTypes().Where(type => type.IsEnum).SelectMany(Enum.GetNames).ToList();

        names.Should().HaveCountGreaterThan(100);
        names.Where(name => CamelCase.Of(name) != char.ToLowerInvariant(name[0]) + name[1..]).Should().BeEmpty();
    }
}

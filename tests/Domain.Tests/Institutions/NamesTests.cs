using Compliance.Domain.Institutions;

namespace Compliance.Domain.Tests.Institutions;

public sealed class NamesTests
{
    private static readonly string[] Known =
        ["Kota Tanjung Pinang", "Kabupaten Kampar", "Kabupaten Siak", "Kabupaten Indragiri Hilir", "Kabupaten Indragiri Hulu", "Kota Pekanbaru", "Kota Dumai"];

    [TestCase("Kota Tanjung Pinang", "kotatanjungpinang")]
    [TestCase("KOTA TANJUNGPINANG", "kotatanjungpinang")]
    [TestCase("  Kota  Tanjung-Pinang. ", "kotatanjungpinang")]
    [TestCase("Kementerian PPN/Bappenas", "kementerianppnbappenas")]
    [TestCase("Puskesmas Kuok II", "puskesmaskuokii")]
    [TestCase("Puskesmas 2", "puskesmas2")]
    [TestCase("Konsulat CÔTE D’IVOIRE", "konsulatcôtedivoire")]
    [TestCase("-", "")]
    [TestCase("", "")]
    public void A_key_holds_letters_and_digits_only(string name, string key) => NameMatching.Key(name).Should().Be(key);

    // Under Turkish rules an I would become a dotless one.
    [Test]
    public void A_key_does_not_depend_on_where_it_is_made() => NameMatching.Key("INDRAGIRI HILIR").Should().Be("indragirihilir");

    [Test]
    public void The_closest_names_come_best_first() =>
        NameMatching.Closest("Kab. Indragiri Hilir", Known).Should().Equal("Kabupaten Indragiri Hilir", "Kabupaten Indragiri Hulu", "Kabupaten Kampar");

    [Test]
    public void A_typing_mistake_is_close() => NameMatching.Closest("Kabupaten Kamper", Known)[0].Should().Be("Kabupaten Kampar");

    [Test]
    public void At_most_three_are_named_unless_asked()
    {
        NameMatching.Closest("Kabupaten", Known).Should().HaveCount(3);
        NameMatching.Closest("Kabupaten", Known, most: 1).Should().HaveCount(1);
    }

    [Test]
    public void Names_as_close_as_each_other_come_by_the_alphabet() =>
        NameMatching.Closest("abc", ["abd", "abb", "abe"]).Should().Equal("abb", "abd", "abe");

    [TestCase("zzz")]
    [TestCase("")]
    [TestCase("k")]
    public void What_resembles_nothing_has_no_closest(string unknown) => NameMatching.Closest(unknown, Known).Should().BeEmpty();

    [Test]
    public void An_unknown_institution_is_refused_with_the_closest_names()
    {
        RegistryErrors.UnknownInstitution("Kampa", ["Kabupaten Kampar"]).Message.En
            .Should().Be("There is no institution 'Kampa'. Closest names: Kabupaten Kampar.");
        RegistryErrors.UnknownInstitution("zzz", []).Message.Id.Should().Be("Instansi 'zzz' tidak ditemukan.");
    }
}

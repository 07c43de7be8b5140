using System.Reflection;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.Tests.Common;

public sealed class EntityIdTests
{
    private static readonly DateTimeOffset Noon = new(2023, 6, 1, 5, 0, 0, TimeSpan.Zero);

    private static readonly Type[] Ids =
        [.. typeof(IEntityId<>).Assembly.GetTypes().Where(type => type.IsValueType && type.GetInterfaces().Any(each => each.Name == typeof(IEntityId<>).Name))];

    [Test]
    public void A_new_id_is_a_UUID_of_version_7() => EntityId.New<InstitutionId>(Noon).Value.Version.Should().Be(7);

    [Test]
    public void Ids_made_later_sort_later()
    {
        var ids = Enumerable.Range(0, 50).Select(second => EntityId.New<InstitutionId>(Noon.AddSeconds(second)).Value.ToString()).ToList();

        ids.Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
    }

    [Test]
    public void Ids_of_one_instant_differ() =>
        Enumerable.Range(0, 1000).Select(_ => EntityId.New<ServiceUnitId>(Noon)).Should().OnlyHaveUniqueItems();

    [TestCaseSource(nameof(Ids))]
    public void Every_id_keeps_the_value_it_is_made_from(Type id)
    {
        var value = Guid.CreateVersion7(Noon);
        var made = typeof(EntityId).GetMethod(nameof(EntityId.From))!.MakeGenericMethod(id).Invoke(null, [value])!;

        id.GetProperty("Value", BindingFlags.Public | BindingFlags.Instance)!.GetValue(made).Should().Be(value);
    }

    [Test]
    public void An_id_that_a_client_has_chosen_is_taken()
    {
        var given = Guid.CreateVersion7(Noon);

        EntityId.GivenOrNew<InstitutionId>(given, Noon).Value.Should().Be(given);
    }

    [Test]
    public void Where_a_client_has_chosen_no_id_a_new_one_is_made() =>
        EntityId.GivenOrNew<InstitutionId>(null, Noon).Should().NotBe(EntityId.GivenOrNew<InstitutionId>(null, Noon)).And.NotBe(default(InstitutionId));

    [Test]
    public void The_model_has_ids() => Ids.Should().HaveCountGreaterThan(5);
}

using Compliance.Domain.Audit;

namespace Compliance.Domain.Tests.Audit;

/// <summary>Personal data may be missing, but only where an entry says that they were erased.</summary>
public sealed class ErasureTests
{
    private readonly SigningKey key = SigningKey.Create();

    [OneTimeTearDown]
    public void Forget() => key.Dispose();

    [Test]
    public void Data_of_an_erased_account_may_be_missing_wherever_they_were()
    {
        var builder = Builder();
        builder.Append("z", "change", TrailBuilder.Kept);
        builder.Erase(TrailBuilder.Kept);

        Breaks(builder.Build()).Should().BeEmpty();
    }

    [Test]
    public void The_erasure_of_one_account_excuses_no_other()
    {
        var builder = Builder();
        builder.Erase(TrailBuilder.Erased);
        var trail = builder.Build();

        Breaks(trail with { Personal = trail.Personal.Without(trail.Personal[0]) }).Should().Equal("personalDataMissing a 1");
    }

    [Test]
    public void Another_use_case_or_resource_erases_nothing()
    {
        var trail = Builder()
            .Append($"accounts/{TrailBuilder.Kept}", "changeAccount")
            .Append($"products/{TrailBuilder.Kept}", PersonalData.EraseAccount)
            .Append("origins", PersonalData.PurgeOrigins)
            .Build();

        Breaks(trail with { Personal = trail.Personal.Without(trail.Personal[0]) }).Should().Equal("personalDataMissing a 1");
    }

    // Else the first purge would allow whoever comes later to remove origins unseen.
    [Test]
    public void A_purge_excuses_only_what_was_there_before_it()
    {
        var before = Builder().Append("z", "signIn", PersonalData.Anonymous).Append("origins", PersonalData.PurgeOrigins).Build();
        var after = Builder().Append("origins", PersonalData.PurgeOrigins).Append("z", "signIn", PersonalData.Anonymous).Build();

        Breaks(before with { Personal = [.. before.Personal.SkipLast(1)] }).Should().BeEmpty();
        Breaks(after with { Personal = [.. after.Personal.SkipLast(1)] }).Should().Equal("personalDataMissing z 1");
    }

    [Test]
    public void The_latest_purge_counts_in_whatever_order_they_are_read()
    {
        var trail = Builder()
            .Append("y", PersonalData.PurgeOrigins)
            .Append("z", "signIn", PersonalData.Anonymous)
            .Append("a", PersonalData.PurgeOrigins)
            .Append("z", "signIn", PersonalData.Anonymous)
            .Build();

        Breaks(trail with { Personal = [.. trail.Personal.SkipLast(2)] }).Should().Equal("personalDataMissing z 2");
    }

    private TrailBuilder Builder() => TrailBuilder.Sample(key, key);

    private IEnumerable<string> Breaks(Trail trail) => trail.Breaks(key);
}

using Compliance.Application.Results;

namespace Compliance.Application.Tests.Results;

public sealed class LatestPublicationTests
{
    [Test]
    public void Old_news_changes_nothing()
    {
        var latest = new LatestPublication(TimeProvider.System);
        latest.Advance(7);
        latest.Advance(3);

        latest.Number.Should().Be(7);
    }

    [Test]
    public void Nothing_was_published_yet() => new LatestPublication(TimeProvider.System).Number.Should().Be(0);

    [Test]
    public void However_many_advance_at_once_the_highest_stands_and_nobody_sees_it_go_back([Random(1, int.MaxValue, 20)] int seed)
    {
        var latest = new LatestPublication(TimeProvider.System);
        var numbers = Enumerable.Range(1, 20_000).ToArray();
        new Random(seed).Shuffle(numbers);
        var wentBack = 0;

        Parallel.ForEach(numbers, number =>
        {
            var before = latest.Number;
            latest.Advance(number);
            var after = latest.Number;

            if (after < before || after < number)
            {
                Interlocked.Increment(ref wentBack);
            }
        });

        wentBack.Should().Be(0);
        latest.Number.Should().Be(numbers.Length);
    }
}

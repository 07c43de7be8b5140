using Compliance.Domain.Common;

namespace Compliance.Api.Tests.Reminders;

/// <summary>What is due is told once to each who is to hear of it, whenever the program looks.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class NotificationTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task An_institution_its_office_and_at_last_head_office_hear_of_what_is_due()
    {
        await using var host = await Fresh();
        host.BeginDay("2024-03-01");
        await host.GivenCorrectiveAction();
        List<int> told = [];

        foreach (var day in new[] { "2024-03-23", "2024-03-24", "2024-03-30", "2024-04-01", "2024-04-07", "2024-04-29", "2024-04-30" })
        {
            host.BeginDay(day);
            told.Add(await host.Remind());
            (await host.Remind()).Should().Be(0, "the second run of a day tells nothing");
        }

        told.Should().Equal(1, 1, 2, 1, 1, 0, 1);
        (await host.NotificationsOf("liaison.14.04")).Select(each => (each.Number("step"), each.Text("audience"))).Should().BeEquivalentTo(new[]
        {
            (-30, "personInCharge"), (-7, "personInCharge"), (-1, "personInCharge"), (-1, "headOfAgency"), (1, "headOfAgency"), (7, "regionalSecretary"),
        });
        (await host.NotificationsOf("head.riau")).Should().HaveCount(6);
        (await host.NotificationsOf("verifier")).Select(each => (each.Number("step"), each.Text("office"), each.Absent("institution"))).Should().Equal((30, "00", true));
        (await host.NotificationsOf("liaison.14.01")).Should().BeEmpty();
    }

    [Test]
    public async Task What_missed_runs_left_is_made_up_for()
    {
        await using var host = await Fresh();
        host.BeginDay("2024-03-01");
        await host.GivenCorrectiveAction();
        host.BeginDay("2024-04-08");

        (await host.Remind()).Should().Be(2);
        (await host.NotificationsOf("liaison.14.04")).Select(each => each.Number("step")).Should().BeEquivalentTo([1, 7]);
    }

    [Test]
    public async Task Nobody_is_reminded_of_what_is_reported_until_it_is_rejected_nor_of_what_is_resolved()
    {
        await using var host = await Fresh();
        host.BeginDay("2024-03-01");
        var action = await host.GivenCorrectiveAction();
        (await host.Complete(action, 1)).Ok();
        host.BeginDay("2024-03-24");
        (await host.Remind()).Should().Be(0, "it waits for somebody else's word");

        (await host.Verify(action, 2, accepted: false, "Fotonya dari unit lain.")).Ok();
        (await host.Remind()).Should().Be(1);
        (await host.Complete(action, 3)).Ok();
        (await host.Verify(action, 4)).Ok();
        host.BeginDay("2024-05-30");
        (await host.Remind()).Should().Be(0);
    }

    [Test]
    public async Task The_heads_of_both_sides_hear_that_an_agreement_ends_unless_it_was_ended_before()
    {
        await using var host = await Fresh();
        host.BeginDay("2029-08-20");
        var agreement = await host.GivenAgreement(new(2030, 2, 21));
        (await host.Remind()).Should().Be(0);

        host.BeginDay("2029-08-25");
        (await host.Remind()).Should().Be(2);
        (await host.NotificationsOf("liaison.14.04")).Single().Text("text")
            .Should().Be("Berakhirnya perjanjian: Nota kesepahaman Riau dan Indragiri Hilir (Kabupaten Indragiri Hilir), 21 Februari 2030, 180 hari lagi.");
        (await host.NotificationsOf("head.riau")).Select(each => each.Text("institution")).Should().BeEquivalentTo([null, "14.04"]);
        await host.End(agreement, new(2029, 9, 30));
        host.BeginDay("2029-11-23");
        (await host.Remind()).Should().Be(0);
    }

    [Test]
    public async Task The_day_is_that_of_the_office()
    {
        await using var host = await Fresh();
        await host.GivenAgreement(new(2030, 2, 21));

        host.Clock.Set(new(2029, 8, 24, 16, 59, 59, TimeSpan.Zero));
        (await host.Remind()).Should().Be(0, "in Riau it is still the 24th");
        host.Clock.Set(new(2029, 8, 24, 17, 0, 0, TimeSpan.Zero));
        (await host.Remind()).Should().Be(2);
    }

    [Test]
    public async Task Each_account_marks_for_itself_what_it_has_read()
    {
        await using var host = await Fresh();
        host.BeginDay("2024-03-24");
        await host.GivenCorrectiveAction();
        await host.Remind();
        var reading = $"{Reminding.Notifications}/{(await host.NotificationsOf("liaison.14.04")).Single().Text("id")}/reading";

        var first = (await host.SendAs("liaison.14.04", HttpMethod.Put, reading)).Ok();
        host.BeginDay("2024-03-25");
        (await host.SendAs("liaison.14.04", HttpMethod.Put, reading)).Ok().Text("readAt").Should().Be(first.Text("readAt")).And.Be("2024-03-24T05:00:00Z");
        (await host.NotificationsOf("liaison.14.04", "?unread=true")).Should().BeEmpty();
        (await host.NotificationsOf("head.riau", "?unread=true")).Should().ContainSingle();
        (await host.SendAs("liaison.14.01", HttpMethod.Put, reading)).Problem(404, "notFound");
        (await host.SendAs("verifier", HttpMethod.Put, reading)).Problem(404, "notFound");
    }

    [Test]
    public async Task The_list_is_newest_first_pages_and_speaks_both_languages()
    {
        await using var host = await Fresh();
        host.BeginDay("2024-03-01");
        await host.GivenCorrectiveAction();

        foreach (var day in new[] { "2024-03-01", "2024-03-24", "2024-04-01" })
        {
            host.BeginDay(day);
            await host.Remind();
        }

        var first = (await host.SendAs("liaison.14.04", HttpMethod.Get, $"{Reminding.Notifications}?limit=2", null, ("Accept-Language", "en"))).Ok();
        var second = (await host.SendAs("liaison.14.04", HttpMethod.Get, $"{Reminding.Notifications}?limit=2&cursor={first.Text("next")}")).Ok();
        first.Items().Concat(second.Items()).Select(each => each.Text("day")).Should().Equal("2024-04-01", "2024-03-24", "2024-03-01");
        first.Items()[0].Text("text").Should().Be("Corrective action: Pasang jalur landai di pintu masuk. (Kabupaten Indragiri Hilir), 31 March 2024, 1 day ago.");
        second.Items().Single().Text("text").Should().EndWith("30 hari lagi.");
    }

    [Test]
    public async Task Instances_that_remind_at_once_tell_nothing_twice()
    {
        await using var host = await Fresh();
        host.BeginDay("2024-04-08");
        await host.GivenCorrectiveAction();
        await host.GivenContacts();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RemindOrLose(host)));
        await RemindOrLose(host);

        (await host.NotificationsOf("liaison.14.04")).Select(each => each.Number("step")).Should().BeEquivalentTo([1, 7]);
        (await host.OutboxOf()).Select(each => each.Text("address")).Should().Equal("bupati@inhil.example");
    }

    /// <summary>What is lost to another instance is tried again the next time.</summary>
    private static async Task RemindOrLose(ApiHost host)
    {
        try
        {
            await host.Remind();
        }
        catch (Domain.Common.DomainException refusal) when (refusal.Error == ConcurrencyErrors.ChangedMeanwhile)
        {
            // As the program itself does.
        }
    }
}

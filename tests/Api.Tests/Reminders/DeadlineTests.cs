using Ical.Net;

namespace Compliance.Api.Tests.Reminders;

/// <summary>What was promised under an agreement is told of like what the Ombudsman demands, to whoever answers for it.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class DeadlineTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task The_post_that_answers_for_a_commitment_hears_of_its_deadlines()
    {
        await using var host = await Fresh();
        host.BeginDay("2024-03-01");
        await host.GivenContacts(posts: [.. Reminding.Posts, new { post = "personInCharge", email = "sekretariat@inhil.example" }]);
        await GivenCommitments(host, await host.GivenAgreement(new(2028, 2, 21)));

        host.BeginDay("2024-06-23");
        (await host.Remind()).Should().Be(2);
        (await host.NotificationsOf("liaison.14.04")).Should().OnlyContain(each => each.Text("kind") == "deadline");
        (await host.OutboxOf()).Select(each => (each.Text("address"), each.Text("subject"))).Should().BeEquivalentTo(new[]
        {
            ("dpmptsp@inhil.example", "Pengingat tindak lanjut 23 Juni 2024: 2 hal"), ("sekretariat@inhil.example", "Pengingat tindak lanjut 23 Juni 2024: 1 hal"),
        });
    }

    [Test]
    public async Task Nothing_is_told_under_an_agreement_that_was_terminated()
    {
        await using var host = await Fresh();
        host.BeginDay("2024-03-01");
        var agreement = await host.GivenAgreement(new(2028, 2, 21));
        await GivenCommitments(host, agreement);
        await host.End(agreement, new(2024, 5, 1));

        host.BeginDay("2024-07-30");
        (await host.Remind()).Should().Be(0);
    }

    [Test]
    public async Task The_calendar_holds_each_deadline()
    {
        await using var host = await Fresh();
        host.BeginDay("2024-03-01");
        await GivenCommitments(host, await host.GivenAgreement(new(2028, 2, 21)));

        Calendar.Load((await host.SendAs("liaison.14.04", HttpMethod.Get, $"{Api}/calendar.ics")).Text)!.Events.Select(each => each.Summary)
            .Should().BeEquivalentTo("Tenggat komitmen: Pasang jalur landai.", "Tenggat komitmen: Umumkan tarif.");
    }

    /// <summary>Both due on 30 June 2024: one of a post that has a contact, one of a post that has none.</summary>
    private static async Task GivenCommitments(ApiHost host, Domain.Agreements.AgreementId agreement)
    {
        foreach (var (title, post) in new[] { ("Pasang jalur landai.", "Kepala DPMPTSP"), ("Umumkan tarif.", "Camat Tembilahan") })
        {
            var body = new { title, obligated = new { institution = "14.04" }, personInCharge = post, dueOn = "2024-06-30" };
            (await host.SendAs("head.riau", HttpMethod.Post, $"{Api}/agreements/{agreement.Value}/commitments", JsonContent.Create(body))).Status.Should().Be(HttpStatusCode.Created, host.Log.Text);
        }
    }
}

using Compliance.Application.Reminders;
using Compliance.Domain.Contacts;
using Compliance.Domain.Obligations;
using Compliance.Domain.Reminders;

namespace Compliance.Application.Tests.Reminders;

public sealed class ReminderSettingsTests
{
    [Test]
    public void Without_settings_the_usual_steps_hold()
    {
        ReminderSettings.Usual.RuleOf(ObligationKind.CorrectiveAction).Steps.Should().BeEquivalentTo(EscalationRule.OfDuties.Steps);
        ReminderSettings.Usual.RuleOf(ObligationKind.Deadline).Steps.Should().BeEquivalentTo(EscalationRule.OfDuties.Steps);
        ReminderSettings.Usual.RuleOf(ObligationKind.AgreementEnd).Steps.Should().BeEquivalentTo(EscalationRule.OfAgreementEnds.Steps);
    }

    [Test]
    public void What_is_set_replaces_the_days_of_that_post_alone_and_nothing_tells_it_nothing()
    {
        var settings = ReminderSettings.Of(name => name switch { "PersonInCharge" => "-14, 0", "HeadOffice" => "", _ => null }, null, null);

        settings.Duties.Steps.Should().BeEquivalentTo(new EscalationStep[]
        {
            new(-14, ContactPost.PersonInCharge), new(0, ContactPost.PersonInCharge),
            new(-1, ContactPost.HeadOfAgency), new(1, ContactPost.HeadOfAgency), new(7, ContactPost.RegionalSecretary),
        });
    }

    [TestCase("soon")]
    [TestCase("1;2")]
    [TestCase("-4000")]
    public void Days_that_are_none_stop_the_start_by_their_name(string days) =>
        FluentActions.Invoking(() => ReminderSettings.Of(name => name == "HeadOfAgency" ? days : null, null, null))
            .Should().Throw<InvalidOperationException>().WithMessage($"Reminders:HeadOfAgency holds '{days}'*");

    [Test]
    public void The_program_does_not_look_never() =>
        FluentActions.Invoking(() => ReminderSettings.Of(_ => null, 0, null)).Should().Throw<InvalidOperationException>().WithMessage("Reminders:EverySeconds*");
}

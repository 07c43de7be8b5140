using Compliance.Application.Access;
using Compliance.Application.Accounts;
using Compliance.Application.Assessments;
using Compliance.Application.Common;
using Compliance.Application.Contacts;
using Compliance.Application.SecondScorings;
using Compliance.Domain.Contacts;
using Compliance.Domain.Instruments;
using FluentValidation;
using MimeKit;

namespace Compliance.Application.Tests.Common;

/// <summary>Whatever is taken as an address can be sent to, wherever it enters.</summary>
public sealed class EmailAddressTests
{
    private const string Good = "dpmptsp.inhil+tindak-lanjut@inhilkab.go.id";

    private static readonly string[] wrong =
    [
        "", " ", "dpmptsp", "@inhil.example", "dpmptsp@", "a@b@c.example", "a@@b.example", "a..b@c.example", ".a@b.example", "a.@b.example", "a@b..example",
        "a@.example", "a@-b.example", "a@b_.example.", "Kepala <dpmptsp@inhil.example>", "<dpmptsp@inhil.example>", "dpmptsp@inhil.example>",
        "dpmptsp@inhil.example> SIZE=1", "dpmptsp@inhil.example SIZE=1", "dpmptsp@inhil.example NOTIFY=NEVER", "a b@c.example", "a@b .example", "\"a b\"@c.example",
        "\"a\"@c.example", "a(b)@c.example", "a@b.example (kantor)", "a@b.example,c@d.example", "a@b.example;", "pos: a@b.example;", "a@[127.0.0.1]", "a@127.0.0.1",
        "a@[IPv6:::1]", "a@b.example\u00a0c", "dpmptsp@inhil\u3002example", "pos@kémenpan.example", "pös@kemenpan.example", "a\u200b@b.example", "=?utf-8?q?a?=@b.example>",
        "@relay.example:a@b.example", "mailto:a@b.example", "a\\@b.example", $"{new string('a', 65)}@b.example", $"a@{new string('b', 64)}.example",
    ];

    /// <summary>Every request or part of one that takes an address, by the member that does.</summary>
    private static readonly Dictionary<string, Func<string, Task>> doors = new()
    {
        ["InviteUser.Email"] = given => UseCases.Send(new InviteUser(null, given, null, [])),
        ["ContactInput.Email"] = given => UseCases.Send(new PutContacts(new("14.04", null), ExpectedVersions.Any, [new(ContactPost.HeadOfAgency, null, given, null)])),
        ["PlanAssessments.Assessor"] = given => UseCases.Send(new PlanAssessments(2023, [Guid.Empty], given)),
        ["FrameRow.Assessor"] = given => UseCases.Send(new PlanAssessments(2023, null, null, null, [new(Guid.NewGuid(), null, null, given, null, null)])),
        ["AssignAssessment.Assessor"] = given => UseCases.Send(new AssignAssessment(Guid.Empty, ExpectedVersions.Any, given, null)),
        ["AssignAssessments.Assessor"] = given => UseCases.Send(new AssignAssessments(2023, [Guid.Empty], given, null)),
        ["TechniqueInput.Assessor"] = given => UseCases.Send(new AssignAssessment(Guid.Empty, ExpectedVersions.Any, null, [new(Technique.Document, given)])),
        ["AssignSecondScoring.Scorer"] = given => UseCases.Send(new AssignSecondScoring(Guid.Empty, ExpectedVersions.Any, given)),
    };

    /// <summary>They look for an address that is already stored, also for one that was stored before it was checked as strictly.</summary>
    private static readonly string[] lookUps = ["SignIn.Email", "EraseAccount.Email", "ListUsers.Email", "ListAssessments.Assessor"];

    /// <summary>What a handler makes of the members of its request.</summary>
    private const string Inside = "AssignmentInput.Assessor";

    [TestCaseSource(nameof(wrong))]
    public void What_no_message_can_be_sent_to_is_no_address(string text) => EmailAddress.Of(text).Should().BeNull();

    [TestCase(Good)]
    [TestCase("a@b")]
    [TestCase("o'hara_1!#$%&*/=?^`{|}~@xn--kmenpan-dya.example")]
    [TestCase("A@B.EXAMPLE")]
    [TestCase("1@1.id")]
    public void An_address_stays_as_it_is_and_the_library_that_sends_reads_the_same(string text)
    {
        EmailAddress.Of(text)!.Value.Text.Should().Be(text);
        EmailAddress.Of($" {text} ")!.Value.Text.Should().Be(text);
        MailboxAddress.Parse(text).GetAddress(idnEncode: true).Should().Be(text);
    }

    [Test]
    public void It_is_as_long_as_SMTP_allows()
    {
        var label = new string('b', 63);
        var longest = $"{new string('a', 64)}@{label}.{label}.{label[..61]}";

        (longest.Length, EmailAddress.Of(longest)?.Text).Should().Be((EmailAddress.Length, longest));
        EmailAddress.Of($"{longest}b").Should().BeNull();
    }

    [Test]
    public async Task Every_door_refuses_them()
    {
        foreach (var (door, send) in doors)
        {
            foreach (var text in wrong)
            {
                var refusal = await FluentActions.Awaiting(() => send(text)).Should().ThrowAsync<ValidationException>("{0} takes '{1}'", door, text);
                refusal.Which.Errors.Should().Contain(error => error.ErrorCode == "notAnEmail", "{0} takes '{1}'", door, text);
            }
        }
    }

    [Test]
    public async Task Every_door_takes_one_that_is_right()
    {
        foreach (var (door, send) in doors.Where(door => door.Key is not "InviteUser.Email" and not "ContactInput.Email"))
        {
            var problem = await FluentActions.Awaiting(() => send(Good)).Should().ThrowAsync<Exception>();
            problem.Which.Should().NotBeOfType<ValidationException>(door);
        }
    }

    [Test]
    public void There_is_no_other_door() =>
        typeof(EmailAddress).Assembly.GetTypes()
            .Where(type => type is { IsPublic: true, IsClass: true } && type.GetMethod("<Clone>$") is not null && IsSent(type))
            .SelectMany(type => type.GetProperties().Where(IsAddress).Select(property => $"{type.Name}.{property.Name}"))
            .Should().BeEquivalentTo([.. doors.Keys, .. lookUps, Inside]);

    [TestCase("Kepala <dpmptsp@inhil.example>")]
    [TestCase("a@b.example> SIZE=1")]
    public void An_issuer_s_claim_is_left_out_unless_it_is_one(string claim)
    {
        new ExternalIdentity("https://issuer.example", "7", [], SecondFactor: false) { Email = claim }.Email.Should().BeNull();
        new ExternalIdentity("https://issuer.example", "7", [], SecondFactor: false) { Email = Good }.Email.Should().Be(Good);
    }

    private static bool IsAddress(System.Reflection.PropertyInfo property) =>
        property.PropertyType == typeof(string) && property.Name is "Email" or "Assessor" or "Scorer" or "Address" or "Recipient" or "To";

    /// <summary>A request, or a part of one.</summary>
    private static bool IsSent(Type type) =>
        type.GetInterfaces().Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IRequest<>))
        || type.Name.EndsWith("Input", StringComparison.Ordinal) || type.Name.EndsWith("Row", StringComparison.Ordinal);
}

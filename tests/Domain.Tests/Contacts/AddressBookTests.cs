using Compliance.Domain.Access;
using Compliance.Domain.Calendars;
using Compliance.Domain.Contacts;

namespace Compliance.Domain.Tests.Contacts;

public sealed class AddressBookTests
{
    private static readonly Contact Anybody = new(ContactPost.PersonInCharge, "sekretariat@inhil.example", Language.Indonesian);
    private static readonly Contact Named = new(ContactPost.PersonInCharge, "dpmptsp@inhil.example", Language.Indonesian, "Kepala DPMPTSP");
    private static readonly Contact Head = new(ContactPost.HeadOfAgency, "bupati@inhil.example", Language.Indonesian, "Bupati");

    [Test]
    public void Whoever_has_the_title_is_told_and_else_those_of_the_post()
    {
        var book = Book(Anybody, Named, Head);

        book.For(ContactPost.PersonInCharge, "kepala dpm-ptsp").Should().Equal(Named);
        book.For(ContactPost.PersonInCharge, "Camat Tembilahan").Should().Equal(Anybody, Named);
        book.For(ContactPost.HeadOfAgency, "Kepala DPMPTSP").Should().Equal(Head);
        book.For(ContactPost.RegionalSecretary, null).Should().BeEmpty();
    }

    [Test]
    public void The_same_contacts_again_change_nothing_and_one_named_twice_is_refused()
    {
        var book = Book(Named, Head);
        book.Replace([Named, Head]);
        book.Version.Should().Be(2);

        var refusal = FluentActions.Invoking(() => book.Replace([Named, Head, Named])).Should().Throw<DomainException>().Which;
        (refusal.Error, refusal.Faults.Single()).Should().Be((ContactErrors.ContactsRefused, ContactErrors.ContactTwice.At("/contacts/2")));
        book.Contacts.Should().Equal(Named, Head);
    }

    [Test]
    public void A_feed_leaves_of_its_owners_grants_what_it_shows_and_no_more()
    {
        var ofOffice = Feed(null, "14");
        var ofInstitution = Feed("14.04", null);
        Grant[] grants =
        [
            new(Role.Administrator), new(Role.OfficeHead, "14"), new(Role.OfficeHead, "13"), new(Role.Liaison, Institution: "14.04"), new(Role.Assessor, "14"),
        ];

        ofOffice.GrantsWithin(grants, null).Should().Equal(new Grant(Role.Administrator, "14"), new(Role.OfficeHead, "14"));
        ofInstitution.GrantsWithin(grants, "14").Should().Equal(
            new Grant(Role.Administrator, Institution: "14.04"), new(Role.OfficeHead, Institution: "14.04"), new(Role.Liaison, Institution: "14.04"));
        ofInstitution.GrantsWithin([new(Role.Liaison, Institution: "14.01")], "14").Should().BeEmpty();
    }

    private static AddressBook Book(params Contact[] contacts)
    {
        var book = new AddressBook("institutions/14.04");
        book.Replace(contacts);

        return book;
    }

    private static CalendarFeed Feed(string? institution, string? office) => new(
        CalendarFeedId.From(Guid.Empty), AccountId.From(Guid.Empty), institution, office, "", DateTimeOffset.UnixEpoch);
}

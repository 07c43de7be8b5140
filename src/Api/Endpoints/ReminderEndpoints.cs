using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Common;
using Compliance.Application.Contacts;
using Compliance.Application.Reminders;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Contacts;
using Compliance.Domain.Reminders;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class ReminderEndpoints
{
    private const string Tag = "Reminders";

    public static void MapReminders(this IEndpointRouteBuilder routes)
    {
        var notifications = routes.MapGroup("/notifications").WithTags(Tag);
        notifications.MapGet("", List).WithName("listNotifications").Sends<ListNotifications>()
            .WithSummary("List your own notifications, newest first")
            .Takes("unread", "true: only notifications that the caller has not marked as read.");
        notifications.MapPut("/{id:guid}/reading", MarkRead).WithName("readNotification").Sends<ReadNotification>()
            .WithSummary("Mark a notification as read")
            .Takes("id", "The id of the notification.")
            .Refuses(HttpRefusals.NotFound)
            .Refuses(ConcurrencyErrors.ChangedMeanwhile);
        routes.MapGet("/outbox", ListOutbox).WithName("listOutbox").WithTags(Tag).Sends<ListOutbox>()
            .WithSummary("List outgoing messages")
            .TakesOneOf<OutboxState>("state", "The state of the message");
        var ofInstitution = routes.MapGroup("/institutions/{code}/contacts").WithTags(Tag)
            .Takes("code", ParameterTexts.Institution)
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(HttpRefusals.NotFound);
        ofInstitution.MapGet("", GetOfInstitution).WithName("getInstitutionContacts").Sends<GetContacts>()
            .WithSummary("Read the contacts of an institution");
        ofInstitution.MapPut("", PutOfInstitution).WithName("putInstitutionContacts").Sends<PutContacts>()
            .WithSummary("Replace the contacts of an institution")
            .TakesContacts();
        var ofOffice = routes.MapGroup("/offices/{office}/contacts").WithTags(Tag)
            .Takes("office", ParameterTexts.Office)
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(HttpRefusals.NotFound);
        ofOffice.MapGet("", GetOfOffice).WithName("getOfficeContacts").Sends<GetContacts>().WithSummary("Read the contacts of an office");
        ofOffice.MapPut("", PutOfOffice).WithName("putOfficeContacts").Sends<PutContacts>()
            .WithSummary("Replace the contacts of an office")
            .TakesContacts();
    }

    private static RouteHandlerBuilder TakesContacts(this RouteHandlerBuilder endpoint) => endpoint
        .TakesJson().TakesIfMatch()
        .Refuses(ContactErrors.ContactsRefused, ContactErrors.ContactTwice);

    private static async Task<Document<Page<NotificationLine>>> List(
        string? unread, string? limit, string? cursor, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListNotifications(query.Flag(nameof(unread), unread), http.ReaderLanguage(), query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Ok<NotificationLine>> MarkRead(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadNotification(id, http.ReaderLanguage()), cancellationToken));

    private static async Task<Document<Page<OutboxLine>>> ListOutbox(
        string? state, string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListOutbox(query.OneOf<OutboxState>(nameof(state), state), query.Paging(limit, cursor));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static Task<Document<ContactsDetails>> GetOfInstitution(string code, IMediator mediator, CancellationToken cancellationToken) =>
        Get(new(code, null), mediator, cancellationToken);

    private static Task<Document<ContactsDetails>> GetOfOffice(string office, IMediator mediator, CancellationToken cancellationToken) =>
        Get(new(null, office), mediator, cancellationToken);

    private static Task<Document<ContactsDetails>> PutOfInstitution(
        string code, ContactsBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Put(new(code, null), body, http, mediator, cancellationToken);

    private static Task<Document<ContactsDetails>> PutOfOffice(
        string office, ContactsBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Put(new(null, office), body, http, mediator, cancellationToken);

    private static async Task<Document<ContactsDetails>> Get(ContactsOf of, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new GetContacts(of), cancellationToken));

    private static async Task<Document<ContactsDetails>> Put(
        ContactsOf of, ContactsBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new PutContacts(of, http.ExpectedVersions(), body.Contacts), cancellationToken));

    private static Document<ContactsDetails> Show(ContactsDetails details) => Document.Versioned(details, details.Version);
}

internal sealed record ContactsBody(IReadOnlyList<ContactInput>? Contacts);

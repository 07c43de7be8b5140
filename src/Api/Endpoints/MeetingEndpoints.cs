using Compliance.Api.Callers;
using Compliance.Api.Documents;
using Compliance.Api.Refusals;
using Compliance.Api.Requests;
using Compliance.Application.Common;
using Compliance.Application.EvaluationMeetings;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.EvaluationMeetings;
using Compliance.Domain.Instruments;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Compliance.Api.Endpoints;

internal static class MeetingEndpoints
{
    private const string Tag = "Following up";

    public static void MapMeetings(this IEndpointRouteBuilder routes)
    {
        var ofInstitution = routes.MapGroup("/institutions/{code}/evaluation-meetings").WithTags(Tag)
            .Takes("code", ParameterTexts.Institution)
            .Refuses(HttpRefusals.NotFound);
        ofInstitution.MapGet("", List).WithName("listMeetings").Sends<ListMeetings>()
            .WithSummary("List the evaluation meetings of an institution, newest first");
        ofInstitution.MapPost("", Record).WithName("recordMeeting").Sends<RecordMeeting>()
            .WithSummary("Record an evaluation meeting")
            .WithDescription("Attendees are named by role and post only.")
            .TakesJson()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(ConcurrencyErrors.IdTaken)
            .Refuses(EvaluationMeetingErrors.MeetingRefused, CorrectiveActionErrors.UnitOfAnother, EvaluationMeetingErrors.DueBeforeMeeting, AssessmentYear.OutOfRange)
            .TakesIdempotencyKey();
        var meeting = routes.MapGroup("/evaluation-meetings/{id:guid}").WithTags(Tag)
            .Takes("id", "The id of the evaluation meeting.")
            .Refuses(HttpRefusals.NotFound);
        meeting.MapGet("", Get).WithName("getMeeting").Sends<GetMeeting>().WithSummary("Read an evaluation meeting");
        meeting.MapPut("", Correct).WithName("correctMeeting").Sends<CorrectMeeting>()
            .WithSummary("Replace the record of an evaluation meeting")
            .TakesJson().TakesIfMatch()
            .Refuses(AccessErrors.OutsideScope)
            .Refuses(EvaluationMeetingErrors.MeetingRefused, CorrectiveActionErrors.UnitOfAnother, EvaluationMeetingErrors.DueBeforeMeeting, AssessmentYear.OutOfRange);
    }

    private static async Task<Document<Page<MeetingDetails>>> List(
        string code, string? limit, string? cursor, IMediator mediator, CancellationToken cancellationToken)
    {
        var query = new QueryParser();
        var request = new ListMeetings(code, query.Paging(limit, cursor, parts: 2));
        query.Check();

        return Document.Of(await mediator.Send(request, cancellationToken));
    }

    private static async Task<Created<MeetingDetails>> Record(
        string code, MeetingBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var recorded = await mediator.Send(new RecordMeeting(code, body.Id, body.Meeting), cancellationToken);
        http.Response.Headers.ETag = Versions.ToETag(recorded.Version);

        return TypedResults.Created($"/api/v1/evaluation-meetings/{recorded.Id}", recorded);
    }

    private static async Task<Document<MeetingDetails>> Get(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new GetMeeting(id), cancellationToken));

    private static async Task<Document<MeetingDetails>> Correct(
        Guid id, MeetingInput body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Show(await mediator.Send(new CorrectMeeting(id, http.ExpectedVersions(), body), cancellationToken));

    /// <summary>The allowed actions change without the version.</summary>
    private static Document<MeetingDetails> Show(MeetingDetails details) => Document.Changing(details, details.Version);
}

internal sealed record MeetingBody(
    Guid? Id,
    int? Year,
    DateOnly? On,
    string? Place,
    IReadOnlyList<AttendeesInput>? Attendees,
    IReadOnlyList<Guid>? Units,
    IReadOnlyList<Theme>? Themes,
    string? Notes,
    IReadOnlyList<AgreedActionInput>? Actions)
{
    internal MeetingInput Meeting => new(Year, On, Place, Attendees, Units, Themes, Notes, Actions);
}

using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Application.Instruments;
using Compliance.Application.Results;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Institutions;

namespace Compliance.Application.ReportCards;

/// <summary>Explains an announced result and its consequences in plain words.</summary>
[ForEveryone]
public sealed record GetReportCard(string Institution, int Year, Language Language) : IRequest<ReportCard>;

internal sealed class GetReportCardHandler(IComplianceDb db, InstrumentLibrary library, TimeProvider clock) : IRequestHandler<GetReportCard, ReportCard>
{
    public async Task<ReportCard> Handle(GetReportCard request, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.LoadByCode(request.Institution, cancellationToken);
        var rows = await db.WithNames(db.Current().Where(result => result.InstitutionId == institution.Id && result.Year <= request.Year))
            .ToListAsync(cancellationToken);
        var years = rows.Where(row => row.Result.UnitId is null).OrderBy(row => row.Result.Year).ToList();

        if (years.Count == 0 || years[^1].Result.Year != request.Year)
        {
            throw new NotFoundException(ResourceKind.Result, $"{request.Institution}/{request.Year}");
        }

        var instruments = await library.Of(db, rows.Select(row => row.Result.Instrument), cancellationToken);

        return await Show(institution, years, rows, new(instruments, request.Language), cancellationToken);
    }

    private async Task<ReportCard> Show(
        Institution institution, IReadOnlyList<ResultRow> years, IReadOnlyList<ResultRow> rows, ReportCardPresenter presenter, CancellationToken cancellationToken)
    {
        var row = years[^1];
        var (year, instrument, words) = (row.Result.Year, presenter.InstrumentOf(row), presenter.Words);
        var units = rows.Where(each => each.Result.UnitId is not null && each.Result.Year == year).ToList();
        var ranks = new YearRanks(await db.OfYear(year).Where(each => each.Kind == institution.Kind).ToListAsync(cancellationToken));
        var clearance = (await db.Resolutions([institution.Id], cancellationToken)).Of(row.Result);
        var outcomes = await db.IndicatorResultsOf(institution.Id, year, cancellationToken);

        return new(
            new(institution.Code, institution.Name, institution.Kind, institution.Province),
            year,
            words.Title(institution.Name, year),
            [.. words.About(instrument)],
            presenter.Summary(row, ranks.Of(row.Result)),
            presenter.Outcome(row),
            ranks.Of(row.Result),
            presenter.Units(units),
            presenter.Comparison(years),
            presenter.Trend(years),
            presenter.Findings(instrument, outcomes),
            await OpenActions(institution, cancellationToken),
            new(clearance.Status, clearance.OpenActions, clearance.ReleasedOn),
            words.Clearance(clearance),
            await Meetings(institution, year, words, cancellationToken),
            await Reply(institution, year, cancellationToken),
            ResultPresenter.MetaOf([row, .. units]));
    }

    /// <summary>Only the day and the topics are public.</summary>
    private async Task<IReadOnlyList<CardMeeting>> Meetings(Institution institution, int year, ReportCardWords words, CancellationToken cancellationToken)
    {
        var meetings = await db.EvaluationMeetings.IgnoreQueryFilters().AsNoTracking()
            .Where(meeting => meeting.InstitutionId == institution.Id && meeting.Year == year)
            .OrderBy(meeting => meeting.On).ThenBy(meeting => meeting.Id)
            .ToListAsync(cancellationToken);

        return [.. meetings.Select(meeting => new CardMeeting(meeting.On, [.. meeting.Themes.Select(words.NameOf)]))];
    }

    private async Task<CardReply?> Reply(Institution institution, int year, CancellationToken cancellationToken)
    {
        var reply = await db.Replies.AsNoTracking()
            .SingleOrDefaultAsync(each => each.InstitutionId == institution.Id && each.Year == year, cancellationToken);

        return reply?.Accepted.FirstOrDefault() is { } text ? new(text.Text, text.Number, text.ModeratedAt!.Value) : null;
    }

    /// <summary>Public, without persons, reports and proof; so the query filters are ignored.</summary>
    private async Task<IReadOnlyList<CardAction>> OpenActions(Institution institution, CancellationToken cancellationToken)
    {
        var today = IndonesianTime.DayOf(clock.GetUtcNow());
        var open = await db.CorrectiveActions.IgnoreQueryFilters().AsNoTracking()
            .Where(action => action.InstitutionId == institution.Id && action.Status != CorrectiveActionStatus.Resolved)
            .OrderBy(action => action.DueOn).ThenBy(action => action.Id)
            .ToListAsync(cancellationToken);

        return
        [
            .. open.Select(action => new CardAction(
                action.Kind, new(action.DocumentNumber, action.DocumentDate), action.Title, action.DueOn, action.Status, action.IsLateOn(today))),
        ];
    }
}

using Compliance.Domain.Agreements;

namespace Compliance.Application.Agreements;

public enum TimelineKind
{
    Step,
    Signed,
    TookEffect,
    Document,
    Extended,
    Ends,
    Terminated,
}

/// <param name="Date">A day of the responsible office's calendar; in the future for planned events.</param>
/// <param name="Text">In the requested language.</param>
/// <param name="Reference">The document, or the agreement that extends this one.</param>
public sealed record TimelineEvent(TimelineKind Kind, DateOnly Date, string Text, Guid? Reference);

internal static class TimelineEvents
{
    private static readonly Dictionary<FormationStage, LocalizedText> stages = new()
    {
        [FormationStage.Proposal] = new("Usulan", "Proposal"),
        [FormationStage.Plenary] = new("Rapat pleno", "Plenary"),
        [FormationStage.ChairDecision] = new("Keputusan Ketua", "Decision by the Chair"),
        [FormationStage.Exploration] = new("Penjajakan", "Exploration"),
        [FormationStage.Negotiation] = new("Perundingan", "Negotiation"),
        [FormationStage.Drafting] = new("Penyusunan naskah", "Drafting"),
    };

    public static IReadOnlyList<TimelineEvent> Of(
        Agreement agreement, IEnumerable<AgreementDocument> documents, IEnumerable<Agreement> extensions, Language language) =>
    [
        .. All(agreement, documents, extensions)
            .OrderBy(each => each.Date)
            .ThenBy(each => each.Kind)
            .Select(each => new TimelineEvent(each.Kind, each.Date, each.Text.In(language), each.Reference)),
    ];

    private static IEnumerable<(TimelineKind Kind, DateOnly Date, LocalizedText Text, Guid? Reference)> All(
        Agreement agreement, IEnumerable<AgreementDocument> documents, IEnumerable<Agreement> extensions)
    {
        foreach (var step in agreement.Steps.Where(step => step.Stage != FormationStage.Signing))
        {
            yield return (TimelineKind.Step, step.On, stages[step.Stage], null);
        }

        foreach (var document in documents)
        {
            var (id, en) = document.Replaces is null ? ("Dokumen", "Document") : ("Dokumen pengganti", "Replacement document");

            yield return (TimelineKind.Document, agreement.DayOf(document.AddedAt), new($"{id}: {document.Title}", $"{en}: {document.Title}"), document.Id.Value);
        }

        foreach (var extension in extensions.Where(each => each.SignedOn is not null))
        {
            yield return (
                TimelineKind.Extended,
                extension.SignedOn!.Value,
                new($"Perpanjangan ditandatangani: {extension.Title}", $"Extension signed: {extension.Title}"),
                extension.Id.Value);
        }

        foreach (var (kind, date, text) in OfTerm(agreement))
        {
            yield return (kind, date, text, null);
        }
    }

    private static IEnumerable<(TimelineKind Kind, DateOnly Date, LocalizedText Text)> OfTerm(Agreement agreement)
    {
        if (agreement.Term is { } term)
        {
            yield return (TimelineKind.Signed, term.SignedOn, new("Ditandatangani", "Signed"));
        }

        if (agreement.InForce is { } days)
        {
            yield return (TimelineKind.TookEffect, days.EffectiveFrom, new("Hari pertama berlaku", "First day in force"));
            yield return (TimelineKind.Ends, days.EffectiveTo, new("Hari terakhir berlaku", "Last day in force"));
        }

        if (agreement is { TerminatedOn: { } ended, TerminationReason: { } reason })
        {
            yield return (TimelineKind.Terminated, ended, new($"Diakhiri: {reason}", $"Terminated: {reason}"));
        }
    }
}

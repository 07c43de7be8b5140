namespace Compliance.Domain.Audit;

/// <summary>
/// Compares personal data with the commitments of the payloads. Missing data may have been erased, which
/// a later entry can record; so it is reported only at the end.
/// </summary>
internal sealed class PersonalDataVerifier
{
    private const string Accounts = "accounts/";

    private readonly Dictionary<string, DateTimeOffset> erased = [];
    private readonly Dictionary<string, PriorityQueue<(string Resource, int Sequence), DateTimeOffset>> missing = [];

    public AuditDefect? Check(AuditEntry entry, Payload payload, IReadOnlyList<PersonalData> personal)
    {
        NoteErasure(entry);
        var subjects = personal.Select(data => data.Subject).ToHashSet();

        foreach (var subject in payload.Personal.Keys.Where(subject => !subjects.Contains(subject)))
        {
            NoteMissing(subject, entry);
        }

        if (subjects.Count < personal.Count || personal.Any(data => data.EntryId != entry.Id || !payload.Personal.ContainsKey(data.Subject)))
        {
            return AuditDefect.PersonalDataUnknown(entry.Resource, entry.Sequence);
        }

        return personal.Any(data => data.TryCommit() is not { } commitment || commitment != payload.Personal[data.Subject])
            ? AuditDefect.PersonalDataChanged(entry.Resource, entry.Sequence)
            : null;
    }

    /// <summary>Returns missing data that no entry explains.</summary>
    public IEnumerable<AuditDefect> UnexplainedMissing() =>
        from subject in missing
        let excused = erased.TryGetValue(subject.Key, out var until) ? until : DateTimeOffset.MinValue
        from place in subject.Value.UnorderedItems
        where place.Priority > excused
        select AuditDefect.PersonalDataMissing(place.Element.Resource, place.Element.Sequence);

    private void NoteErasure(AuditEntry entry)
    {
        if (entry.UseCase == PersonalData.EraseAccount && entry.Resource.StartsWith(Accounts, StringComparison.Ordinal))
        {
            // An erased account stays erased, regardless of the timestamps of concurrent entries.
            AllowMissing(entry.Resource[Accounts.Length..], DateTimeOffset.MaxValue);
        }
        else if (entry.UseCase == PersonalData.PurgeOrigins)
        {
            AllowMissing(PersonalData.Anonymous, entry.At);
        }
    }

    private void AllowMissing(string subject, DateTimeOffset until)
    {
        if (!erased.TryGetValue(subject, out var known) || known < until)
        {
            erased[subject] = until;
        }
    }

    // Only the latest entry is kept: an erasure that explains it also explains the earlier ones.
    private void NoteMissing(string subject, AuditEntry entry)
    {
        if (!missing.TryGetValue(subject, out var places))
        {
            missing.Add(subject, places = new());
        }

        places.Enqueue((entry.Resource, entry.Sequence), entry.At);

        if (places.Count > AuditVerdict.MostBreaks)
        {
            places.Dequeue();
        }
    }
}

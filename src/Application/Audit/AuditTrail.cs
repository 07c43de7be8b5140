using System.Runtime.CompilerServices;
using System.Text.Json;
using Compliance.Domain.Audit;

namespace Compliance.Application.Audit;

/// <summary>
/// One part of the trail, in the order that the verifier expects: checkpoints, then each chain with its entries,
/// then personal data without an entry.
/// </summary>
internal sealed record TrailPart(Checkpoint? Checkpoint, AuditChain? Chain, AuditEntry? Entry, IReadOnlyList<PersonalData> Personal)
{
    public static TrailPart Of(Checkpoint checkpoint) => new(checkpoint, null, null, []);

    public static TrailPart Of(AuditChain chain) => new(null, chain, null, []);

    public static TrailPart Of(AuditEntry entry, IReadOnlyList<PersonalData> personal) => new(null, null, entry, personal);

    /// <summary>Personal data whose entry is missing; an intact trail has none.</summary>
    public static TrailPart OrphanedPersonalData(PersonalData personal) => new(null, null, null, [personal]);
}

/// <summary>Reads the trail in batches, so that memory use does not grow with it.</summary>
internal static class AuditTrail
{
    private const int Portion = 500;

    /// <param name="trusted">Every key that ever signed.</param>
    public static async Task<AuditVerdict> Verify(this IAsyncEnumerable<TrailPart> trail, IReadOnlyList<SigningKey> trusted, CancellationToken cancellationToken)
    {
        var verifier = new AuditVerifier(trusted, [.. trusted.Where(key => key.CanSign)]);
        var last = new TrailPart(null, null, null, []);

        try
        {
            await foreach (var part in trail.WithCancellation(cancellationToken))
            {
                Verify(verifier, part);
                last = part;
            }
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException or InvalidCastException or OverflowException)
        {
            // A column contains a value that the program never writes: such tampering must be reported, not abort the verification.
            var verdict = verifier.Finish();

            return verdict with { Intact = false, IsComplete = false, Breaks = [UnreadableAfter(last), .. verdict.Breaks.Take(AuditVerdict.MostBreaks - 1)] };
        }

        return verifier.Finish();
    }

    public static async IAsyncEnumerable<TrailPart> ReadTrail(this IComplianceDb db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var number = 0; ;)
        {
            var checkpoints = await db.Checkpoints.AsNoTracking().Where(each => each.Number > number)
                .OrderBy(each => each.Number).Take(Portion).ToListAsync(cancellationToken);

            foreach (var checkpoint in checkpoints)
            {
                yield return TrailPart.Of(checkpoint);
            }

            if (checkpoints.Count < Portion)
            {
                break;
            }

            number = checkpoints[^1].Number;
        }

        await using var chains = ReadChains(db, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var hasChain = await chains.MoveNextAsync();

        await foreach (var entry in ReadEntries(db, cancellationToken))
        {
            for (; hasChain && string.CompareOrdinal(chains.Current.Resource, entry.Entry!.Resource) <= 0; hasChain = await chains.MoveNextAsync())
            {
                yield return TrailPart.Of(chains.Current);
            }

            yield return entry;
        }

        for (; hasChain; hasChain = await chains.MoveNextAsync())
        {
            yield return TrailPart.Of(chains.Current);
        }

        var strays = db.PersonalData.AsNoTracking().Where(data => !db.AuditEntries.Any(entry => entry.Id == data.EntryId))
            .OrderBy(data => data.EntryId).ThenBy(data => data.Subject).Take(AuditVerdict.MostBreaks);

        foreach (var stray in await strays.ToListAsync(cancellationToken))
        {
            yield return TrailPart.OrphanedPersonalData(stray);
        }
    }

    private static AuditDefect UnreadableAfter(TrailPart last) => new(
        "unreadable",
        last.Entry?.Resource ?? last.Chain?.Resource ?? AuditDefect.Checkpoints,
        last.Entry?.Sequence ?? last.Checkpoint?.Number,
        new(
            "Setelah ini ada baris yang tidak dapat dibaca; baris-baris selanjutnya tidak diperiksa.",
            "A row after this one cannot be read; the rows that follow it were not checked."));

    private static void Verify(AuditVerifier verifier, TrailPart part)
    {
        if (part.Checkpoint is not null)
        {
            verifier.Checkpoint(part.Checkpoint);
        }
        else if (part.Chain is not null)
        {
            verifier.Chain(part.Chain);
        }
        else if (part.Entry is not null)
        {
            verifier.Entry(part.Entry, part.Personal);
        }
        else
        {
            verifier.OrphanedPersonalData(part.Personal[0]);
        }
    }

    private static async IAsyncEnumerable<AuditChain> ReadChains(IComplianceDb db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var last = ""; ;)
        {
            var chains = await db.AuditChains.AsNoTracking().Where(chain => chain.Resource.CompareTo(last) > 0)
                .OrderBy(chain => chain.Resource).Take(Portion).ToListAsync(cancellationToken);

            foreach (var chain in chains)
            {
                yield return chain;
            }

            if (chains.Count < Portion)
            {
                yield break;
            }

            last = chains[^1].Resource;
        }
    }

    private static async IAsyncEnumerable<TrailPart> ReadEntries(IComplianceDb db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var (resource, sequence) = ("", 0); ;)
        {
            var entries = await db.AuditEntries.AsNoTracking()
                .Where(entry => entry.Resource.CompareTo(resource) > 0 || (entry.Resource == resource && entry.Sequence > sequence))
                .OrderBy(entry => entry.Resource).ThenBy(entry => entry.Sequence).Take(Portion).ToListAsync(cancellationToken);
            var ids = entries.Select(entry => entry.Id).ToList();
            var personal = (await db.PersonalData.AsNoTracking().Where(data => ids.Contains(data.EntryId)).OrderBy(data => data.Subject).ToListAsync(cancellationToken))
                .ToLookup(data => data.EntryId);

            foreach (var entry in entries)
            {
                yield return TrailPart.Of(entry, [.. personal[entry.Id]]);
            }

            if (entries.Count < Portion)
            {
                yield break;
            }

            (resource, sequence) = (entries[^1].Resource, entries[^1].Sequence);
        }
    }
}

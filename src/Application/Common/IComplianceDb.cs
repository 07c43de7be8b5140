using Compliance.Domain.Assessments;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;

namespace Compliance.Application.Common;

/// <summary>The database as the use cases see it; one save is one transaction.</summary>
public interface IComplianceDb
{
    DbSet<Region> Regions { get; }

    DbSet<Institution> Institutions { get; }

    DbSet<ServiceUnit> ServiceUnits { get; }

    DbSet<PublishedInstrument> Instruments { get; }

    DbSet<Cycle> Cycles { get; }

    DbSet<Assessment> Assessments { get; }

    DbSet<SheetRow> Sheets { get; }

    DbSet<AnswerBatch> AnswerBatches { get; }

    DbSet<Result> Results { get; }

    DbSet<Publication> Publications { get; }

    DbSet<RepeatableAnswer> RepeatableAnswers { get; }

    /// <summary>
    /// Stores everything or nothing. Refuses with <see cref="Domain.Results.ResultErrors.ChangedMeanwhile"/>
    /// where another writer was faster.
    /// </summary>
    Task<int> SaveChangesAsync(CancellationToken cancellationToken);

    /// <summary>Forgets what was loaded, so that a refused change can be tried again on fresh data.</summary>
    void Forget();
}

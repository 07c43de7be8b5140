using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Cycles;
using Compliance.Domain.Instruments;
using Compliance.Domain.SecondScorings;
using Compliance.Infrastructure.Persistence.Auditing;
using Compliance.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Compliance.Infrastructure.Persistence.Configurations;

internal sealed class SecondScoringDrawConfiguration : IEntityTypeConfiguration<SecondScoringDraw>
{
    public void Configure(EntityTypeBuilder<SecondScoringDraw> draw)
    {
        draw.ToTable("second_scoring_draws").Audited(d => FormattableString.Invariant($"cycles/{d.Year}"));
        draw.HasKey(d => d.CycleId);
        draw.Property(d => d.CycleId).ValueGeneratedNever();
        draw.Property(d => d.Year);
        draw.Property(d => d.Seed).HasMaxLength(SecondScoringDraw.SeedLength);
        draw.Property(d => d.Version).IsConcurrencyToken();
        draw.HasOne<Cycle>().WithOne().HasForeignKey<SecondScoringDraw>(d => d.CycleId).OnDelete(DeleteBehavior.Restrict);
        draw.HasOne<Account>().WithMany().HasForeignKey(d => d.DrawnBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SecondScoringConfiguration : IEntityTypeConfiguration<SecondScoring>
{
    public void Configure(EntityTypeBuilder<SecondScoring> scoring)
    {
        scoring.ToTable("second_scorings").Audited(s => $"second-scorings/{s.Id.Value}");
        scoring.HasKey(s => s.Id);
        scoring.Property(s => s.Id).ValueGeneratedNever();
        scoring.Property(s => s.CycleId);
        scoring.Property(s => s.Year);
        scoring.Property(s => s.AssessmentId);
        scoring.Property(s => s.Answers).HasConversion(
            new JsonText<IReadOnlyList<Answer>>(StoredJson.Default.IReadOnlyListAnswer), new ReferenceComparer<IReadOnlyList<Answer>>());
        scoring.Property(s => s.FirstAnswers).HasConversion(
            new JsonText<IReadOnlyList<FirstAnswer>>(StoredJson.Default.IReadOnlyListFirstAnswer), new ReferenceComparer<IReadOnlyList<FirstAnswer>>()).NotAudited();
        scoring.Property(s => s.Version).IsConcurrencyToken();
        scoring.HasOne<Cycle>().WithMany().HasForeignKey(s => s.CycleId).OnDelete(DeleteBehavior.Restrict);
        scoring.HasOne<Assessment>().WithOne().HasForeignKey<SecondScoring>(s => s.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        scoring.HasOne<Account>().WithMany().HasForeignKey(s => s.ScorerId).OnDelete(DeleteBehavior.Restrict);
    }
}

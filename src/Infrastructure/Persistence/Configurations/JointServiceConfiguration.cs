using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Domain.JointServices;
using Compliance.Infrastructure.Persistence.Auditing;
using Compliance.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Compliance.Infrastructure.Persistence.Configurations;

internal sealed class JointServiceConfiguration : IEntityTypeConfiguration<JointService>
{
    private const string OwnerId = "JointServiceId";

    public void Configure(EntityTypeBuilder<JointService> service)
    {
        service.ToTable("joint_services").Audited(s => $"joint-services/{s.Id.Value}");
        service.HasKey(s => s.Id);
        service.Property(s => s.Id).ValueGeneratedNever();
        service.Property(s => s.Name).HasMaxLength(PlainText.NameLength);
        service.Property(s => s.Office).HasMaxLength(Lengths.Code);
        service.Property(s => s.Version).IsConcurrencyToken();
        service.Ignore(s => s.Content);
        service.HasOne<Institution>().WithMany().HasForeignKey(s => s.HostId).OnDelete(DeleteBehavior.Restrict);
        service.HasOne<Agreement>().WithMany().HasForeignKey(s => s.Spk).OnDelete(DeleteBehavior.Restrict);
        service.HasOne<Account>().WithMany().HasForeignKey(s => s.RegisteredBy).OnDelete(DeleteBehavior.Restrict);
        service.HasIndex(s => s.Office);
        service.OwnsMany(s => s.Participants, Participant);
        service.OwnsMany(s => s.Events, Event);
    }

    private static void Participant(OwnedNavigationBuilder<JointService, Participant> participant)
    {
        participant.ToTable("joint_service_participants");
        participant.WithOwner().HasForeignKey(OwnerId);
        participant.HasKey(p => p.Id);
        participant.Property(p => p.Id).ValueGeneratedNever();
        participant.Property(p => p.External).HasMaxLength(PlainText.NameLength);
        participant.Property(p => p.Services).HasConversion(
            new JsonText<IReadOnlyList<CounterService>>(StoredJson.Default.IReadOnlyListCounterService), new ReferenceComparer<IReadOnlyList<CounterService>>());
        participant.Ignore(p => p.Body);
        participant.HasOne<Institution>().WithMany().HasForeignKey(p => p.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        participant.HasOne<ServiceUnit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Event(OwnedNavigationBuilder<JointService, ServiceEvent> made)
    {
        made.ToTable("joint_service_events");
        made.WithOwner().HasForeignKey(OwnerId);
        made.HasKey(e => e.Id);
        made.Property(e => e.Id).ValueGeneratedNever();
        made.Property(e => e.Place).HasMaxLength(Lengths.Code);
        made.Property(e => e.Present).HasConversion(new IdList<ParticipantId>(), new ReferenceComparer<IReadOnlyList<ParticipantId>>());
        made.Ignore(e => e.Content);
        made.HasOne<Region>().WithMany().HasForeignKey(e => e.Place).OnDelete(DeleteBehavior.Restrict);
    }
}

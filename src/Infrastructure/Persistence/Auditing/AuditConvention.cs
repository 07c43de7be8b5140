using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Compliance.Infrastructure.Persistence.Auditing;

/// <summary>
/// Collects what the configurations declare about the audit, once for each model, and removes their annotations: they do not concern
/// the database, so they do not belong in migrations or model snapshots.
/// </summary>
internal sealed class AuditConvention : IModelFinalizingConvention, IModelFinalizedConvention
{
    private readonly Dictionary<string, AuditedTable> tables = new(StringComparer.Ordinal);

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            var resource = Take<Func<object, string>>(entity, AuditAnnotations.ResourceKey);
            var subject = Take<Func<object, string>>(entity, AuditAnnotations.SubjectKey);
            var isAudited = Take<object>(entity, AuditAnnotations.NotAuditedKey) is null;
            var columns = entity.GetProperties()
                .Select(property => (property.Name, Disclosure: Take<object>(property, AuditAnnotations.DisclosureKey)))
                .Where(property => property.Disclosure is not null)
                .ToDictionary(property => property.Name, property => (Disclosure)property.Disclosure!, StringComparer.Ordinal);
            Require(entity.IsOwned() ? resource is null && isAudited : resource is not null == isAudited, entity, "must say either Audited or NotAudited, and neither of an owned type");
            Require(entity.IsOwned() || subject is not null || !columns.ContainsValue(Disclosure.Personal), entity, "must say whose personal data it holds");
            tables.Add(entity.Name, new(isAudited, resource, subject, columns));
        }
    }

    public IModel ProcessModelFinalized(IModel model)
    {
        AuditModel.Attach(model, tables);

        return model;
    }

    private static void Require(bool rule, IReadOnlyEntityType entity, string what)
    {
        if (!rule)
        {
            throw new InvalidOperationException($"The configuration of {entity.DisplayName()} {what}.");
        }
    }

    private static T? Take<T>(IConventionAnnotatable from, string name)
        where T : class => from.RemoveAnnotation(name)?.Value as T;
}

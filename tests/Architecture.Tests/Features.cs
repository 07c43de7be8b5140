using System.Collections.Concurrent;
using System.Reflection;

namespace Compliance.Architecture.Tests;

/// <summary>
/// The features of the product, which are the top-level folders of its projects, and the references between them: by the
/// types in signatures, attributes and method bodies, whatever a file's <c>using</c> lines say.
/// </summary>
internal static class Features
{
    /// <summary>A reference from one feature to another, with a type of each as evidence.</summary>
    internal sealed record Reference(string From, string To, string Evidence);

    private static readonly ConcurrentDictionary<Assembly, IReadOnlyList<Reference>> known = new();

    public static IReadOnlyList<Reference> ReferencesIn(Assembly assembly) => known.GetOrAdd(assembly, each => Find(each, FeatureOf));

    /// <summary>Returns the references between the folders of one feature; types outside these folders count as one more folder.</summary>
    public static IReadOnlyList<Reference> ReferencesWithin(Assembly assembly, string feature) => Find(assembly, type =>
        type.Namespace?.Split('.') is ["Compliance", _, var name, .. var folders] && name == feature ? folders.FirstOrDefault() ?? feature : null);

    /// <summary>Returns every reference that is part of a cycle, of any length.</summary>
    public static IEnumerable<Reference> InCircles(IReadOnlyCollection<Reference> references) =>
        references.Where(reference => Reachable(references, reference.To).Contains(reference.From));

    /// <summary>Returns the references without those that follow from others transitively.</summary>
    public static IEnumerable<Reference> WithoutShortcuts(IReadOnlyCollection<Reference> references) => references.Where(reference =>
        !references.Any(other => other.From == reference.From && other.To != reference.To && Reachable(references, other.To).Contains(reference.To)));

    /// <summary>Null for types outside the features, such as the registration of services.</summary>
    public static string? FeatureOf(Type type) => type.Namespace?.Split('.') is ["Compliance", _, var feature, ..] ? feature : null;

    private static IReadOnlyList<Reference> Find(Assembly assembly, Func<Type, string?> featureOf) =>
    [
        .. from type in assembly.GetTypes()
           let @from = featureOf(type)
           where @from is not null
           from mentioned in Bodies.Mentioned(type)
           where mentioned.Assembly == assembly && featureOf(mentioned) is { } to && to != @from
           group $"{Outermost(type).Name} > {Outermost(mentioned).Name}" by (@from, featureOf(mentioned)!) into pair
           select new Reference(pair.Key.Item1, pair.Key.Item2, pair.Order(StringComparer.Ordinal).First()),
    ];

    private static HashSet<string> Reachable(IReadOnlyCollection<Reference> references, string start)
    {
        var reached = new HashSet<string>();
        var next = new Stack<string>([start]);

        while (next.TryPop(out var feature))
        {
            foreach (var reference in references.Where(each => each.From == feature && reached.Add(each.To)))
            {
                next.Push(reference.To);
            }
        }

        return reached;
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}

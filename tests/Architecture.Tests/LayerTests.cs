using System.Reflection;
using System.Runtime.CompilerServices;
using Compliance.Application.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Architecture.Tests;

public sealed class LayerTests
{
    [Test]
    public void Domain_depends_on_nothing_but_the_runtime() =>
        Layers.Domain.References().Should().OnlyContain(name => name.StartsWith("System", StringComparison.Ordinal));

    [TestCase("Npgsql")]
    [TestCase("Sqlite")]
    [TestCase("AspNetCore")]
    [TestCase("Compliance.Infrastructure")]
    [TestCase("Compliance.Api")]
    public void Application_knows_no_provider_and_no_web(string unwanted) =>
        Layers.Application.References().Should().NotContain(name => name.Contains(unwanted, StringComparison.OrdinalIgnoreCase));

    [Test]
    public void Nothing_in_the_product_knows_the_Api() =>
        new[] { Layers.Domain, Layers.Application, Layers.Infrastructure }.SelectMany(layer => layer.References()).Should().NotContain("Compliance.Api");

    // Queries belong to the use cases: the Api sends requests and registers the database, but never reads from it.
    [Test]
    public void The_Api_speaks_to_no_database()
    {
        string[] databases = ["Npgsql", "Sqlite", "EntityFrameworkCore"];

        Layers.Api.References().Where(name => databases.Any(database => name.Contains(database, StringComparison.Ordinal))).Should().BeEmpty();
        Layers.Api.GetTypes().Where(type => Bodies.Mentioned(type).Contains(typeof(IComplianceDb))).Should().BeEmpty();
    }

    [Test]
    public void The_kernel_touches_no_clock_and_no_file()
    {
        // The entity of a stored instrument has a time of publication, which scoring never uses.
        var kernel = Layers.Domain.GetTypes()
            .Where(type => type.Namespace is "Compliance.Domain.Scoring" or "Compliance.Domain.Instruments" || type == typeof(Score) || type.Name == "Fraction")
            .Where(type => type != typeof(PublishedInstrument))
            .ToList();

        kernel.SelectMany(Bodies.Mentioned).Should().Contain(typeof(Rule), "the search sees into methods");
        kernel.SelectMany(type => Bodies.Mentioned(type).Where(IsClockOrFile).Select(mentioned => $"{type.FullName} > {mentioned.FullName}"))
            .Should().BeEmpty();
    }

    // Passwords and other text reach the own Unicode normalisation through one type each (decision 0019).
    [TestCase("ComposedText", "PasswordRules", "PlainText")]
    [TestCase("CanonicalEquivalents", "ComposedText")]
    [TestCase("HangulSyllables", "CanonicalEquivalents")]
    public void The_own_normalisation_is_entered_by_these_only(string fenced, params string[] entrances) =>
        Layers.Domain.GetTypes()
            .Where(type => Bodies.Mentioned(type).Any(mentioned => mentioned.Assembly == Layers.Domain && Outermost(mentioned).Name == fenced))
            .Select(type => Outermost(type).Name)
            .Distinct()
            .Should().BeEquivalentTo([fenced, .. entrances]);

    [Test]
    public void Domain_and_Application_know_only_instants_with_an_offset() =>
        new[] { Layers.Domain, Layers.Application }.SelectMany(layer => layer.Written())
            .SelectMany(type => type.Members())
            .Where(member => TypeOf(member) is { } type && (type == typeof(DateTime) || type == typeof(DateTime?)))
            .Should().BeEmpty();

    [Test]
    public void Nothing_in_Domain_is_set_from_outside() =>
        Layers.Domain.Written().SelectMany(type => type.GetProperties())
            .Where(property => property.DeclaringType!.Assembly == Layers.Domain && property.SetMethod is { IsPublic: true } setter && !IsInitOnly(setter))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}")
            .Should().BeEmpty();

    [Test]
    public void Collections_of_Domain_are_read_only() =>
        Layers.Domain.Written().Where(type => type.IsPublic).SelectMany(type => type.GetProperties())
            .Where(property => property.PropertyType.IsGenericType && IsMutable(property.PropertyType.GetGenericTypeDefinition()))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}")
            .Should().BeEmpty();

    private static bool IsClockOrFile(Type type) =>
        type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(TimeProvider) || type == typeof(Random)
        || type.Namespace?.StartsWith("System.IO", StringComparison.Ordinal) == true
        || type.Namespace?.StartsWith("System.Threading", StringComparison.Ordinal) == true;

    /// <summary>Returns the type as written in source, for a type that the compiler nested in it.</summary>
    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static bool IsInitOnly(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsMutable(Type type) => type == typeof(List<>) || type == typeof(Dictionary<,>) || type == typeof(HashSet<>) || type == typeof(IList<>);

    private static Type? TypeOf(MemberInfo member) => member switch
    {
        FieldInfo field => field.FieldType,
        PropertyInfo property => property.PropertyType,
        MethodInfo method => method.ReturnType,
        _ => null,
    };
}

using System.Reflection;
using Compliance.Application;
using Compliance.Infrastructure;

namespace Compliance.Architecture.Tests;

/// <summary>The assemblies of <c>src</c>, and its folder where the sources are at hand.</summary>
internal static class Layers
{
    public static readonly Assembly Domain = typeof(Score).Assembly;
    public static readonly Assembly Application = typeof(ApplicationServices).Assembly;
    public static readonly Assembly Infrastructure = typeof(InfrastructureServices).Assembly;
    public static readonly Assembly Api = typeof(Program).Assembly;

    public static readonly Assembly[] All = [Domain, Application, Infrastructure, Api];

    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The types that a person wrote, without what compilers and generators added.</summary>
    public static IEnumerable<Type> Written(this Assembly assembly) => assembly.GetTypes().Where(type =>
        type.Namespace?.StartsWith("Compliance", StringComparison.Ordinal) == true
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && !type.Namespace.Contains(".Migrations", StringComparison.Ordinal));

    public static IEnumerable<MemberInfo> Members(this Type type) => type.GetMembers(Everything);

    public static IEnumerable<string> References(this Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    /// <summary>The folder <c>src</c>, found from the tests' output upwards.</summary>
    public static DirectoryInfo Sources()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Compliance.sln")))
            {
                return new(Path.Combine(folder.FullName, "src"));
            }
        }

        throw new DirectoryNotFoundException("The tests run inside the solution's folder.");
    }
}

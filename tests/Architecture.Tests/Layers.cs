using System.Reflection;
using Compliance.Application;
using Compliance.Infrastructure;

namespace Compliance.Architecture.Tests;

/// <summary>The assemblies of <c>src</c>, and its folder if the sources are available.</summary>
internal static class Layers
{
    public static readonly Assembly Domain = typeof(Score).Assembly;
    public static readonly Assembly Application = typeof(ApplicationServices).Assembly;
    public static readonly Assembly Infrastructure = typeof(InfrastructureServices).Assembly;
    public static readonly Assembly Api = typeof(Program).Assembly;

    public static readonly Assembly[] All = [Domain, Application, Infrastructure, Api];

    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Returns the types that were written by hand, without compiler-generated ones.</summary>
    public static IEnumerable<Type> Written(this Assembly assembly) => assembly.GetTypes().Where(type =>
        type.Namespace?.StartsWith("Compliance", StringComparison.Ordinal) == true
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && !type.Namespace.Contains(".Migrations", StringComparison.Ordinal));

    public static IEnumerable<MemberInfo> Members(this Type type) => type.GetMembers(Everything);

    public static IEnumerable<string> References(this Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    /// <summary>Finds the folder <c>src</c>, from the output directory of the tests upwards.</summary>
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

using System.Text.RegularExpressions;
using FluentValidation;
using MediatR;

namespace Compliance.Architecture.Tests;

public sealed partial class NamingTests
{
    private static readonly Type[] Requests =
        [.. Layers.Application.Written().Where(type => type.GetInterfaces().Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IRequest<>)))];

    private static readonly Type[] Handlers = [.. Layers.Application.Written().Where(type => HandledBy(type) is not null)];

    [Test]
    public void Types_are_named_after_the_business() =>
        Layers.All.SelectMany(layer => layer.Written()).Select(type => type.Name.Split('`')[0])
            .Where(name => Unwanted().IsMatch(name))
            .Should().BeEmpty();

    [Test]
    public void Every_request_is_a_sealed_record()
    {
        Requests.Should().NotBeEmpty();
        Requests.Should().OnlyContain(type => type.IsSealed && type.GetMethod("<Clone>$") != null && type.IsPublic);
    }

    [Test]
    public void Every_request_has_exactly_one_handler_in_its_file_named_after_it() =>
        Handlers.Select(handler => (HandledBy(handler)!.Name + "Handler", handler.Namespace))
            .Should().BeEquivalentTo(Requests.Select(request => (request.Name + "Handler", request.Namespace)))
            .And.BeEquivalentTo(Handlers.Select(handler => (handler.Name, handler.Namespace)));

    [Test]
    public void Handlers_and_validators_are_internal()
    {
        var validators = Layers.All.SelectMany(layer => layer.Written()).Where(type => type.IsAssignableTo(typeof(IValidator))).ToList();

        validators.Should().NotBeEmpty();
        validators.Concat(Handlers).Should().OnlyContain(type => type.IsNotPublic && type.IsSealed);
        validators.Select(type => type.Name).Should().BeSubsetOf(Requests.Select(request => request.Name + "Validator"));
    }

    [Test]
    public void An_interface_has_two_implementations_or_is_the_border_of_the_process()
    {
        var written = Layers.All.SelectMany(layer => layer.Written()).ToList();
        var borders = written.Where(type => type.IsInterface)
            .Select(type => (Interface: type, By: written.Where(each => !each.IsInterface && !each.IsAbstract && Implements(each, type)).ToList()))
            .Where(each => each.By.Count < 2 && !each.By.Exists(by => by.IsGenericType))
            .ToList();

        borders.Where(each => each.Interface.Assembly != Layers.Application || each.By.Count == 0 || each.By.Exists(by => by.Assembly != Layers.Infrastructure))
            .Select(each => each.Interface.Name).Should().BeEmpty("only what Application asks of Infrastructure needs an interface for one implementation");
        borders.Should().HaveCountLessThan(12);
    }

    [Test]
    public void Our_own_methods_carry_no_Async() =>
        Layers.All.SelectMany(layer => layer.Written())
            .SelectMany(type => type.GetMethods().Where(method => method.DeclaringType == type && !method.IsVirtual && method.Name.EndsWith("Async", StringComparison.Ordinal)))
            .Should().BeEmpty();

    [Test]
    public void No_folder_is_named_after_a_pattern()
    {
        string[] unwanted = ["Commands", "Queries", "Dtos", "Interfaces", "Enums", "Exceptions", "Helpers", "Services", "Entities", "Models"];

        Folders().Select(folder => folder.Name).Intersect(unwanted).Should().BeEmpty();
    }

    [Test]
    public void No_folder_lies_deeper_than_three_below_its_project()
    {
        var source = Layers.Sources().FullName;

        Folders().Select(folder => Path.GetRelativePath(source, folder.FullName))
            .Should().OnlyContain(path => path.Split(Path.DirectorySeparatorChar).Length <= 4);
    }

    [Test]
    public void A_type_lives_in_the_namespace_of_its_folder() =>
        SourceFiles().Where(file => NamespaceOf(file) is { } name && name != ExpectedNamespace(file)).Select(file => file.Name).Should().BeEmpty();

    [GeneratedRegex("(Manager|Helper|Util|Utils|Dto|Command|Query|Response|Vm)$")]
    private static partial Regex Unwanted();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    private static IEnumerable<DirectoryInfo> Folders() =>
        Layers.Sources().EnumerateDirectories("*", SearchOption.AllDirectories).Where(folder => !IsBuilt(folder.FullName));

    private static IEnumerable<FileInfo> SourceFiles() =>
        Layers.Sources().EnumerateFiles("*.cs", SearchOption.AllDirectories).Where(file => !IsBuilt(file.FullName));

    private static bool IsBuilt(string path) => path.Split(Path.DirectorySeparatorChar) is var parts && (parts.Contains("bin") || parts.Contains("obj"));

    private static string? NamespaceOf(FileInfo file) => NamespaceLine().Match(File.ReadAllText(file.FullName)) is { Success: true } found ? found.Groups[1].Value : null;

    private static string ExpectedNamespace(FileInfo file) =>
        "Compliance." + Path.GetRelativePath(Layers.Sources().FullName, file.DirectoryName!).Replace(Path.DirectorySeparatorChar, '.');

    private static bool Implements(Type type, Type wanted) =>
        type.GetInterfaces().Any(each => each == wanted || (each.IsGenericType && each.GetGenericTypeDefinition() == wanted));

    private static Type? HandledBy(Type type) => type.GetInterfaces()
        .SingleOrDefault(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))?.GetGenericArguments()[0];
}

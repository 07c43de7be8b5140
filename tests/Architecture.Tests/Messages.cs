using System.Reflection;
using Compliance.Application.Common;
using Compliance.Domain.Audit;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.PublicReports;

namespace Compliance.Architecture.Tests;

/// <summary>A text that callers read, and the member of <c>src</c> that defines it.</summary>
internal sealed record Message(string Source, LocalizedText Words);

/// <summary>
/// Every message of the program: the constant ones, and those with arguments, which get sample values.
/// </summary>
internal static class Messages
{
    private const BindingFlags Static = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static readonly DateOnly SampleDay = new(2023, 12, 14);

    private static readonly Zone zone = new("z1", new("Hijau", "Green"), 1, "#00aa00");
    private static readonly Band band = new(0m, 100m, "K1", new("Kualitas", "Quality"), new Dictionary<InstitutionKind, LocalizedText>(), zone);
    private static readonly Indicator indicator = new(
        "i1", new("Indikator", "Indicator"), 1m, new Levels(0, 4), SubjectKind.Official, 2, Enum.GetValues<Technique>(), EvidenceNeed.None, true);

    private static readonly Dimension dimension = new("d1", new("Dimensi", "Dimension"), 100m, [new("v1", new("Variabel", "Variable"), 100m, [indicator])]);
    private static readonly Instrument instrument = Instrument.Of(new("2023", 1, new("Uji", "Trial"), [], [zone], [band], [], [dimension]));

    private static readonly object[] samples =
    [
        "X1", 2, 3L, 24.5m, Guid.Empty, SampleDay, new DateTimeOffset(2023, 12, 14, 9, 0, 0, TimeSpan.Zero), zone, indicator, new LocalizedText("Label", "Name"),
        new string[] { "X1", "X2" }, new Zone[] { zone }, new Band[] { band }, new Dimension[] { dimension }, new ChecklistOption[] { new("o1", new("Pilihan", "Option")) },
        new Month(2023, 12), Score.Of(82.07m), new PlannedSubjects(1, 30, 2), default(CycleId),
        Cycle.Open(default, 2023, instrument, SampleDay, SampleDay),
    ];

    /// <summary>The messages that are sentences: refusals, and defects of the audit.</summary>
    public static IReadOnlyList<Message> Sentences { get; } =
    [
        .. Fields<DomainError>().Select(field => new Message(field.Source, field.Value.Message)),
        .. Made<DomainError>().Select(made => new Message(made.Source, made.Value.Message)),
        .. Made<AuditDefect>().Select(made => new Message(made.Source, made.Value.Message)),
    ];

    /// <summary>These, and the parts of other messages: titles, details and labels.</summary>
    public static IReadOnlyList<Message> All { get; } =
    [
        .. Sentences,
        .. Fields<LocalizedText>().Select(field => new Message(field.Source, field.Value)),
        .. Fields<ResourceKind>().Select(field => new Message(field.Source, field.Value.Label)),
        .. Labels(),
    ];

    private static IEnumerable<Type> Types => Layers.All.SelectMany(layer => layer.Written()).Where(type => !type.ContainsGenericParameters);

    private static IEnumerable<(string Source, T Value)> Fields<T>() =>
        from type in Types
        from field in type.GetFields(Static)
        where field.FieldType == typeof(T)
        select ($"{type.Name}.{field.Name}", (T)field.GetValue(null)!);

    private static IEnumerable<(string Source, T Value)> Made<T>() =>
        from type in Types
        where type != typeof(T)
        from method in type.GetMethods(Static)
        where method.ReturnType == typeof(T) && IsNeverNull(method) && !method.IsPrivate && !method.Name.Contains('<', StringComparison.Ordinal)
        from arguments in Arguments(method)
        select ($"{type.Name}.{method.Name}", (T)method.Invoke(null, arguments)!);

    /// <summary>The labels of the values of closed sets.</summary>
    private static IEnumerable<Message> Labels() =>
        from type in Types
        from method in type.GetMethods(Static)
        where method.ReturnType == typeof(LocalizedText) && method.GetParameters() is [{ ParameterType.IsEnum: true }]
        from arguments in Arguments(method)
        select new Message($"{type.Name}.{method.Name}({arguments[0]})", (LocalizedText)method.Invoke(null, arguments)!);

    /// <summary>A method that may return null only checks something and passes on messages of others.</summary>
    private static bool IsNeverNull(MethodInfo method) => new NullabilityInfoContext().Create(method.ReturnParameter).ReadState == NullabilityState.NotNull;

    /// <summary>One sample for each parameter; for a closed set, each of its values.</summary>
    private static IEnumerable<object[]> Arguments(MethodInfo method) => method.GetParameters().Aggregate(
        (IEnumerable<object[]>)[[]],
        (lists, parameter) => lists.SelectMany(list => SamplesOf(parameter.ParameterType).Select(sample => (object[])[.. list, sample])));

    private static IEnumerable<object> SamplesOf(Type type) =>
        type.IsEnum ? Enum.GetValues(type).Cast<object>()
        : samples.Where(type.IsInstanceOfType).Take(1) is var found && found.Any() ? found
        : throw new NotSupportedException($"A message is made of {type}: add a sample of it.");
}

namespace Compliance.Api.Tests.Fuzzing;

/// <summary>Someone who sends requests, as the headers that say who it is.</summary>
internal sealed record Caller(string Name, IReadOnlyList<(string Name, string Value)> Headers);

/// <summary>
/// Who calls, and what nobody may tell them: <see cref="On"/> is the one place to change once requests need
/// credentials. What a caller must not see is planted there, under words that occur nowhere else.
/// </summary>
/// <param name="Trusted">May do everything: plants what the requests then find, and reads all of it when they are over.</param>
/// <param name="All">Each request draws its sender from these.</param>
/// <param name="SecretsFrom">Words that no answer to a caller may hold, such as the names of another office's units.</param>
internal sealed record Callers(Caller Trusted, IReadOnlyList<Caller> All, Func<Caller, IReadOnlyList<string>> SecretsFrom)
{
    private static readonly Caller Anyone = new("anyone", []);

    /// <summary>The callers that a host knows. It is given, since credentials may have to be fetched from it.</summary>
    public static Task<Callers> On(ApiHost host) => Task.FromResult(new Callers(Anyone, [Anyone], _ => []));
}

using Compliance.Application.Access;
using Compliance.Application.Common;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Infrastructure.Hosting;
using FluentValidation;
using MediatR;

namespace Compliance.Api.CommandLine;

/// <summary>
/// What is done at the machine itself instead of over the network: the same program, called with words. It reads
/// the same settings as the server and may run beside it.
/// </summary>
internal sealed class Tool(string[] args)
{
    private const int Done = 0;
    private const int Refused = 1;
    private const int Misused = 2;

    private const string Usage = """
        compliance admin create --email ADDRESS [--name NAME]        invite the first administrator
        compliance admin erase --email ADDRESS --reason TEXT         erase what names a person (UU 27/2022)
        compliance admin purge-origins --before DAY                  forget network addresses of unknown callers
        compliance audit export --to FILE                            write the whole trail to a file
        compliance audit verify --from FILE --key PEM-FILE [--checkpoint HASH]
                                                                     check such a file, without a database; with the
                                                                     hash of a seal that was noted, that it is still there
        compliance proof verify --from FILE --key PEM-FILE           check a cycle's proof and compute every score anew, without
                                                                     a database
        """;

    private static readonly TimeSpan patience = TimeSpan.FromHours(1);

    /// <summary>The tool that the arguments name, or none: then the server starts.</summary>
    public static Tool? Find(string[] args) => args is ["admin" or "audit" or "proof" or "help" or "--help", ..] ? new(args) : null;

    public async Task<int> Run()
    {
        using var limit = new CancellationTokenSource(patience);

        try
        {
            return (args, Options()) switch
            {
                (["admin", "create", ..], { Count: > 0 } given) => await OnDatabase(AdminTools.Create(given), limit.Token),
                (["admin", "erase", ..], { Count: > 0 } given) => await OnDatabase(AdminTools.Erase(given), limit.Token),
                (["admin", "purge-origins", ..], { Count: > 0 } given) => await OnDatabase(AdminTools.PurgeOrigins(given), limit.Token),
                (["audit", "export", ..], { Count: > 0 } given) => await OnDatabase(AuditTools.Export(given), limit.Token),
                (["audit", "verify", ..], { Count: > 0 } given) => await AuditTools.Verify(given, limit.Token),
                (["proof", "verify", ..], { Count: > 0 } given) => await ProofTools.Verify(given, limit.Token),
                _ => Misuse(Usage),
            };
        }
        catch (OptionMissingException missing)
        {
            return Misuse($"{missing.Message}\n{Usage}");
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or ArgumentException or UnauthorizedAccessException)
        {
            // A file that is not there, no trail or no key: whoever named it mends it.
            return Misuse(unreadable.Message);
        }
    }

    private static int Misuse(string text)
    {
        Console.Error.WriteLine(text);

        return Misused;
    }

    /// <summary>Runs use cases as the program itself, once the database is as this build needs it.</summary>
    private static async Task<int> OnDatabase(Func<IMediator, CancellationToken, Task<string>> work, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT"),
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddProduct();
        using var host = builder.Build();
        await host.StartAsync(cancellationToken);
        await host.Services.GetRequiredService<Readiness>().Wait(host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);

        try
        {
            await using var scope = host.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<RequestContext>().SetCaller(Caller.Program, Origin.Unknown);
            Console.WriteLine(await work(scope.ServiceProvider.GetRequiredService<IMediator>(), cancellationToken));

            return Done;
        }
        catch (DomainException refusal)
        {
            Console.Error.WriteLine(string.Join('\n', refusal.Faults.Select(fault => fault.Error).Prepend(refusal.Error).Select(error => $"{error.Code}: {error.Message.En}")));

            return Refused;
        }
        catch (ValidationException invalid)
        {
            Console.Error.WriteLine(string.Join('\n', invalid.Errors.Select(failure => $"{failure.PropertyName}: {failure.ErrorCode}")));

            return Refused;
        }
        catch (NotFoundException missing)
        {
            Console.Error.WriteLine(missing.Message);

            return Refused;
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>Pairs of <c>--name value</c> behind the two words; null where they are none.</summary>
    private ToolOptions? Options()
    {
        var rest = args.Skip(2).ToList();
        var isPairs = rest.Count % 2 == 0 && rest.Where((_, index) => index % 2 == 0).All(name => name.StartsWith("--", StringComparison.Ordinal));

        return isPairs ? new([.. rest.Chunk(2).Select(pair => (pair[0][2..], pair[1]))]) : null;
    }
}

internal sealed class ToolOptions(IReadOnlyList<(string Name, string Value)> pairs)
{
    public int Count => pairs.Count;

    public string Needed(string name) => Find(name) ?? throw new OptionMissingException(name);

    public string? Find(string name) => All(name) is [var first, ..] ? first : null;

    public IReadOnlyList<string> All(string name) => [.. pairs.Where(pair => pair.Name == name).Select(pair => pair.Value)];
}

internal sealed class OptionMissingException(string name) : Exception($"--{name} is missing.");

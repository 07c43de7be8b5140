using Compliance.Application.Access;
using Compliance.Application.Common;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Infrastructure.Hosting;
using FluentValidation;
using MediatR;

namespace Compliance.Api.CommandLine;

/// <summary>Runs use cases as the program itself, once the database is ready for this build.</summary>
internal static class OnDatabase
{
    /// <param name="work">Returns the message of success.</param>
    public static Task<int> Run(Func<IMediator, Task<string>> work, CancellationToken cancellationToken) => Run(
        async mediator =>
        {
            Console.WriteLine(await work(mediator));

            return ExitCodes.Success;
        },
        cancellationToken);

    /// <param name="work">Prints what it found and returns the exit code.</param>
    public static async Task<int> Run(Func<IMediator, Task<int>> work, CancellationToken cancellationToken)
    {
        using var host = Build();
        await host.StartAsync(cancellationToken);
        await WaitUntilReady(host, cancellationToken);

        try
        {
            await using var scope = host.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<RequestContext>().SetCaller(Caller.Program, Origin.Unknown);

            return await work(scope.ServiceProvider.GetRequiredService<IMediator>());
        }
        catch (DomainException refusal)
        {
            return Refused(refusal.Faults.Select(fault => fault.Error).Prepend(refusal.Error).Select(error => $"{error.Code}: {error.Message.En}"));
        }
        catch (ValidationException invalid)
        {
            return Refused(invalid.Errors.Select(failure => $"{failure.PropertyName}: {failure.ErrorCode}"));
        }
        catch (NotFoundException missing)
        {
            return Refused([missing.Message]);
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    private static IHost Build()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT"),
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        // A failure during startup is reported once, by the exception itself.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.AddProduct();

        return builder.Build();
    }

    private static async Task WaitUntilReady(IHost host, CancellationToken cancellationToken)
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken, host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);

        try
        {
            await host.Services.GetRequiredService<Readiness>().Wait(given.Token);
        }
        catch (OperationCanceledException)
        {
            // The host stops if one of its services fails; that failure is the reason.
            foreach (var part in host.Services.GetServices<IHostedService>().OfType<BackgroundService>().Select(part => part.ExecuteTask))
            {
                if (part is { IsFaulted: true })
                {
                    await part;
                }
            }

            throw;
        }
    }

    private static int Refused(IEnumerable<string> reasons)
    {
        Console.Error.WriteLine(string.Join('\n', reasons));

        return ExitCodes.Failed;
    }
}

using System.Reflection;
using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.TestKit;
using MediatR;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Architecture.Tests;

/// <summary>No request runs without a rule that defines who may send it.</summary>
public sealed class AccessTests
{
    private static readonly Type[] requests =
        [.. Layers.Application.Written().Where(type => type.GetInterfaces().Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IRequest<>)))];

    [Test]
    public void Every_request_declares_exactly_one_access_rule()
    {
        requests.Should().HaveCountGreaterThan(40);
        requests.Select(request => $"{request.Name} {request.GetCustomAttributes<AccessRuleAttribute>(inherit: false).Count()}")
            .Should().Equal(requests.Select(request => $"{request.Name} 1"));
    }

    [Test]
    public void Every_permission_that_a_request_needs_is_some_roles() =>
        requests.Select(request => request.GetCustomAttribute<AccessRuleAttribute>()).OfType<NeedsAttribute>()
            .Where(rule => rule.Callers.Count == 0).Should().BeEmpty();

    [Test]
    public async Task Every_operation_names_the_request_that_it_sends()
    {
        await using var host = await ApiHost.Start("sqlite");
        var operations = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal))
            .ToList();

        operations.Should().HaveCountGreaterThan(50);
        operations.Where(endpoint => endpoint.Metadata.Count(each => each.GetType().Name == "SentRequest") != 1).Select(endpoint => endpoint.DisplayName)
            .Should().BeEmpty();
        operations.SelectMany(endpoint => endpoint.Metadata.Where(each => each.GetType().Name == "SentRequest"))
            .Select(sent => (Type)sent.GetType().GetProperty("Type")!.GetValue(sent)!)
            .Should().BeSubsetOf(requests);
    }

    [Test]
    public async Task A_request_without_a_rule_runs_for_nobody_not_even_the_program()
    {
        var runs = 0;
        var context = new RequestContext();
        context.SetCaller(Caller.Program, Origin.Unknown);
        var send = () => Behaviour<Undeclared>(context).Handle(new(), CancellationToken.None, Run);

        (await send.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*Undeclared*");
        runs.Should().Be(0);

        Task<int> Run() => Task.FromResult(++runs);
    }

    [Test]
    public async Task A_rule_that_refuses_keeps_the_use_case_from_running()
    {
        var runs = 0;
        var context = new RequestContext();
        var behaviour = Behaviour<Declared>(context);
        var send = () => behaviour.Handle(new(), CancellationToken.None, Run);

        (await send.Should().ThrowAsync<DomainException>()).Which.Error.Should().Be(AccessErrors.CredentialsNeeded);
        context.SetCaller(Caller.OfKey(Guid.Empty, [Permission.ReadResultsInBulk]), Origin.Unknown);
        (await send.Should().ThrowAsync<DomainException>()).Which.Error.Should().Be(AccessErrors.NotAllowed);
        context.SetCaller(new(CallerKind.Account, Guid.Empty, null, null, [], [new Grant(Role.Administrator)], []), Origin.Unknown);
        (await send.Should().ThrowAsync<DomainException>()).Which.Error.Should().Be(AccessErrors.SecondFactorNeeded);
        runs.Should().Be(0);

        context.SetCaller(Caller.OfKey(Guid.Empty, [Permission.ImportResults]), Origin.Unknown);
        (await send()).Should().Be(1);

        Task<int> Run() => Task.FromResult(++runs);
    }

    private static IPipelineBehavior<TRequest, int> Behaviour<TRequest>(RequestContext context)
        where TRequest : IRequest<int> =>
        (IPipelineBehavior<TRequest, int>)Activator.CreateInstance(
            Layers.Application.GetType("Compliance.Application.Access.AuthorizationBehaviour`2", throwOnError: true)!.MakeGenericType(typeof(TRequest), typeof(int)), context)!;

    private sealed record Undeclared : IRequest<int>;

    [Needs(Permission.ImportResults)]
    private sealed record Declared : IRequest<int>;
}

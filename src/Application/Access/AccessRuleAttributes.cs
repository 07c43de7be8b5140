using System.Reflection;
using Compliance.Domain.Access;

namespace Compliance.Application.Access;

/// <summary>Who may send a request. Every request declares exactly one rule; without it the request does not run.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class AccessRuleAttribute : Attribute
{
    /// <summary>The callers it lets through, for the documentation: roles, or <c>public</c>, <c>signedIn</c>, <c>account</c>.</summary>
    public abstract IReadOnlyList<string> Callers { get; }

    /// <summary>Why this caller is refused, or nothing.</summary>
    public abstract DomainError? Refuse(Caller caller);

    public static AccessRuleAttribute Of(Type request) =>
        request.GetCustomAttribute<AccessRuleAttribute>() ?? throw new InvalidOperationException($"{request.Name} does not declare who may send it.");
}

public sealed class ForEveryoneAttribute : AccessRuleAttribute
{
    public override IReadOnlyList<string> Callers => ["public"];

    public override DomainError? Refuse(Caller caller) => null;
}

/// <summary>For whoever is known, whatever the role.</summary>
public sealed class ForTheSignedInAttribute : AccessRuleAttribute
{
    public override IReadOnlyList<string> Callers => ["signedIn"];

    public override DomainError? Refuse(Caller caller) => caller.IsKnown ? null : AccessErrors.CredentialsNeeded;
}

/// <summary>For persons who sign in here with a password.</summary>
public sealed class ForAccountsAttribute : AccessRuleAttribute
{
    public override IReadOnlyList<string> Callers => ["account"];

    public override DomainError? Refuse(Caller caller) =>
        !caller.IsKnown ? AccessErrors.CredentialsNeeded : caller.Kind == CallerKind.Account ? null : AccessErrors.AccountsOnly;
}

/// <summary>For the program itself, in the background: nobody from outside sends it.</summary>
public sealed class ForTheProgramAttribute : AccessRuleAttribute
{
    public override IReadOnlyList<string> Callers => [];

    public override DomainError? Refuse(Caller caller) => caller.Kind == CallerKind.Program ? null : AccessErrors.NotAllowed;
}

/// <summary>For whoever has a role, or a key with a scope, that permits it. Within which scope is the use case's question.</summary>
public sealed class NeedsAttribute(Permission permission) : AccessRuleAttribute
{
    public Permission Permission { get; } = permission;

    public override IReadOnlyList<string> Callers =>
    [
        .. Roles.With(Permission).Append(Role.Integrator).Distinct()
            .Where(role => role != Role.Integrator || Roles.ForKeys.Contains(Permission))
            .Select(role => role.ToCamelCase()),
    ];

    public override DomainError? Refuse(Caller caller) =>
        caller.May(Permission) ? null
        : !caller.IsKnown ? AccessErrors.CredentialsNeeded
        : caller.MayWithSecondFactor(Permission) ? AccessErrors.SecondFactorNeeded
        : AccessErrors.NotAllowed;
}

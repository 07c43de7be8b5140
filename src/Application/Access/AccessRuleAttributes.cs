using System.Reflection;
using Compliance.Domain.Access;

namespace Compliance.Application.Access;

/// <summary>Defines who may send a request. Every request declares exactly one rule; a request without a rule is never run.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class AccessRuleAttribute : Attribute
{
    /// <summary>The callers that the rule admits, for the documentation: roles, or <c>public</c>, <c>signedIn</c>, <c>account</c>.</summary>
    public abstract IReadOnlyList<string> Callers { get; }

    /// <summary>Returns why this caller is refused; null if the caller is admitted.</summary>
    public abstract DomainError? Refuse(Caller caller);

    public static AccessRuleAttribute Of(Type request) =>
        request.GetCustomAttribute<AccessRuleAttribute>() ?? throw new InvalidOperationException($"{request.Name} does not declare who may send it.");
}

public sealed class ForEveryoneAttribute : AccessRuleAttribute
{
    public override IReadOnlyList<string> Callers => ["public"];

    public override DomainError? Refuse(Caller caller) => null;
}

/// <summary>Admits every authenticated caller, whatever the role.</summary>
public sealed class ForTheSignedInAttribute : AccessRuleAttribute
{
    public override IReadOnlyList<string> Callers => ["signedIn"];

    public override DomainError? Refuse(Caller caller) => caller.IsKnown ? null : AccessErrors.CredentialsNeeded;
}

/// <summary>Admits people who sign in here with a password.</summary>
public sealed class ForAccountsAttribute : AccessRuleAttribute
{
    public override IReadOnlyList<string> Callers => ["account"];

    public override DomainError? Refuse(Caller caller) =>
        !caller.IsKnown ? AccessErrors.CredentialsNeeded : caller.Kind == CallerKind.Account ? null : AccessErrors.AccountsOnly;
}

/// <summary>For background work of the program itself; no outside caller can send such a request.</summary>
public sealed class ForTheProgramAttribute : AccessRuleAttribute
{
    public override IReadOnlyList<string> Callers => [];

    public override DomainError? Refuse(Caller caller) => caller.Kind == CallerKind.Program ? null : AccessErrors.NotAllowed;
}

/// <summary>Admits callers with a role, or a key with a scope, that grants the permission. The handler checks where the permission applies.</summary>
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

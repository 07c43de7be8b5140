using System.Linq.Expressions;
using Compliance.Domain.Agreements;
using Compliance.Domain.JointServices;

namespace Compliance.Application.JointServices;

/// <summary>The content of a joint service.</summary>
/// <param name="Agreement">The SPK that binds its participants; optional before it opens.</param>
/// <param name="ClosedOn">The first day on which it is no longer open.</param>
public sealed record JointServiceInput(string? Name, Guid? Agreement, DateOnly? OpenedOn, DateOnly? ClosedOn)
{
    internal JointServiceContent ToContent() => new(Name!, Agreement is { } spk ? AgreementId.From(spk) : null, OpenedOn, ClosedOn);
}

internal static class JointServiceInputRules
{
    /// <summary>The members are at the top of the request body, so pointers have no prefix.</summary>
    public static void JointService<T>(this AbstractValidator<T> validator, Expression<Func<T, JointServiceInput>> input) =>
        validator.RuleFor(input).NotNull().OverridePropertyName("").ChildRules(service =>
        {
            service.RuleFor(each => each.Name).Required().Text(PlainText.NameLength);
        });
}

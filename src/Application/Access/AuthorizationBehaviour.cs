using System.Reflection;

namespace Compliance.Application.Access;

/// <summary>Admits a request only if the access rule that it declares allows it.</summary>
internal sealed class AuthorizationBehaviour<TRequest, TAnswer>(RequestContext context) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    private static readonly AccessRuleAttribute? rule = typeof(TRequest).GetCustomAttribute<AccessRuleAttribute>();

    public Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next) =>
        (rule ?? AccessRuleAttribute.Of(typeof(TRequest))).Refuse(context.Caller) is { } refusal ? throw new DomainException(refusal) : next();
}

using Compliance.Application.Access;

namespace Compliance.Application.Audit;

/// <summary>Sets the use case of the request, under which the audit records its changes.</summary>
internal sealed class AuditBehaviour<TRequest, TAnswer>(RequestContext context) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    private static readonly string useCase = CamelCase.Of(typeof(TRequest).Name);

    public Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        context.Begin(useCase, (request as IReasoned)?.Reason);

        return next();
    }
}

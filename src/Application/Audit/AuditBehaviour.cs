using Compliance.Application.Access;

namespace Compliance.Application.Audit;

/// <summary>Names the use case that runs, so that everything it writes is written down under its name.</summary>
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

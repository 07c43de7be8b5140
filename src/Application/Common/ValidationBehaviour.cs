namespace Compliance.Application.Common;

/// <summary>Validates the shape of a request before its handler runs.</summary>
internal sealed class ValidationBehaviour<TRequest, TAnswer>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        var failures = validators.SelectMany(validator => validator.Validate(request).Errors).ToList();

        return failures.Count == 0 ? await next() : throw new ValidationException(failures);
    }
}

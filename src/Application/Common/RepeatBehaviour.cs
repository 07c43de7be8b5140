namespace Compliance.Application.Common;

/// <summary>
/// A request whose repetition changes nothing and gets the same answer, also if several arrive at the same moment: the later one then loses to the
/// earlier one, is run again from its beginning, and finds what that stored.
/// </summary>
public interface IRepeatable;

/// <summary>Runs a repeatable request again if another writer was faster.</summary>
internal sealed class RepeatBehaviour<TRequest, TAnswer>(IComplianceDb db) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    public Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next) =>
        request is IRepeatable ? db.RetryOnConflict(ConflictRetries.UsualAttempts, () => Run(next)) : next();

    /// <summary>
    /// The other writer may have stored its work between two queries of this one. Then this one was refused because of work that it did not find as its
    /// own before, and is run once more to find it.
    /// </summary>
    private async Task<TAnswer> Run(RequestHandlerDelegate<TAnswer> next)
    {
        try
        {
            return await next();
        }
        catch (DomainException refusal) when (refusal.Error.Refusal is Refusal.BreaksRule or Refusal.ConflictsWithState && refusal.Error != ConcurrencyErrors.ChangedMeanwhile)
        {
            db.ClearTracking();

            return await next();
        }
    }
}

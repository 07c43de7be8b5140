namespace Compliance.Application.Common;

internal static class FaultPointers
{
    /// <summary>Prefixes the pointers of a refusal with the position of the checked part in the request.</summary>
    public static T Prefix<T>(string pointer, Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (DomainException refusal) when (refusal.Faults.Count > 0)
        {
            throw new DomainException(refusal.Error, [.. refusal.Faults.Select(fault => fault.Under(pointer))]);
        }
    }
}

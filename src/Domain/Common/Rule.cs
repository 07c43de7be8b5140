using System.Diagnostics.CodeAnalysis;

namespace Compliance.Domain.Common;

public static class Rule
{
    public static void Require([DoesNotReturnIf(false)] bool holds, DomainError error)
    {
        if (!holds)
        {
            throw new DomainException(error);
        }
    }

    /// <summary>Refuses with every fault found, so that the caller mends all of them at once.</summary>
    public static void RequireNone(IReadOnlyList<Fault> faults, DomainError error)
    {
        if (faults.Count > 0)
        {
            throw new DomainException(error, faults);
        }
    }
}

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

    /// <summary>Reports all faults together, so that the caller can correct them at once.</summary>
    public static void RequireNone(IReadOnlyList<Fault> faults, DomainError error)
    {
        if (faults.Count > 0)
        {
            throw new DomainException(error, faults);
        }
    }
}

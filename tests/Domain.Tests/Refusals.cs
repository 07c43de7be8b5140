using FluentAssertions.Specialized;

namespace Compliance.Domain.Tests;

internal static class Refusals
{
    public static void Break<TDelegate, TAssertions>(this DelegateAssertions<TDelegate, TAssertions> act, DomainError error)
        where TDelegate : Delegate
        where TAssertions : DelegateAssertions<TDelegate, TAssertions> =>
        act.Throw<DomainException>().Which.Error.Should().Be(error);

    /// <summary>Every fault, no more and no fewer, in the order of the input.</summary>
    public static void BreakAt<TDelegate, TAssertions>(
        this DelegateAssertions<TDelegate, TAssertions> act, DomainError error, params (string Pointer, string Code)[] faults)
        where TDelegate : Delegate
        where TAssertions : DelegateAssertions<TDelegate, TAssertions>
    {
        var refusal = act.Throw<DomainException>().Which;

        refusal.Error.Should().Be(error);
        refusal.Faults.Select(fault => (fault.Pointer, fault.Error.Code)).Should().Equal(faults);
    }
}

namespace Compliance.Domain.Agreements;

/// <summary>The dates that a signature sets: the day of the signature, and the first and last day in force.</summary>
/// <param name="EffectiveTo">The last day on which it is in force.</param>
public sealed record AgreementPeriod(DateOnly SignedOn, DateOnly EffectiveFrom, DateOnly EffectiveTo)
{
    /// <summary>Whether there is no day on which it is in force.</summary>
    public bool IsEmpty => EffectiveTo < EffectiveFrom;

    /// <summary>Whether it is in force on a day; both ends are included.</summary>
    public bool Contains(DateOnly day) => EffectiveFrom <= day && day <= EffectiveTo;

    public bool Overlaps(AgreementPeriod other) => EffectiveFrom <= other.EffectiveTo && other.EffectiveFrom <= EffectiveTo;

    /// <summary>Returns the period shortened by a termination; it may become empty.</summary>
    /// <param name="on">The first day on which it is no longer in force.</param>
    public AgreementPeriod TerminatedOn(DateOnly? on) => on is { } ended && ended <= EffectiveTo ? this with { EffectiveTo = ended.AddDays(-1) } : this;
}

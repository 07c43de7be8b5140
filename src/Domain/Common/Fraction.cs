using System.Numerics;

namespace Compliance.Domain.Common;

/// <summary>An exact quotient of whole numbers, for the few cases in which the 28 digits of a decimal could give a wrong result.</summary>
internal readonly record struct Fraction(BigInteger Numerator, BigInteger Denominator)
{
    public static readonly Fraction Zero = new(0, 1);

    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Fraction operator *(Fraction left, Fraction right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Fraction operator /(Fraction left, Fraction right) => new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Exact, because every decimal is a whole number divided by a power of ten.</summary>
    public static implicit operator Fraction(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = new BigInteger(new decimal(bits[0], bits[1], bits[2], decimal.IsNegative(value), scale: 0));

        return new(digits, BigInteger.Pow(10, value.Scale));
    }

    /// <summary>Returns the nearest whole number of a fraction that is not negative; halves are rounded up.</summary>
    public BigInteger Rounded() => ((2 * Numerator) + Denominator) / (2 * Denominator);
}

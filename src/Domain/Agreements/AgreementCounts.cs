namespace Compliance.Domain.Agreements;

/// <summary>The number of agreements with each status.</summary>
public sealed record AgreementCounts(int Forming, int Signed, int InForce, int Expiring, int Expired, int Extended, int Terminated)
{
    public static AgreementCounts Of(IReadOnlyCollection<AgreementStatus> statuses)
    {
        return new(
            Count(AgreementStatus.Forming),
            Count(AgreementStatus.Signed),
            Count(AgreementStatus.InForce),
            Count(AgreementStatus.Expiring),
            Count(AgreementStatus.Expired),
            Count(AgreementStatus.Extended),
            Count(AgreementStatus.Terminated));

        int Count(AgreementStatus status) => statuses.Count(each => each == status);
    }
}

namespace Compliance.Application.Evidence;

/// <summary>
/// How much evidence there may be. Nothing is deleted, so replaced and withdrawn pieces count as well; of an unfinished upload the declared size counts.
/// The defaults are several times what real work needs: a photo of a telephone has some megabytes.
/// </summary>
/// <param name="AssessmentBytes">The bytes of all files of one assessment.</param>
/// <param name="AssessmentPieces">The files and links of one assessment.</param>
/// <param name="AgreementBytes">The bytes of all documents of one agreement.</param>
/// <param name="AgreementPieces">The files and links of one agreement.</param>
/// <param name="AccountBytes">The bytes of everything that one account added, to assessments and agreements.</param>
/// <param name="AccountPieces">The files and links that one account added.</param>
/// <param name="AccountUploads">The unfinished uploads of one account.</param>
public sealed record EvidenceQuotas(
    long AssessmentBytes = 2 * EvidenceQuotas.Gigabyte,
    long AssessmentPieces = 1_000,
    long AgreementBytes = EvidenceQuotas.Gigabyte,
    long AgreementPieces = 500,
    long AccountBytes = 50 * EvidenceQuotas.Gigabyte,
    long AccountPieces = 20_000,
    long AccountUploads = 50)
{
    public const long Gigabyte = 1024 * 1024 * 1024;
}

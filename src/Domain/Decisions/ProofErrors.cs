using Compliance.Domain.Common;

namespace Compliance.Domain.Decisions;

/// <summary>The reasons why a proof is invalid.</summary>
public static class ProofErrors
{
    public static readonly DomainError Torn = DomainError.Invalid(
        "proofTorn",
        "Baris ini bukan baris bukti keputusan, atau berkasnya terpotong.",
        "This is not a line of a decision proof, or the file is cut off.");

    public static readonly DomainError ChainBroken = DomainError.Invalid(
        "proofChainBroken", "Keputusan ini tidak menyambung keputusan sebelumnya.", "This decision does not follow the previous one.");

    public static readonly DomainError SignatureWrong = DomainError.Invalid(
        "proofSignatureWrong",
        "Tanda tangan tidak cocok dengan pernyataan keputusan.",
        "The signature does not match the statement of the decision.");

    public static readonly DomainError InstrumentDiffers = DomainError.Invalid(
        "proofInstrumentDiffers",
        "Instrumen ini bukan instrumen yang menjadi dasar keputusan.",
        "The instrument is not the one on which the decision is based.");

    public static readonly DomainError InputsDiffer = DomainError.Invalid(
        "proofInputsDiffer", "Masukan ini bukan masukan yang menjadi dasar keputusan.", "The inputs are not those on which the decision is based.");

    public static readonly DomainError ResultsDiffer = DomainError.Invalid(
        "proofResultsDiffer", "Hasil tidak sesuai dengan hasil penghitungan dari masukannya.", "The results do not follow from the inputs.");

    public static DomainError OtherKey(string keyId) => DomainError.Invalid(
        "proofOfAnotherKey",
        $"Keputusan ditandatangani dengan kunci {keyId}, yang tidak disertakan.",
        $"The decision is signed with the key {keyId}, which was not given.");
}

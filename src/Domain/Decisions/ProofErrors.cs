using Compliance.Domain.Common;

namespace Compliance.Domain.Decisions;

/// <summary>What can be wrong with a proof.</summary>
public static class ProofErrors
{
    public static readonly DomainError Torn = DomainError.Breaks(
        "proofTorn", "Baris ini bukan baris sebuah bukti keputusan, atau berkasnya terpotong.", "This is no line of a decision's proof, or the file is cut off.");

    public static readonly DomainError ChainBroken = DomainError.Breaks(
        "proofChainBroken", "Keputusan ini tidak menyambung keputusan sebelumnya.", "This decision does not follow the one before it.");

    public static readonly DomainError SignatureWrong = DomainError.Breaks(
        "proofSignatureWrong", "Tanda tangan tidak cocok dengan pernyataan keputusan.", "The signature does not fit the decision's statement.");

    public static readonly DomainError InstrumentDiffers = DomainError.Breaks(
        "proofInstrumentDiffers", "Instrumen bukan yang menjadi dasar keputusan.", "The instrument is not the one that was decided by.");

    public static readonly DomainError InputsDiffer = DomainError.Breaks(
        "proofInputsDiffer", "Masukan bukan yang menjadi dasar keputusan.", "The inputs are not those that were decided by.");

    public static readonly DomainError ResultsDiffer = DomainError.Breaks(
        "proofResultsDiffer", "Hasil tidak mengikuti dari masukannya.", "The results do not follow from the inputs.");

    public static DomainError OtherKey(string keyId) => DomainError.Breaks(
        "proofOfAnotherKey", $"Keputusan ditandatangani dengan kunci {keyId}, yang tidak diberikan.", $"The decision is signed by the key {keyId}, which was not given.");
}

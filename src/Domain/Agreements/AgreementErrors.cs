using System.Globalization;
using Compliance.Domain.Common;

namespace Compliance.Domain.Agreements;

public static class AgreementErrors
{
    public static readonly DomainError Refused = DomainError.Breaks(
        "agreementRefused", "Perjanjian ini memuat kesalahan; setiap tempatnya disebutkan.", "The agreement has faults; each place is named.");

    public static readonly DomainError PartyTwice = DomainError.Breaks(
        "partyTwice", "Pihak ini disebut dua kali.", "This party is named twice.");

    public static readonly DomainError TwoPartiesNeeded = DomainError.Breaks(
        "twoPartiesNeeded", "Perjanjian memerlukan sedikitnya dua pihak.", "An agreement needs two parties at least.");

    public static readonly DomainError OfficeNeeded = DomainError.Breaks(
        "ombudsmanNotParty", "Kantor Ombudsman harus menjadi salah satu pihak MoU dan PKS.", "An office of the Ombudsman is a party of every MoU and PKS.");

    public static readonly DomainError OtherSideNeeded = DomainError.Breaks(
        "otherSideNeeded", "Sedikitnya satu pihak adalah instansi atau unit layanan.", "At least one party is an institution or a service unit.");

    public static readonly DomainError MouUnderNothing = DomainError.Breaks(
        "mouUnderNothing", "MoU tidak dibuat di bawah perjanjian lain.", "A MoU is made under no other agreement.");

    public static readonly DomainError MouNeeded = DomainError.Breaks(
        "mouNeeded", "PKS dibuat di bawah sebuah MoU; sebutkan MoU itu.", "A PKS is made under a MoU; name the MoU.");

    public static readonly DomainError MouNotInForce = DomainError.Breaks(
        "mouNotInForce", "MoU di atasnya tidak berlaku pada tanggal penandatanganan.", "The MoU above it was not in force on the day of signing.");

    public static readonly DomainError NotCovered = DomainError.Breaks(
        "notCovered", "Pihak ini tidak tercakup oleh MoU di atasnya.", "The MoU above it does not cover this party.");

    public static readonly DomainError TermCrosses = DomainError.Breaks(
        "termCrosses",
        "Tanggal bersilangan: perjanjian ditandatangani, lalu mulai berlaku, lalu berakhir.",
        "The dates cross: an agreement is signed, then takes effect, then ends.");

    public static readonly DomainError StepsCross = DomainError.Breaks(
        "stepsCross", "Tahapan pembentukan tidak berurutan menurut tanggalnya.", "The steps of its formation are not in the order of their dates.");

    public static readonly DomainError SigningIsSigned = DomainError.Breaks(
        "signingIsSigned", "Penandatanganan dicatat sebagai tanda tangan, bukan sebagai tahapan.", "Signing is recorded as the signature, not as a step.");

    public static readonly DomainError InFuture = DomainError.Breaks(
        "inFuture", "Tanggal ini belum tiba.", "This day is still to come.");

    public static readonly DomainError Signed = DomainError.Conflicts(
        "agreementSigned",
        "Perjanjian ini sudah ditandatangani; perubahannya adalah perjanjian perpanjangan yang baru.",
        "The agreement is signed; what changes it is a new agreement that extends it.");

    public static readonly DomainError NotSigned = DomainError.Conflicts(
        "agreementNotSigned", "Perjanjian ini belum ditandatangani.", "The agreement is not signed.");

    public static readonly DomainError Terminated = DomainError.Conflicts(
        "agreementTerminated", "Perjanjian ini sudah diakhiri.", "The agreement is terminated.");

    public static readonly DomainError OneSideEach = DomainError.Breaks(
        "oneSideEach", "Sebut tepat satu: institution, office, atau unit.", "Name exactly one of institution, office and unit.");

    public static readonly DomainError DatesTogether = DomainError.Breaks(
        "datesTogether",
        "Tanggal signedOn, effectiveFrom, dan effectiveTo dikirim bersama, atau tidak satu pun.",
        "Send signedOn, effectiveFrom and effectiveTo together, or none of them.");

    public static readonly DomainError UnknownScope = DomainError.Breaks(
        "unknownScope",
        "Ruang lingkup ini tidak ada dalam daftar; lihat GET /agreement-scope-items.",
        "The list has no such item; see GET /agreement-scope-items.");

    public static readonly DomainError UnknownAgreement = DomainError.Breaks(
        "unknownAgreement", "Perjanjian ini tidak ada, atau tidak terlihat oleh Anda.", "There is no such agreement that you may see.");

    public static readonly DomainError UnknownDocument = DomainError.Breaks(
        "unknownDocument", "Perjanjian ini tidak memiliki dokumen tersebut.", "The agreement has no such document.");

    public static readonly DomainError DocumentReplaced = DomainError.Conflicts(
        "documentReplaced", "Dokumen ini sudah digantikan dokumen lain.", "Another document has taken the place of this one.");

    public static readonly DomainError DocumentRefused = DomainError.Breaks(
        "documentRefused", "Dokumen ini tidak dapat diterima; setiap tempat yang salah disebutkan.", "The document cannot be taken; each place that is wrong is named.");

    public static readonly DomainError EffectRefused = DomainError.Breaks(
        "effectRefused", "Perbandingan ini tidak dapat dibuat; setiap tempat yang salah disebutkan.", "The comparison cannot be made; each place that is wrong is named.");

    public static readonly DomainError YearsCross = DomainError.Breaks(
        "yearsCross", "Tahun sebelum (before) harus mendahului tahun sesudah (after).", "The year before must lie before the year after.");

    public static readonly DomainError OtherKind = DomainError.Breaks(
        "otherKind", "Jenis perjanjian tidak dapat diubah.", "The kind of an agreement does not change.");

    public static readonly DomainError OtherKindExtends = DomainError.Breaks(
        "otherKindExtends", "Perpanjangan berjenis sama dengan perjanjian yang diperpanjang.", "An extension is of the same kind as what it extends.");

    public static readonly DomainError TerminatedBeforeSigning = DomainError.Breaks(
        "terminatedBeforeSigning", "Pengakhiran mendahului penandatanganan.", "The termination lies before the signing.");

    public static readonly DomainError TerminatedAfterEnd = DomainError.Breaks(
        "terminatedAfterEnd", "Perjanjian ini sudah berakhir sebelum tanggal itu.", "The agreement ends before that day by itself.");

    public static DomainError OutlivesMou(DateOnly end) => DomainError.Breaks(
        "outlivesMou",
        $"PKS tidak berlaku lebih lama daripada MoU di atasnya, yaitu sampai {end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.",
        $"A PKS is not in force longer than the MoU above it, which ends on {end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.");

    public static DomainError Overlaps(string title, Guid id) => DomainError.Conflicts(
        "agreementOverlaps",
        $"Pada waktu yang sama berlaku perjanjian sejenis dengan pihak yang sama: {title} ({id}). Kirim ulang dengan confirmOverlap jika memang dikehendaki.",
        $"An agreement of the same kind and parties is in force at the same time: {title} ({id}). Send it again with confirmOverlap where that is meant.");

    public static DomainError NumberTaken(string number) => DomainError.Conflicts(
        "numberTaken", $"Nomor {number} sudah dipakai pihak ini untuk perjanjian lain.", $"This side has used the number {number} for another agreement.");
}

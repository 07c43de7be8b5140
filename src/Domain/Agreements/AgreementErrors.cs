using Compliance.Domain.Common;

namespace Compliance.Domain.Agreements;

public static class AgreementErrors
{
    public static readonly DomainError Refused = DomainError.Invalid(
        "agreementRefused", "Perjanjian ini tidak valid; setiap kesalahan dicantumkan.", "The agreement is not valid; each error is listed.");

    public static readonly DomainError PartyTwice = DomainError.Invalid(
        "partyTwice", "Pihak ini disebut dua kali.", "This party is named twice.");

    public static readonly DomainError TwoPartiesNeeded = DomainError.Invalid(
        "twoPartiesNeeded", "Perjanjian memerlukan paling sedikit dua pihak.", "An agreement needs at least two parties.");

    public static readonly DomainError OfficeNeeded = DomainError.Invalid(
        "ombudsmanNotParty",
        "MoU dan PKS harus menyertakan kantor Ombudsman Republik Indonesia sebagai salah satu pihak.",
        "An office of the Ombudsman must be a party to every MoU and PKS.");

    public static readonly DomainError OtherSideNeeded = DomainError.Invalid(
        "otherSideNeeded",
        "Paling sedikit satu pihak harus berupa instansi atau unit layanan.",
        "At least one party must be an institution or a service unit.");

    public static readonly DomainError MouUnderNothing = DomainError.Invalid(
        "mouUnderNothing",
        "MoU tidak dapat dibuat di bawah perjanjian lain; kosongkan parent.",
        "An MoU cannot be made under another agreement; leave parent empty.");

    public static readonly DomainError MouNeeded = DomainError.Invalid(
        "mouNeeded", "PKS dibuat di bawah sebuah MoU; sebutkan MoU tersebut dalam parent.", "A PKS is made under an MoU; name the MoU in parent.");

    public static readonly DomainError MouNotInForce = DomainError.Invalid(
        "mouNotInForce", "MoU induk tidak berlaku pada tanggal penandatanganan.", "The parent MoU was not in force on the day of signing.");

    public static readonly DomainError NotCovered = DomainError.Invalid(
        "notCovered", "Pihak ini tidak tercakup dalam MoU induk.", "The parent MoU does not cover this party.");

    public static readonly DomainError TermCrosses = DomainError.Invalid(
        "termCrosses",
        "Urutan tanggal tidak valid: perjanjian ditandatangani, kemudian mulai berlaku, kemudian berakhir.",
        "The dates are in the wrong order: an agreement is signed, then takes effect, then ends.");

    public static readonly DomainError StepsCross = DomainError.Invalid(
        "stepsCross", "Tanggal tahapan tidak sesuai dengan urutan tahapannya.", "The dates of the steps do not follow the order of the steps.");

    public static readonly DomainError SigningIsSigned = DomainError.Invalid(
        "signingIsSigned",
        "Penandatanganan dicatat melalui PUT /signature, bukan sebagai tahapan.",
        "Record the signing with PUT /signature, not as a step.");

    public static readonly DomainError InFuture = DomainError.Invalid(
        "inFuture", "Tanggal ini belum tiba.", "This date is in the future.");

    public static readonly DomainError Signed = DomainError.Conflict(
        "agreementSigned",
        "Perjanjian ini sudah ditandatangani; untuk mengubahnya, buat perjanjian perpanjangan.",
        "The agreement is signed; to change it, make an agreement that extends it.");

    public static readonly DomainError NotSigned = DomainError.Conflict(
        "agreementNotSigned", "Perjanjian ini belum ditandatangani.", "The agreement is not signed yet.");

    public static readonly DomainError Terminated = DomainError.Conflict(
        "agreementTerminated", "Perjanjian ini sudah diakhiri.", "The agreement was terminated.");

    public static readonly DomainError OneSideEach = DomainError.Invalid(
        "oneSideEach", "Sebutkan tepat satu: institution, office, atau unit.", "Name exactly one of institution, office and unit.");

    public static readonly DomainError DatesTogether = DomainError.Invalid(
        "datesTogether",
        "Kirim signedOn, effectiveFrom, dan effectiveTo sekaligus, atau kosongkan ketiganya.",
        "Send signedOn, effectiveFrom and effectiveTo together, or none of them.");

    public static readonly DomainError UnknownScope = DomainError.Invalid(
        "unknownScope",
        "Ruang lingkup ini tidak ditemukan; lihat GET /agreement-scope-items.",
        "There is no such scope item; see GET /agreement-scope-items.");

    public static readonly DomainError UnknownAgreement = DomainError.Invalid(
        "unknownAgreement", "Perjanjian ini tidak ditemukan atau tidak dapat Anda akses.", "This agreement does not exist, or you may not see it.");

    public static readonly DomainError UnknownDocument = DomainError.Invalid(
        "unknownDocument", "Dokumen ini tidak ditemukan pada perjanjian tersebut.", "The agreement has no such document.");

    public static readonly DomainError DocumentReplaced = DomainError.Conflict(
        "documentReplaced", "Dokumen ini sudah digantikan oleh dokumen lain.", "This document was replaced by another one.");

    public static readonly DomainError DocumentRefused = DomainError.Invalid(
        "documentRefused", "Dokumen ini tidak valid; setiap kesalahan dicantumkan.", "The document is not valid; each error is listed.");

    public static readonly DomainError EffectRefused = DomainError.Invalid(
        "effectRefused",
        "Perbandingan ini tidak dapat dibuat; setiap kesalahan dicantumkan.",
        "The comparison cannot be made; each error is listed.");

    public static readonly DomainError YearsCross = DomainError.Invalid(
        "yearsCross", "Tahun before harus mendahului tahun after.", "The year before must precede the year after.");

    public static readonly DomainError OtherKind = DomainError.Invalid(
        "otherKind", "Jenis perjanjian tidak dapat diubah.", "The kind of an agreement cannot be changed.");

    public static readonly DomainError OtherKindExtends = DomainError.Invalid(
        "otherKindExtends",
        "Perpanjangan harus sejenis dengan perjanjian yang diperpanjang.",
        "An extension must be of the same kind as the agreement that it extends.");

    public static readonly DomainError TerminatedBeforeSigning = DomainError.Invalid(
        "terminatedBeforeSigning",
        "Tanggal pengakhiran mendahului tanggal penandatanganan.",
        "The date of termination precedes the date of signing.");

    public static readonly DomainError TerminatedAfterEnd = DomainError.Invalid(
        "terminatedAfterEnd", "Perjanjian ini sudah berakhir sebelum tanggal pengakhiran.", "The agreement ends before the date of termination.");

    public static DomainError OutlivesMou(DateOnly end) => DomainError.Invalid(
        "outlivesMou",
        $"PKS tidak boleh berlaku melewati masa berlaku MoU induk, yaitu sampai {Dates.Indonesian(end)}.",
        $"A PKS cannot outlast its parent MoU, which ends on {Dates.English(end)}.");

    public static DomainError Overlaps(string title, Guid id) => DomainError.Conflict(
        "agreementOverlaps",
        $"Perjanjian sejenis dengan pihak yang sama berlaku pada waktu yang sama: {title} ({id}). Kirim ulang dengan confirmOverlap apabila memang dikehendaki.",
        $"An agreement of the same kind with the same parties is in force at the same time: {title} ({id}). Send it again with confirmOverlap if that is intended.");

    public static DomainError NumberTaken(string number) => DomainError.Conflict(
        "numberTaken",
        $"Nomor {number} sudah digunakan oleh pihak ini untuk perjanjian lain.",
        $"This party already used the number {number} for another agreement.");
}

using System.Globalization;
using Compliance.Domain.Common;

namespace Compliance.Domain.Evidence;

public static class EvidenceErrors
{
    public static readonly DomainError Refused = DomainError.Invalid(
        "evidenceRefused", "Bukti dukung ini tidak valid; setiap kesalahan dicantumkan.", "The evidence is not valid; each error is listed.");

    public static readonly DomainError UnknownEvidence = DomainError.Invalid(
        "unknownEvidence", "Bukti dukung ini tidak ditemukan dalam penilaian tersebut.", "The assessment has no such piece of evidence.");

    public static readonly DomainError UnknownUpload = DomainError.Invalid(
        "unknownUpload",
        "Unggahan ini tidak ditemukan dalam penilaian tersebut atau sudah kedaluwarsa.",
        "The assessment has no such upload, or the upload has expired.");

    public static readonly DomainError NotALink = DomainError.Invalid(
        "notALink",
        "Harus berupa alamat web lengkap yang diawali http:// atau https://, tanpa kata sandi.",
        "This must be a complete web address that begins with http:// or https:// and contains no password.");

    public static readonly DomainError UnsupportedContent = DomainError.Invalid(
        "unsupportedContent",
        "Isi berkas ini tidak dikenali. Jenis yang diterima: JPEG, PNG, WebP, HEIC, PDF, MP4.",
        "The content of this file is not recognised. Accepted types: JPEG, PNG, WebP, HEIC, PDF, MP4.");

    public static readonly DomainError FileEmpty = DomainError.Invalid("fileEmpty", "Berkas ini kosong.", "The file is empty.");

    public static readonly DomainError Replaced = DomainError.Conflict(
        "evidenceReplaced", "Bukti dukung ini sudah digantikan oleh bukti lain.", "This piece of evidence was replaced by another one.");

    public static readonly DomainError Withdrawn = DomainError.Conflict(
        "evidenceWithdrawn", "Bukti dukung ini sudah ditarik.", "This piece of evidence was withdrawn.");

    public static readonly DomainError Quarantined = DomainError.Conflict(
        "evidenceQuarantined",
        "Berkas ini ditahan: belum dipindai, atau ditemukan berbahaya.",
        "The file is withheld: it has not been scanned yet, or it was found to be harmful.");

    public static readonly DomainError NoContent = DomainError.Conflict(
        "evidenceIsLink", "Bukti dukung ini berupa tautan sehingga tidak memiliki berkas.", "This piece of evidence is a link and has no file.");

    public static readonly DomainError OwnEvidence = DomainError.Invalid(
        "ownEvidence",
        "Bukti dukung tidak boleh diperiksa oleh pengunggahnya sendiri.",
        "Evidence cannot be reviewed by the person who uploaded it.");

    public static readonly DomainError RejectionUnexplained = DomainError.Invalid(
        "rejectionUnexplained", "Jelaskan mengapa bukti dukung ini ditolak.", "Explain why the evidence is rejected.");

    public static readonly DomainError UploadBusy = DomainError.Conflict(
        "uploadBusy", "Perangkat lain sedang mengirim bagian unggahan ini.", "Another device is sending a part of this upload.");

    public static readonly DomainError UploadFinished = DomainError.Conflict(
        "uploadFinished", "Unggahan ini sudah selesai dan menjadi bukti dukung.", "This upload is complete and has become evidence.");

    public static readonly DomainError Sha256Differs = DomainError.Invalid(
        "sha256Differs",
        "Isi yang diterima tidak sesuai dengan sha256 yang disebut; ulangi unggahan dari awal.",
        "The content that arrived does not match the given sha256; start the upload again.");

    public static DomainError ContentMismatch(string declared, ContentKind found) => DomainError.Invalid(
        "contentMismatch",
        $"Berkas ini dinyatakan sebagai '{declared}', tetapi isinya {found.MediaType()}.",
        $"The file is declared as '{declared}', but its content is {found.MediaType()}.");

    public static DomainError FileTooLarge(long most)
    {
        var bytes = most.ToString(CultureInfo.InvariantCulture);

        return DomainError.TooLarge("fileTooLarge", $"Ukuran berkas paling besar {bytes} bita.", $"A file can have at most {bytes} bytes.");
    }

    public static DomainError AssessmentQuota(long pieces, long bytes) => DomainError.Conflict(
        "assessmentQuotaReached",
        $"Batas bukti dukung penilaian ini tercapai: {Number(pieces)} butir atau {Number(bytes)} bita, termasuk yang digantikan atau ditarik.",
        $"This assessment has reached its limit of evidence: {Number(pieces)} pieces or {Number(bytes)} bytes, replaced and withdrawn ones included.");

    public static DomainError AgreementQuota(long pieces, long bytes) => DomainError.Conflict(
        "agreementQuotaReached",
        $"Batas dokumen perjanjian ini tercapai: {Number(pieces)} butir atau {Number(bytes)} bita, termasuk yang digantikan.",
        $"This agreement has reached its limit of documents: {Number(pieces)} pieces or {Number(bytes)} bytes, replaced ones included.");

    public static DomainError AccountQuota(long pieces, long bytes) => DomainError.Conflict(
        "accountQuotaReached",
        $"Batas berkas dan tautan akun Anda tercapai: {Number(pieces)} butir atau {Number(bytes)} bita; hubungi administrator.",
        $"Your account has reached its limit of files and links: {Number(pieces)} pieces or {Number(bytes)} bytes; contact an administrator.");

    public static DomainError TooManyUploads(long most) => DomainError.Conflict(
        "tooManyUploads",
        $"Akun Anda memiliki {Number(most)} unggahan yang belum selesai; selesaikan sebagian atau tunggu sampai kedaluwarsa.",
        $"Your account has {Number(most)} unfinished uploads; finish some of them or wait until they expire.");

    public static DomainError OffsetDiffers(long offset)
    {
        var there = offset.ToString(CultureInfo.InvariantCulture);

        return DomainError.Conflict(
            "uploadOffsetDiffers",
            $"Unggahan ini telah sampai pada bita {there}; lanjutkan dari sana.",
            $"This upload has reached byte {there}; continue from there.");
    }

    public static DomainError SizeDiffers(long size)
    {
        var bytes = size.ToString(CultureInfo.InvariantCulture);

        return DomainError.Invalid(
            "uploadSizeDiffers", $"Unggahan ini dimulai untuk berkas berukuran {bytes} bita.", $"This upload was begun for a file of {bytes} bytes.");
    }

    public static DomainError ChunkBeyondSize(long size)
    {
        var bytes = size.ToString(CultureInfo.InvariantCulture);

        return DomainError.Invalid(
            "chunkBeyondSize",
            $"Bagian ini melampaui ukuran unggahan, yaitu {bytes} bita.",
            $"This part goes beyond the size of the upload, {bytes} bytes.");
    }

    public static DomainError UploadIncomplete(long offset, long size)
    {
        var (there, bytes) = (offset.ToString(CultureInfo.InvariantCulture), size.ToString(CultureInfo.InvariantCulture));

        return DomainError.Conflict(
            "uploadIncomplete",
            $"Unggahan belum lengkap: baru {there} dari {bytes} bita yang diterima.",
            $"The upload is incomplete: {there} of {bytes} bytes have arrived.");
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using Compliance.Domain.Common;

namespace Compliance.Domain.Evidence;

public static class EvidenceErrors
{
    public static readonly DomainError Refused = DomainError.Breaks(
        "evidenceRefused", "Bukti ini tidak dapat diterima; setiap tempat yang salah disebutkan.", "This evidence cannot be taken; each place that is wrong is named.");

    public static readonly DomainError UnknownEvidence = DomainError.Breaks(
        "unknownEvidence", "Bukti ini tidak ada dalam penilaian ini.", "The assessment has no such piece of evidence.");

    public static readonly DomainError UnknownUpload = DomainError.Breaks(
        "unknownUpload", "Unggahan ini tidak ada dalam penilaian ini, atau sudah kedaluwarsa.", "The assessment has no such upload, or it has expired.");

    public static readonly DomainError NotALink = DomainError.Breaks(
        "notALink",
        "Harus berupa alamat web lengkap yang diawali http:// atau https://, tanpa kata sandi.",
        "This must be a whole web address that begins with http:// or https:// and holds no password.");

    public static readonly DomainError UnsupportedContent = DomainError.Breaks(
        "unsupportedContent",
        "Isi berkas ini tidak dikenali. Yang diterima: JPEG, PNG, WebP, HEIC, PDF, MP4.",
        "The content of this file is not recognised. Taken are JPEG, PNG, WebP, HEIC, PDF, MP4.");

    public static readonly DomainError FileEmpty = DomainError.Breaks("fileEmpty", "Berkas ini kosong.", "This file is empty.");

    public static readonly DomainError Replaced = DomainError.Conflicts(
        "evidenceReplaced", "Bukti ini sudah digantikan bukti lain.", "Another piece has taken the place of this one.");

    public static readonly DomainError Withdrawn = DomainError.Conflicts("evidenceWithdrawn", "Bukti ini sudah ditarik.", "This piece was withdrawn.");

    public static readonly DomainError Quarantined = DomainError.Conflicts(
        "evidenceQuarantined",
        "Berkas ini ditahan: belum dipindai, atau ditemukan berbahaya.",
        "This file is withheld: it was not scanned yet, or was found harmful.");

    public static readonly DomainError NoContent = DomainError.Conflicts(
        "evidenceIsLink", "Bukti ini sebuah tautan; tidak ada berkasnya.", "This piece is a link; there is no file.");

    public static readonly DomainError OwnEvidence = DomainError.Breaks(
        "ownEvidence", "Bukti diperiksa oleh orang lain, bukan oleh pengunggahnya.", "Somebody else reviews a piece of evidence, never its uploader.");

    public static readonly DomainError RejectionUnexplained = DomainError.Breaks(
        "rejectionUnexplained", "Jelaskan mengapa bukti ini ditolak.", "Say why the piece is rejected.");

    public static readonly DomainError UploadBusy = DomainError.Conflicts(
        "uploadBusy", "Perangkat lain sedang mengirim bagian unggahan ini.", "Another device is sending a part of this upload.");

    public static readonly DomainError UploadFinished = DomainError.Conflicts(
        "uploadFinished", "Unggahan ini sudah menjadi bukti.", "This upload has become evidence.");

    public static readonly DomainError Sha256Differs = DomainError.Breaks(
        "sha256Differs",
        "Yang diterima bukan berkas dengan sha256 yang disebut; unggahan ini kembali ke awal.",
        "What arrived is not the file of the sha256 that was named; the upload is back at its beginning.");

    public static DomainError ContentMismatch(string declared, ContentKind found) => DomainError.Breaks(
        "contentMismatch",
        $"Berkas ini disebut '{declared}', tetapi isinya {found.MediaType()}.",
        $"The file is called '{declared}', but its content is {found.MediaType()}.");

    public static DomainError FileTooLarge(long most)
    {
        var bytes = most.ToString(CultureInfo.InvariantCulture);

        return DomainError.Exceeds("fileTooLarge", $"Berkas paling besar {bytes} bita.", $"A file has at most {bytes} bytes.");
    }

    public static DomainError OffsetDiffers(long offset)
    {
        var there = offset.ToString(CultureInfo.InvariantCulture);

        return DomainError.Conflicts(
            "uploadOffsetDiffers",
            $"Unggahan ini berada pada bita {there}; lanjutkan dari sana.",
            $"This upload stands at byte {there}; go on from there.");
    }

    public static DomainError SizeDiffers(long size)
    {
        var bytes = size.ToString(CultureInfo.InvariantCulture);

        return DomainError.Breaks(
            "uploadSizeDiffers", $"Unggahan ini dimulai sebagai berkas {bytes} bita.", $"This upload was begun as a file of {bytes} bytes.");
    }

    public static DomainError ChunkBeyondSize(long size)
    {
        var bytes = size.ToString(CultureInfo.InvariantCulture);

        return DomainError.Breaks(
            "chunkBeyondSize", $"Bagian ini melampaui ukuran unggahan, {bytes} bita.", $"The part goes beyond the size of the upload, {bytes} bytes.");
    }

    public static DomainError UploadIncomplete(long offset, long size)
    {
        var (there, bytes) = (offset.ToString(CultureInfo.InvariantCulture), size.ToString(CultureInfo.InvariantCulture));

        return DomainError.Conflicts(
            "uploadIncomplete",
            $"Baru {there} dari {bytes} bita unggahan ini yang tiba.",
            $"Of this upload {there} of {bytes} bytes have arrived.");
    }
}

using Compliance.Domain.Common;

namespace Compliance.Domain.Access;

public static class AccessErrors
{
    public static readonly DomainError CredentialsNeeded = DomainError.Unauthenticated(
        "credentialsNeeded",
        "Anda harus masuk terlebih dahulu: kirim token dalam Authorization: Bearer, atau kunci API dalam X-Api-Key.",
        "Sign in first: send a token in Authorization: Bearer, or an API key in X-Api-Key.");

    public static readonly DomainError CredentialsInvalid = DomainError.Unauthenticated(
        "credentialsInvalid",
        "Token atau kunci API ini tidak berlaku: keliru, kedaluwarsa, atau telah dicabut. Silakan masuk kembali.",
        "This token or API key is not valid: it is wrong, expired or revoked. Sign in again.");

    public static readonly DomainError SignInRefused = DomainError.Unauthenticated(
        "signInRefused",
        "Alamat surel, kata sandi, atau kode sekali pakai salah, atau akun sedang terkunci. Coba lagi nanti atau hubungi administrator.",
        "The e-mail address, the password or the one-time code is wrong, or the account is locked. Try again later or contact an administrator.");

    public static readonly DomainError OtpNeeded = DomainError.Unauthenticated(
        "otpNeeded",
        "Akun ini memakai faktor kedua; sertakan otp dari aplikasi autentikator.",
        "This account uses a second factor; also send the otp from the authenticator app.");

    public static readonly DomainError RefreshRefused = DomainError.Unauthenticated(
        "refreshRefused",
        "Token penyegaran (refreshToken) ini tidak berlaku lagi; masuklah kembali dengan kata sandi.",
        "This refresh token is no longer valid; sign in again with the password.");

    public static readonly DomainError NotAllowed = DomainError.Forbidden(
        "notAllowed",
        "Peran Anda tidak mengizinkan tindakan ini. GET /me menampilkan tindakan yang diizinkan.",
        "Your roles do not allow this. GET /me shows what they allow.");

    public static readonly DomainError SecondFactorNeeded = DomainError.Forbidden(
        "secondFactorNeeded",
        "Peran kantor pusat baru berlaku apabila Anda masuk dengan faktor kedua: daftarkan autentikator di /me/authenticator, lalu masuk dengan otp.",
        "Head-office roles take effect only after you sign in with a second factor: enrol an authenticator at /me/authenticator, then sign in with its otp.");

    public static readonly DomainError OutsideScope = DomainError.Forbidden(
        "outsideScope",
        "Tindakan ini di luar wilayah kerja peran Anda. GET /me menampilkan wilayah kerja tersebut.",
        "This is outside the scope of your roles. GET /me shows their scope.");

    public static readonly DomainError AccountsOnly = DomainError.Forbidden(
        "accountsOnly",
        "Tindakan ini hanya untuk akun yang masuk dengan kata sandi, bukan untuk kunci API atau token dari penerbit lain.",
        "This is only for accounts that sign in with a password, not for API keys or tokens from another issuer.");

    public static readonly DomainError OfficeNeeded = DomainError.Invalid(
        "officeNeeded",
        "Peran ini memerlukan office: kode provinsi, atau 00 untuk kantor pusat.",
        "This role needs an office: a province code, or 00 for head office.");

    public static readonly DomainError OfficeNotForRole = DomainError.Invalid(
        "officeNotForRole", "Peran ini tidak terikat pada kantor; kosongkan office.", "This role is not tied to an office; leave office empty.");

    public static readonly DomainError InstitutionNeeded = DomainError.Invalid(
        "institutionNeeded", "Peran ini memerlukan institution: kode instansi.", "This role needs an institution: the code of the institution.");

    public static readonly DomainError InstitutionNotForRole = DomainError.Invalid(
        "institutionNotForRole",
        "Peran ini tidak terikat pada instansi; kosongkan institution.",
        "This role is not tied to an institution; leave institution empty.");

    public static readonly DomainError CycleNotForRole = DomainError.Invalid(
        "cycleNotForRole",
        "Peran ini tidak terbatas pada satu tahun penilaian; kosongkan cycle.",
        "This role is not limited to one cycle; leave cycle empty.");

    public static readonly DomainError IntegratorsUseKeys = DomainError.Invalid(
        "integratorsUseKeys", "Integrator menggunakan kunci API; buat kunci di /api-keys.", "Integrators use API keys; create one at /api-keys.");

    public static readonly DomainError UnknownOffice = DomainError.Invalid(
        "unknownOffice",
        "Kode kantor tidak ditemukan; gunakan kode provinsi Kemendagri atau 00.",
        "There is no such office; use the Kemendagri code of a province, or 00.");

    public static readonly DomainError GrantsRefused = DomainError.Invalid(
        "grantsRefused",
        "Ada peran yang tidak dapat diberikan; setiap kesalahan dicantumkan.",
        "Some roles cannot be granted; each error is listed.");

    public static readonly DomainError EmailTaken = DomainError.Conflict(
        "emailTaken", "Alamat surel ini sudah digunakan oleh akun lain.", "This e-mail address is already used by another account.");

    public static readonly DomainError InvitationInvalid = DomainError.Invalid(
        "invitationInvalid",
        "Undangan ini keliru, kedaluwarsa, atau sudah digunakan; mintalah undangan baru kepada administrator.",
        "This invitation is wrong, expired or already used; ask an administrator for a new one.");

    public static readonly DomainError PasswordRefused = DomainError.Invalid(
        "passwordRefused",
        "Kata sandi ini tidak dapat digunakan; setiap alasan dicantumkan.",
        "This password cannot be used; each reason is listed.");

    public static readonly DomainError PasswordWrong = DomainError.Invalid(
        "passwordWrong", "Kata sandi saat ini salah.", "The current password is wrong.");

    public static readonly DomainError OtpWrong = DomainError.Invalid(
        "otpWrong",
        "Kode sekali pakai salah atau sudah digunakan; tunggu kode berikutnya.",
        "The one-time code is wrong or already used; wait for the next one.");

    public static readonly DomainError AuthenticatorEnrolled = DomainError.Conflict(
        "authenticatorEnrolled",
        "Autentikator sudah terdaftar; untuk menggantinya, mintalah undangan baru kepada administrator.",
        "An authenticator is already enrolled; to replace it, ask an administrator for a new invitation.");

    public static readonly DomainError AuthenticatorNotBegun = DomainError.Conflict(
        "authenticatorNotBegun",
        "Pendaftaran autentikator belum dimulai; mulailah dengan POST /me/authenticator.",
        "Enrolment of an authenticator has not started; begin with POST /me/authenticator.");

    public static readonly DomainError Erased = DomainError.Conflict(
        "accountErased",
        "Data akun ini telah dihapus; akun tidak dapat diubah lagi.",
        "The data of this account was erased; the account can no longer be changed.");

    public static readonly DomainError Disabled = DomainError.Conflict(
        "accountDisabled",
        "Akun ini dinonaktifkan; aktifkan terlebih dahulu sebelum mengirim undangan baru.",
        "This account is disabled; enable it before you send a new invitation.");

    public static readonly DomainError OwnAccess = DomainError.Invalid(
        "ownAccess",
        "Peran dan status akun Anda sendiri hanya dapat diubah oleh administrator lain.",
        "Only another administrator can change the roles and the status of your own account.");

    public static readonly DomainError NoPassword = DomainError.Invalid(
        "noPassword",
        "Akun ini masuk melalui penerbit lain sehingga tidak memerlukan undangan.",
        "This account signs in through another issuer and needs no invitation.");

    public static readonly DomainError ScopeNotForKeys = DomainError.Invalid(
        "scopeNotForKeys",
        "Kunci API hanya dapat diberi izin membaca hasil secara massal (readResultsInBulk) dan mengimpor hasil (importResults).",
        "An API key can only be allowed to read results in bulk (readResultsInBulk) and to import results (importResults).");

    public static readonly DomainError KeyExpiry = DomainError.Invalid(
        "keyExpiry",
        "Masa berlaku kunci harus berakhir setelah saat ini dan paling lambat dua tahun lagi.",
        "The expiry of a key must lie in the future, at most two years from now.");

    public static readonly DomainError KeyRevoked = DomainError.Conflict(
        "keyRevoked", "Kunci ini sudah dicabut; buat kunci baru.", "This key was revoked; create a new one.");

    public static readonly DomainError KeyExpired = DomainError.Conflict(
        "keyExpired", "Kunci ini sudah kedaluwarsa; buat kunci baru.", "This key has expired; create a new one.");

    public static readonly DomainError OverlapTooLong = DomainError.Invalid(
        "overlapTooLong",
        "Kunci lama dapat tetap berlaku paling lama 30 hari (720 jam).",
        "The old key can stay valid for at most 30 days (720 hours).");

    public static readonly DomainError UnknownAssessor = DomainError.Invalid(
        "unknownAssessor",
        "Tidak ditemukan asesor aktif dengan alamat surel ini pada kantor yang menangani unit tersebut.",
        "The office of this unit has no active assessor with this e-mail address.");
}

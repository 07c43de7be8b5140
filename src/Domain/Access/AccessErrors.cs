using Compliance.Domain.Common;

namespace Compliance.Domain.Access;

public static class AccessErrors
{
    public static readonly DomainError CredentialsNeeded = DomainError.Unknown(
        "credentialsNeeded",
        "Masuklah lebih dulu: kirim Authorization: Bearer dengan token, atau X-Api-Key.",
        "Sign in first: send Authorization: Bearer with a token, or X-Api-Key.");

    public static readonly DomainError CredentialsInvalid = DomainError.Unknown(
        "credentialsInvalid",
        "Token atau kunci ini tidak berlaku: salah, kedaluwarsa, atau dicabut. Masuklah lagi.",
        "This token or key is not valid: wrong, expired or revoked. Sign in again.");

    public static readonly DomainError SignInRefused = DomainError.Unknown(
        "signInRefused",
        "Alamat e-mail, kata sandi atau kode sekali pakai salah, atau akun sedang terkunci. Coba lagi nanti atau hubungi administrator.",
        "The e-mail address, the password or the one-time code is wrong, or the account is locked. Try again later or ask an administrator.");

    public static readonly DomainError OtpNeeded = DomainError.Unknown(
        "otpNeeded",
        "Akun ini memakai faktor kedua; kirim juga otp dari aplikasi autentikator.",
        "This account has a second factor; send the otp of the authenticator app as well.");

    public static readonly DomainError RefreshRefused = DomainError.Unknown(
        "refreshRefused",
        "Refresh token ini tidak berlaku lagi; masuklah lagi dengan kata sandi.",
        "This refresh token is no longer valid; sign in again with the password.");

    public static readonly DomainError NotAllowed = DomainError.Forbids(
        "notAllowed",
        "Peran Anda tidak mengizinkan ini. GET /me menunjukkan apa yang boleh.",
        "Your roles do not allow this. GET /me shows what they allow.");

    public static readonly DomainError SecondFactorNeeded = DomainError.Forbids(
        "secondFactorNeeded",
        "Peran kantor pusat hanya berlaku dengan faktor kedua: daftarkan autentikator di /me/authenticator, lalu masuk dengan otp.",
        "Roles of head office count only with a second factor: enrol an authenticator at /me/authenticator, then sign in with its otp.");

    public static readonly DomainError OutsideScope = DomainError.Forbids(
        "outsideScope",
        "Ini di luar wilayah kerja peran Anda. GET /me menunjukkan wilayahnya.",
        "This is outside the scope of your roles. GET /me shows the scope.");

    public static readonly DomainError AccountsOnly = DomainError.Forbids(
        "accountsOnly",
        "Hanya untuk akun yang masuk dengan kata sandi, bukan kunci API atau token penerbit lain.",
        "Only for accounts that sign in with a password, not for API keys or tokens of another issuer.");

    public static readonly DomainError OfficeNeeded = DomainError.Breaks(
        "officeNeeded", "Peran ini perlu office: kode provinsi, atau 00 untuk kantor pusat.", "This role needs an office: a province code, or 00 for head office.");

    public static readonly DomainError OfficeNotForRole = DomainError.Breaks(
        "officeNotForRole", "Peran ini tidak terikat pada kantor; kosongkan office.", "This role is not bound to an office; leave office out.");

    public static readonly DomainError InstitutionNeeded = DomainError.Breaks(
        "institutionNeeded", "Peran ini perlu institution: kode instansinya.", "This role needs an institution: its code.");

    public static readonly DomainError InstitutionNotForRole = DomainError.Breaks(
        "institutionNotForRole", "Peran ini tidak terikat pada instansi; kosongkan institution.", "This role is not bound to an institution; leave institution out.");

    public static readonly DomainError CycleNotForRole = DomainError.Breaks(
        "cycleNotForRole", "Peran ini tidak terbatas pada satu siklus; kosongkan cycle.", "This role is not limited to a cycle; leave cycle out.");

    public static readonly DomainError IntegratorsUseKeys = DomainError.Breaks(
        "integratorsUseKeys", "Integrator memakai kunci API; buatlah di /api-keys.", "Integrators use API keys; make one at /api-keys.");

    public static readonly DomainError UnknownOffice = DomainError.Breaks(
        "unknownOffice", "Kode kantor tidak dikenal; pakai kode provinsi Kemendagri atau 00.", "The office is unknown; use a Kemendagri province code or 00.");

    public static readonly DomainError GrantsRefused = DomainError.Breaks(
        "grantsRefused", "Ada peran yang tidak dapat diberikan; setiap tempatnya disebutkan.", "Some roles cannot be granted; each place is named.");

    public static readonly DomainError EmailTaken = DomainError.Conflicts(
        "emailTaken", "Alamat e-mail ini sudah dipakai akun lain.", "This e-mail address belongs to another account.");

    public static readonly DomainError InvitationInvalid = DomainError.Breaks(
        "invitationInvalid",
        "Undangan ini salah, kedaluwarsa atau sudah dipakai; minta undangan baru kepada administrator.",
        "This invitation is wrong, expired or used; ask an administrator for a new one.");

    public static readonly DomainError PasswordRefused = DomainError.Breaks(
        "passwordRefused", "Kata sandi ini tidak dapat dipakai; alasannya disebutkan.", "This password cannot be used; the reasons are named.");

    public static readonly DomainError PasswordWrong = DomainError.Breaks(
        "passwordWrong", "Kata sandi yang sekarang salah.", "The present password is wrong.");

    public static readonly DomainError OtpWrong = DomainError.Breaks(
        "otpWrong", "Kode sekali pakai salah atau sudah dipakai; tunggu kode berikutnya.", "The one-time code is wrong or was used before; wait for the next one.");

    public static readonly DomainError AuthenticatorEnrolled = DomainError.Conflicts(
        "authenticatorEnrolled",
        "Autentikator sudah terdaftar; administrator dapat menggantinya dengan undangan baru.",
        "An authenticator is enrolled; an administrator replaces it with a new invitation.");

    public static readonly DomainError AuthenticatorNotBegun = DomainError.Conflicts(
        "authenticatorNotBegun", "Mulailah dengan POST /me/authenticator.", "Begin with POST /me/authenticator.");

    public static readonly DomainError Erased = DomainError.Conflicts(
        "accountErased", "Akun ini sudah dihapus datanya dan tidak dapat diubah.", "The data of this account was erased; it cannot be changed.");

    public static readonly DomainError Disabled = DomainError.Conflicts(
        "accountDisabled", "Akun ini dinonaktifkan; aktifkan dulu sebelum mengundang lagi.", "This account is disabled; enable it before inviting again.");

    public static readonly DomainError OwnAccess = DomainError.Breaks(
        "ownAccess", "Peran dan status akun sendiri diubah oleh administrator lain.", "Another administrator changes the roles and the status of your own account.");

    public static readonly DomainError NoPassword = DomainError.Breaks(
        "noPassword", "Akun ini masuk lewat penerbit lain; undangan tidak diperlukan.", "This account signs in at another issuer; it needs no invitation.");

    public static readonly DomainError ScopeNotForKeys = DomainError.Breaks(
        "scopeNotForKeys", "Kunci API hanya dapat memuat readResultsInBulk dan importResults.", "An API key holds only readResultsInBulk and importResults.");

    public static readonly DomainError KeyExpiry = DomainError.Breaks(
        "keyExpiry", "Masa berlaku kunci antara sekarang dan dua tahun lagi.", "A key expires between now and two years from now.");

    public static readonly DomainError KeyRevoked = DomainError.Conflicts(
        "keyRevoked", "Kunci ini sudah dicabut; buatlah yang baru.", "This key was revoked; make a new one.");

    public static readonly DomainError KeyExpired = DomainError.Conflicts(
        "keyExpired", "Kunci ini sudah kedaluwarsa; buatlah yang baru.", "This key has expired; make a new one.");

    public static readonly DomainError OverlapTooLong = DomainError.Breaks(
        "overlapTooLong", "Kunci lama berlaku paling lama 30 hari (720 jam) lagi.", "The old key stays valid for at most 30 days (720 hours).");

    public static readonly DomainError UnknownAssessor = DomainError.Breaks(
        "unknownAssessor",
        "Tidak ada asesor aktif dengan alamat ini untuk kantor unit tersebut.",
        "There is no active assessor of this address for the unit's office.");
}

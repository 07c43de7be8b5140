using Compliance.Domain.Common;

namespace Compliance.Domain.Passwords;

public static class PasswordErrors
{
    public static readonly DomainError TooShort = DomainError.Invalid(
        "passwordTooShort",
        $"Kata sandi harus terdiri atas paling sedikit {PasswordRules.Shortest} karakter.",
        $"A password must have at least {PasswordRules.Shortest} characters.");

    public static readonly DomainError TooLong = DomainError.Invalid(
        "passwordTooLong",
        $"Kata sandi boleh terdiri atas paling banyak {PasswordRules.Longest} karakter.",
        $"A password can have at most {PasswordRules.Longest} characters.");

    public static readonly DomainError Common = DomainError.Invalid(
        "passwordCommon",
        "Kata sandi ini sudah umum dipakai, atau hanya mengulang kata sandi yang umum atau menambahkan angka dan tanda baca padanya.",
        "This password is common, or it only repeats a common one or adds digits and punctuation to it.");

    public static readonly DomainError Predictable = DomainError.Invalid(
        "passwordPredictable",
        "Kata sandi ini mudah ditebak karena sebagian besar berupa pengulangan, urutan, atau deretan tombol papan ketik.",
        "This password is easy to guess: most of it is a repetition, a sequence or a row of keys.");

    public static readonly DomainError NamesYou = DomainError.Invalid(
        "passwordNamesYou",
        "Kata sandi ini memuat nama atau alamat surel Anda.",
        "This password contains your name or your e-mail address.");
}

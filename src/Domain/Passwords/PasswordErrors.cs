using Compliance.Domain.Common;

namespace Compliance.Domain.Passwords;

public static class PasswordErrors
{
    public static readonly DomainError TooShort = DomainError.Breaks(
        "passwordTooShort",
        $"Kata sandi paling sedikit {PasswordRules.Shortest} karakter.",
        $"A password has at least {PasswordRules.Shortest} characters.");

    public static readonly DomainError TooLong = DomainError.Breaks(
        "passwordTooLong",
        $"Kata sandi paling banyak {PasswordRules.Longest} karakter.",
        $"A password has at most {PasswordRules.Longest} characters.");

    public static readonly DomainError Common = DomainError.Breaks(
        "passwordCommon",
        "Kata sandi ini sering dipakai orang, atau hanya mengulang atau menambah angka dan tanda baca pada yang sering dipakai.",
        "Many people use this password, or it only repeats such a one or adds digits and punctuation to it.");

    public static readonly DomainError Predictable = DomainError.Breaks(
        "passwordPredictable",
        "Kata sandi ini mudah ditebak: sebagian besar berupa pengulangan, urutan, atau deretan tombol papan ketik.",
        "This password is easy to guess: most of it is a repetition, a sequence or a row of keys.");

    public static readonly DomainError NamesYou = DomainError.Breaks(
        "passwordNamesYou",
        "Kata sandi ini memuat nama atau alamat surel Anda.",
        "This password contains your name or your e-mail address.");
}

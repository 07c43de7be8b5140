using Compliance.Application.Common;
using Compliance.Domain.Common;

namespace Compliance.Api.Requests;

/// <summary>The request cannot be parsed; the faults tell where and how to correct it.</summary>
internal sealed class InvalidRequestException(IReadOnlyList<Fault> faults) : Exception("The request cannot be read.")
{
    public IReadOnlyList<Fault> Faults { get; } = faults;
}

/// <summary>The JSON of the request is not what the operation takes: it has members that are unknown, or that occur twice.</summary>
internal sealed class MalformedBodyException(IReadOnlyList<Fault> faults) : Exception("The body cannot be read.")
{
    public IReadOnlyList<Fault> Faults { get; } = faults;
}

internal static class RequestErrors
{
    public static readonly DomainError NotANumber = DomainError.Invalid("notANumber", "Harus berupa bilangan bulat.", "This must be a whole number.");

    public static readonly DomainError NotAScore = DomainError.Invalid(
        "notAScore",
        "Harus berupa nilai antara 0 dan 100, dengan paling banyak dua desimal.",
        "This must be a score between 0 and 100, with at most two decimals.");

    public static readonly DomainError BadCursor = DomainError.Invalid(
        "badCursor",
        "Kursor ini bukan berasal dari daftar ini; mulai lagi tanpa kursor.",
        "This cursor does not belong to this list; start again without a cursor.");

    public static readonly DomainError LimitOutOfRange = DomainError.Invalid(
        "limitOutOfRange", $"Harus antara 1 dan {Paging.HighestLimit}.", $"This must be between 1 and {Paging.HighestLimit}.");

    public static readonly DomainError Twice = DomainError.Invalid("parameterTwice", "Parameter ini muncul dua kali.", "This parameter occurs twice.");

    public static readonly DomainError EmptyParameter = DomainError.Invalid(
        "emptyParameter", "Parameter ini tidak boleh kosong; isi nilainya atau hilangkan.", "This parameter must not be empty; give it a value or leave it out.");

    public static readonly DomainError BadIdempotencyKey = DomainError.Invalid(
        "badIdempotencyKey",
        "Idempotency-Key harus terdiri atas 1 sampai 200 karakter biasa.",
        "An Idempotency-Key must have 1 to 200 plain characters.");

    public static readonly DomainError NotAUuid = DomainError.Invalid(
        "notAUuid",
        "Harus berupa UUID, misalnya 0198c0de-0000-7000-8000-000000000001.",
        "This must be a UUID, such as 0198c0de-0000-7000-8000-000000000001.");

    public static readonly DomainError NotAnObservation = DomainError.Invalid(
        "notAnObservation",
        "Harus berbentuk indikator@subjek, misalnya process.standard.cost@product:1.",
        "This must be indicator@subject, such as process.standard.cost@product:1.");

    public static readonly DomainError BadRange = DomainError.Invalid(
        "badRange",
        "Content-Range harus berbentuk bytes awal-akhir/total serta sesuai dengan isi permintaan dan Upload-Offset.",
        "Content-Range must have the form bytes from-to/total and agree with the body and Upload-Offset.");

    public static DomainError OneSource(IEnumerable<string> sources)
    {
        var names = string.Join(", ", sources);

        return DomainError.Invalid("oneSource", $"Kirim tepat satu: {names}.", $"Send exactly one of {names}.");
    }

    public static DomainError NotAFigure(decimal lowest, decimal highest) => DomainError.Invalid(
        "notAFigure",
        $"Harus berupa angka antara {Figures.Indonesian(lowest)} dan {Figures.Indonesian(highest)}, tanpa eksponen.",
        $"This must be a number between {Figures.English(lowest)} and {Figures.English(highest)}, without an exponent.");

    public static readonly DomainError MemberTwice = DomainError.Invalid(
        "memberTwice", "Isian ini muncul lebih dari satu kali.", "This member occurs more than once.");

    public static DomainError UnknownMember(IEnumerable<string> known)
    {
        var names = string.Join(", ", known);

        return DomainError.Invalid(
            "unknownMember", $"Isian tidak dikenal. Isian yang tersedia: {names}.", $"Unknown member. Available members: {names}.");
    }

    public static DomainError UnknownParameter(IEnumerable<string> known)
    {
        var names = string.Join(", ", known);

        return DomainError.Invalid(
            "unknownParameter", $"Parameter tidak dikenal. Parameter yang tersedia: {names}.", $"Unknown parameter. Available parameters: {names}.");
    }
}

namespace Compliance.Application.Common;

/// <summary>Errors that any value of a request can have, whatever it means. Those of texts are in <see cref="PlainText"/>.</summary>
public static class InputErrors
{
    public static readonly DomainError Malformed = DomainError.Invalid("malformedValue", "Nilai ini tidak valid.", "This value is not valid.");

    public static readonly DomainError TooMany = DomainError.Invalid("tooMany", "Terlalu banyak butir dalam satu permintaan.", "There are too many items in one request.");

    public static readonly DomainError NotAnEmail = DomainError.Invalid("notAnEmail", "Harus berupa alamat surel yang valid.", "This must be a valid e-mail address.");
}

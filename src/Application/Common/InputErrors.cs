namespace Compliance.Application.Common;

/// <summary>What can be wrong with any value of a request, whatever it stands for. <see cref="PlainText"/> has those of texts.</summary>
public static class InputErrors
{
    public static readonly DomainError Malformed = DomainError.Invalid("malformedValue", "Nilai ini tidak valid.", "This value is not valid.");

    public static readonly DomainError TooMany = DomainError.Invalid("tooMany", "Terlalu banyak butir dalam satu permintaan.", "There are too many items in one request.");

    public static readonly DomainError NotAnEmail = DomainError.Invalid("notAnEmail", "Harus berupa alamat surel yang valid.", "This must be a valid e-mail address.");
}

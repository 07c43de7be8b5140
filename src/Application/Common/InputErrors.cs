namespace Compliance.Application.Common;

/// <summary>What can be wrong with any value of a request, whatever it stands for. <see cref="PlainText"/> has those of texts.</summary>
public static class InputErrors
{
    public static readonly DomainError Malformed = DomainError.Breaks("malformedValue", "Nilai ini tidak terbaca.", "This value cannot be read.");

    public static readonly DomainError TooMany = DomainError.Breaks("tooMany", "Terlalu banyak dalam satu permintaan.", "Too many in one request.");

    public static readonly DomainError NotAnEmail = DomainError.Breaks("notAnEmail", "Harus berupa alamat surel.", "This must be an e-mail address.");
}

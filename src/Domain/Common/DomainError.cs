namespace Compliance.Domain.Common;

/// <summary>Why something is refused: the request breaks a rule, or it conflicts with the current state.</summary>
public enum Refusal
{
    BreaksRule,
    ConflictsWithState,

    /// <summary>The caller is not authenticated.</summary>
    UnknownCaller,

    /// <summary>The caller is authenticated, but not permitted to do this.</summary>
    NotYours,

    /// <summary>The caller's version is not the current one.</summary>
    Outdated,

    /// <summary>The request is larger than the limit.</summary>
    TooLarge,

    /// <summary>There is no room to store anything at the moment.</summary>
    NoSpace,
}

/// <summary>A named error. The code is public and stable; the message is for people.</summary>
public sealed record DomainError(string Code, Refusal Refusal, LocalizedText Message)
{
    public static DomainError Invalid(string code, string indonesian, string english) =>
        new(code, Refusal.BreaksRule, new(indonesian, english));

    public static DomainError Conflict(string code, string indonesian, string english) =>
        new(code, Refusal.ConflictsWithState, new(indonesian, english));

    public static DomainError Unauthenticated(string code, string indonesian, string english) =>
        new(code, Refusal.UnknownCaller, new(indonesian, english));

    public static DomainError Forbidden(string code, string indonesian, string english) =>
        new(code, Refusal.NotYours, new(indonesian, english));

    public static DomainError Outdated(string code, string indonesian, string english) =>
        new(code, Refusal.Outdated, new(indonesian, english));

    public static DomainError TooLarge(string code, string indonesian, string english) =>
        new(code, Refusal.TooLarge, new(indonesian, english));

    public static DomainError NoSpace(string code, string indonesian, string english) =>
        new(code, Refusal.NoSpace, new(indonesian, english));

    /// <summary>The same error at a position of the input, as a JSON pointer (RFC 6901).</summary>
    public Fault At(string pointer) => new(pointer, this);
}

/// <summary>One fault of an input with its position: <paramref name="Pointer"/> is a JSON pointer.</summary>
public sealed record Fault(string Pointer, DomainError Error)
{
    /// <summary>The same fault with a pointer relative to the enclosing document.</summary>
    public Fault Under(string pointer) => this with { Pointer = pointer + Pointer };
}

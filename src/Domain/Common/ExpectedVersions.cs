namespace Compliance.Domain.Common;

/// <summary>The versions on which a change may be based, as its caller named them.</summary>
public sealed class ExpectedVersions
{
    /// <summary>Whichever version is current, as long as there is one.</summary>
    public static readonly ExpectedVersions Any = new(null);

    /// <summary>Version 0: what is changed does not exist yet.</summary>
    public static readonly ExpectedVersions NotYet = Of(0);

    private readonly IReadOnlyList<int>? named;

    private ExpectedVersions(IReadOnlyList<int>? named) => this.named = named;

    /// <summary>One of these versions; with none, nothing is accepted.</summary>
    public static ExpectedVersions Of(params IReadOnlyList<int> versions) => new(versions);

    /// <param name="current">The version of the entity; 0 if it does not exist.</param>
    public bool Accepts(int current) => named?.Contains(current) ?? current > 0;
}

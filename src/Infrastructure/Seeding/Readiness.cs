namespace Compliance.Infrastructure.Seeding;

/// <summary>Whether migrations are applied, instruments checked and data loaded.</summary>
public sealed class Readiness
{
    private volatile bool ready;

    public bool IsReady => ready;

    internal void Declare() => ready = true;
}

namespace Compliance.Application.Common;

/// <summary>What was asked for does not exist, or not for this caller.</summary>
public sealed class NotFoundException(string what, object key) : Exception($"{what} '{key}' was not found.")
{
    public string What { get; } = what;

    public string Key { get; } = $"{key}";
}

namespace Compliance.Infrastructure.Hosting;

/// <summary>The readiness of the program: migrations are applied, instruments checked and data loaded.</summary>
public sealed class Readiness
{
    private readonly TaskCompletionSource declared = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsReady => declared.Task.IsCompleted;

    /// <exception cref="OperationCanceledException">The wait was cancelled, for example because the start failed.</exception>
    public Task Wait(CancellationToken cancellationToken) => declared.Task.WaitAsync(cancellationToken);

    public void Declare() => declared.TrySetResult();
}

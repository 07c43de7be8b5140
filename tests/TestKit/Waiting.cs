using System.Diagnostics;

namespace Compliance.TestKit;

/// <summary>For what becomes so somewhere else, in a host, after an answer, in another process: nobody tells when, so it is asked again and again.</summary>
public static class Waiting
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <param name="isSo">May throw where it can never become so.</param>
    /// <param name="what">Is told where patience ends.</param>
    /// <exception cref="TimeoutException">It did not become so.</exception>
    public static async Task Until(Func<Task<bool>> isSo, Func<string> what, TimeSpan patience)
    {
        for (var started = Stopwatch.GetTimestamp(); !await isSo();)
        {
            if (Stopwatch.GetElapsedTime(started) > patience)
            {
                throw new TimeoutException(what());
            }

            await Task.Delay(Pause);
        }
    }
}

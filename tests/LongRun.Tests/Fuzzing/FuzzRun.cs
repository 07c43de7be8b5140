using System.Collections.Concurrent;
using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>
/// Sends requests in waves. A wave is drawn from the seed and from what the answers to the waves before it
/// showed; its requests are sent by several workers at once.
/// </summary>
internal sealed class FuzzRun(FuzzSettings settings, ApiDocument document, Callers callers, FuzzClient client)
{
    private const int Wave = 250;
    private const int Size = 50;

    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 8 };

    private readonly Harvest harvest = new();
    private readonly AnswerChecks checks = new(document, callers.SecretsFrom);
    private readonly ConcurrentQueue<FuzzFailure> failures = [];
    private readonly FuzzTally tally = new();

    /// <summary>Writes that were taken, in their order: what a failure may have grown from.</summary>
    private readonly ConcurrentQueue<FuzzRequest> taken = [];

    public async Task<FuzzReport> Send()
    {
        var started = Stopwatch.GetTimestamp();

        foreach (var request in await Seeds.Plant(document, client, callers.Trusted, callers.TrustedEmail))
        {
            harvest.Take(document.At(request), await Send(new(request, callers.Trusted)) ?? throw new InvalidOperationException($"No answer to {request}"));
        }

        var shots = new Operations(document, harvest).Requests()
            .Zip(Gen.Elements<Caller>(callers.All), Aim);

        for (var sent = 0; sent < settings.Requests; sent += Wave)
        {
            var wave = shots.Sample(Math.Min(Wave, settings.Requests - sent), new Rnd(settings.Seed + (ulong)sent), Size).ToList();
            var replies = new Reply?[wave.Count];
            await Parallel.ForAsync(0, wave.Count, AtOnce, async (index, _) => replies[index] = await Send(wave[index]));

            // In the order of the wave, whoever was answered first, so that the next one follows from the seed as far as it can.
            foreach (var (shot, reply) in wave.Zip(replies).Where(pair => pair.Second is not null))
            {
                harvest.Take(document.At(shot.Request), reply!);
            }
        }

        return new(settings, [.. failures], [.. taken], tally, Stopwatch.GetElapsedTime(started));
    }

    private Shot Aim(FuzzRequest request, Caller drawn)
    {
        var caller = Callers.Disrupts(document.At(request)?.Id) ? Caller.Nobody : drawn;

        return new(request.By(caller), caller);
    }

    /// <summary>
    /// The server ends a connection whose last request it refused before all of its body was read. Whoever sends the next one on it at that moment is cut
    /// off, and sends it again on another, as clients do; a request that itself is not answered is not answered then either.
    /// </summary>
    private async Task<Reply> SendAgainIfCutOff(FuzzRequest request)
    {
        try
        {
            return await client.Send(request);
        }
        catch (HttpRequestException) when (!BelowTheProduct.MayHangUp(request))
        {
            return await client.Send(request);
        }
    }

    private async Task<Reply?> Send(Shot shot)
    {
        var started = Stopwatch.GetTimestamp();

        try
        {
            var reply = await SendAgainIfCutOff(shot.Request);
            var operation = document.At(shot.Request);
            tally.Count(operation?.Id, shot.Request, reply, Stopwatch.GetElapsedTime(started));

            if (reply.Status is HttpStatusCode.OK or HttpStatusCode.Created && shot.Request.Method != "GET")
            {
                taken.Enqueue(shot.Request);
                checks.Took(shot.Request);
            }

            foreach (var complaint in checks.Complaints(shot, reply))
            {
                failures.Enqueue(new(complaint, shot.Request, $"{(int)reply.Status} {reply.Text}"));
            }

            return reply;
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException)
        {
            if (!BelowTheProduct.MayHangUp(shot.Request))
            {
                failures.Enqueue(new("It is not answered.", shot.Request, problem.ToString()));
            }

            return null;
        }
    }
}

using System.Globalization;
using Compliance.Application.Decisions;

// Changes one digit of a proof at a time, at places of chance, and verifies the whole each time as "proof verify" does.
//   Tamper PROOF KEY CHANGES SEED
// The proof is a file of GET /cycles/{year}/proof, the key one of GET /audit/keys. Ends with 1 where a change was not found.
var (proof, keys) = (await File.ReadAllBytesAsync(args[0]), new[] { await File.ReadAllTextAsync(args[1]) });
var (changes, seed) = (Number(args[2]), Number(args[3]));

if (await ProblemOf(proof) is { } broken)
{
    throw new InvalidOperationException($"The proof is not whole before anything is changed: {broken}.");
}

var digits = Enumerable.Range(0, proof.Length).Where(index => proof[index] is >= (byte)'0' and <= (byte)'9').ToArray();
var chance = new Random(seed);
var places = Enumerable.Range(0, changes).Select(_ => (Place: digits[chance.Next(digits.Length)], Step: chance.Next(1, 10))).ToList();
var started = Stopwatch.GetTimestamp();
var found = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);

await Parallel.ForEachAsync(places, async (change, cancellationToken) =>
{
    var changed = (byte[])proof.Clone();
    changed[change.Place] = (byte)('0' + ((changed[change.Place] - '0' + change.Step) % 10));
    found.AddOrUpdate(await ProblemOf(changed) ?? "NOT FOUND", 1, (_, count) => count + 1);
});

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{changes} changes among {digits.Length} digits of {proof.Length} bytes, seed {seed}, in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s:"));

foreach (var (problem, count) in found.OrderByDescending(pair => pair.Value))
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {problem} {count}"));
}

return found.ContainsKey("NOT FOUND") ? 1 : 0;

async Task<string?> ProblemOf(byte[] bytes)
{
    using var stream = new MemoryStream(bytes, writable: false);

    return (await ProofFile.Verify(stream, keys, CancellationToken.None)).Problem?.Code;
}

static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);

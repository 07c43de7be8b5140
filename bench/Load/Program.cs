using System.Globalization;
using Compliance.Bench.Load;

// Puts full sheets on one server, product or anchor alike (W1), and remembers what was acknowledged.
// Its argument is the plan, a JSON file; then it takes one command a line, and answers each with a line of JSON:
//   fill CONNECTIONS             puts every sheet once
//   run CONNECTIONS SECONDS      puts sheets at random; requests that are under way at the end are finished
//   state FILE                   writes how often each sheet was acknowledged, and the points that stand on it
var plan = Plan.Read(args[0]);
var field = new Field(plan);

while (Console.ReadLine() is { } line)
{
    var words = line.Split(' ', 3);
    Console.WriteLine(words[0] switch
    {
        "fill" => field.Fill(Number(words[1])).ToJson(),
        "run" => field.Run(Number(words[1]), TimeSpan.FromSeconds(Number(words[2]))).ToJson(),
        "state" => field.Save(words[1]),
        _ => throw new InvalidOperationException($"Unknown command: {line}"),
    });
}

static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);

using BenchmarkDotNet.Running;
using Compliance.Kernel;

// Without arguments all benchmarks run, in about two minutes; BenchmarkDotNet's own arguments work too.
BenchmarkSwitcher.FromAssembly(typeof(ScoringBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);

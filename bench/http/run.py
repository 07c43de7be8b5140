"""Chooses what is measured and writes the table; started by bench/run, which has published all programs."""
import os
import platform
import signal
import sys
import time

from rounds import Bench
from servers import Failure
from table import render, save


def setting(name, default, most):
    value = int(os.environ.get(name, default))
    if not 1 <= value <= most:
        raise Failure(f"{name} must be 1 to {most}.")
    return value


def out_of_time(*_):
    raise Failure("The run took longer than it may.")


def main(work, chosen):
    workloads = {"W2": Bench.results, "W3": Bench.rankings, "W7": Bench.cold_starts}
    unknown = set(chosen) - {*workloads, "serve"}
    if unknown:
        raise Failure(f"Unknown workload: {', '.join(sorted(unknown))}. There are {', '.join(workloads)}.")
    connections = [int(part) for part in os.environ.get("CONNS", "16,64").split(",")]
    bench = Bench(work, setting("ROUNDS", 5, 20), setting("SECS", 3, 30), connections)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGALRM, out_of_time)
    try:
        if "serve" in chosen:
            bench.serve()
        signal.alarm(600 + bench.rounds * (len(connections) * 6 * (bench.seconds + 2) + 60))
        bench.fill()
        bench.start_anchor()
        # In this order: the corrections of W3 change what W2 compares, and W7 stops everything.
        for name, measure in workloads.items():
            if not chosen or name in chosen:
                print(f"{name} …", flush=True)
                measure(bench)
    finally:
        bench.stop()
    return bench


if __name__ == "__main__":
    try:
        done = main(sys.argv[1], sys.argv[2:])
    except (Failure, KeyboardInterrupt) as ended:
        sys.exit(str(ended) or 130)
    title = f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, {done.rounds} rounds of {done.seconds} s; median [least..most]"
    report = f"{title}\n\n{render(done.rows)}\n"
    print(f"\n{report}")
    with open(os.path.join(done.out, "table.md"), "w") as file:
        file.write(report)
    save(done.rows, os.path.join(done.out, "rounds.csv"))
    sys.exit(1 if any(row.bad for row in done.rows) else 0)

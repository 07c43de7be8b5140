"""Chooses what is measured and writes the table; started by bench/run, which has published all programs."""
import os
import platform
import signal
import sys
import time

import crash
from deciding import Deciding
from following import Following
from postgres import Postgres
from rounds import Bench
from servers import Failure
from sheets import Sheets
from table import render, save

READS = {"W2": Bench.results, "W3": Bench.rankings, "W7": Bench.cold_starts}
DECIDES = {"W4": Deciding.decide}
FOLLOWS = {"F1": Following.lists}
WRITES = {"W1": Sheets.puts, "W8": Sheets.mixed}
PROVIDERS = ("sqlite", "postgresql")


def setting(name, default, most):
    value = int(os.environ.get(name, default))
    if not 1 <= value <= most:
        raise Failure(f"{name} must be 1 to {most}.")
    return value


def numbers(name, default):
    return [int(part) for part in os.environ.get(name, default).split(",")]


def databases():
    chosen = os.environ.get("DATABASES", ",".join(PROVIDERS)).split(",")
    if set(chosen) - set(PROVIDERS):
        raise Failure(f"DATABASES takes {' and '.join(PROVIDERS)}.")
    return chosen


def out_of_time(*_):
    raise Failure("The run took longer than it may.")


def measure(bench, workloads, chosen):
    for name, workload in workloads.items():
        if not chosen or name in chosen:
            print(f"{name} …", flush=True)
            workload(bench)


def reads(work, chosen, rounds, seconds):
    bench = Bench(work, rounds, seconds, numbers("CONNS", "16,64"))
    try:
        if "serve" in chosen:
            bench.serve()
        signal.alarm(600 + rounds * (len(bench.connections) * 6 * (seconds + 2) + 60))
        bench.fill()
        bench.start_anchor()
        # In this order: the corrections of W3 change what W2 compares, and W7 stops everything.
        measure(bench, READS, chosen)
    finally:
        bench.stop()
    return bench.rows, []


def writes(work, chosen, rounds, seconds, database):
    writers, every = numbers("WRITERS", "16,1"), setting("EVERY", 5, 60)
    signal.alarm(900 + rounds * (len(writers) * 4 * (seconds + 2) + 4 * every + 60))
    return on(work, chosen, database, "writes", WRITES, lambda folder, server: Sheets(
        folder, rounds, seconds, database, server, setting("SHEETS", 3000, 4000), writers, every))


def decides(work, chosen, rounds, seconds, database):
    signal.alarm(900 + rounds * 120)
    return on(work, chosen, database, "decides", DECIDES, lambda folder, server: Deciding(folder, rounds, seconds, database, server))


def follows(work, chosen, rounds, seconds, database):
    signal.alarm(900 + rounds * 8 * (seconds + 2))
    return on(work, chosen, database, "follows", FOLLOWS, lambda folder, server: Following(folder, rounds, seconds, database, server))


def on(work, chosen, database, name, workloads, make):
    """On one database, with a server of the run's own where it needs one."""
    print(f"on {database} …", flush=True)
    folder = os.path.join(work, f"{name}-{database}")
    os.makedirs(folder)
    for published in ("product", "anchors", "slim", "load"):
        os.symlink(os.path.join(work, published), os.path.join(folder, published))
    server = Postgres(os.path.join(os.environ["OUT"], "postgresql.log")) if database == "postgresql" else None
    bench = None
    try:
        if server:
            server.start()
        bench = make(folder, server)
        bench.fill()
        measure(bench, workloads, chosen)
    finally:
        if bench:
            bench.stop()
        if server:
            server.stop()
    return bench.rows, bench.notes


def main(work, chosen):
    known = {**WRITES, **DECIDES, **FOLLOWS, **READS}
    unknown = set(chosen) - {*known, "serve", "crash"}
    if unknown:
        raise Failure(f"Unknown workload: {', '.join(sorted(unknown))}. There are {', '.join(sorted(known))}, serve and crash.")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGALRM, out_of_time)
    if "crash" in chosen:
        sys.exit(crash.run(work, databases(), setting("KILLS", 100, 1000)))
    rounds, seconds = setting("ROUNDS", 5, 20), setting("SECS", 3, 30)
    rows, notes = [], []
    parts = []
    if not chosen or {*READS, "serve"} & set(chosen):
        parts.append(lambda: reads(work, chosen, rounds, seconds))
    if not chosen or set(WRITES) & set(chosen):
        parts += [lambda database=database: writes(work, chosen, rounds, seconds, database) for database in databases()]
    if not chosen or set(DECIDES) & set(chosen):
        parts += [lambda database=database: decides(work, chosen, rounds, seconds, database) for database in databases()]
    if not chosen or set(FOLLOWS) & set(chosen):
        parts += [lambda database=database: follows(work, chosen, rounds, seconds, database) for database in databases()]
    for part in parts:
        found, said = part()
        rows += found
        notes += said
    title = f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, {rounds} rounds of {seconds} s; median [least..most]"
    return rows, "\n\n".join([title, render(rows), *(["\n".join(f"- {note}" for note in notes)] if notes else [])]) + "\n"


if __name__ == "__main__":
    try:
        done, report = main(sys.argv[1], sys.argv[2:])
    except (Failure, KeyboardInterrupt) as ended:
        sys.exit(str(ended) or 130)
    print(f"\n{report}")
    with open(os.path.join(os.environ["OUT"], "table.md"), "w") as file:
        file.write(report)
    save(done, os.path.join(os.environ["OUT"], "rounds.csv"))
    sys.exit(1 if any(row.bad for row in done) else 0)

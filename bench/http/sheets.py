"""Full sheets of answers beside four bare ways to store them (W1), and reads beside writers (W8), on one database."""
import json
import os
import random
import subprocess
import threading
import time

import year
from field import ANSWERS, Field
from rounds import Bench
from servers import Failure, Server, ask
from table import Row

GOALS = {"rows": 1.1, "sheets": 0.5}
WAYS = {"rows": "a row per answer", "sheets": "one row per sheet"}
READERS, WRITERS = 16, 4
SAMPLES = 20
SYNCHRONOUS = {"0": "OFF", "1": "NORMAL", "2": "FULL", "3": "EXTRA"}


class Load:
    """The load generator on one target: it keeps what each sheet's version must be."""

    def __init__(self, bench, name, base, sheets, items=None, tokens=None):
        self.name = name
        self.plan, self.state, self.tokens = (os.path.join(bench.work, f"{name}.{ending}") for ending in ("json", "state", "tokens"))
        if tokens:
            self.renew(tokens)
        with open(self.plan, "w") as file:
            json.dump({
                "base": base, "tokens": self.tokens if tokens else None, **({"items": items} if items else {}),
                "sheets": [{"path": path, "token": token} for path, token in sheets]}, file)
        with open(bench.log(f"load-{name}"), "wb") as log:
            self.process = subprocess.Popen(
                ["dotnet", os.path.join(bench.work, "load", "Compliance.Load.dll"), self.plan], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=log, text=True, bufsize=1)
        self.reports = []

    def renew(self, tokens):
        with open(self.tokens, "w") as file:
            file.writelines(f"{token}\n" for token in tokens)

    def tell(self, command):
        self.process.stdin.write(command + "\n")

    def hear(self):
        line = self.process.stdout.readline()
        if not line:
            raise Failure(f"The load generator on {self.name} ended.")
        return json.loads(line)

    def fill(self, connections):
        self.tell(f"fill {connections}")
        report = self.hear()
        if report["bad"]:
            raise Failure(f"{self.name}: {report['bad']} sheets could not be filled, the first: {report['firstBad']}")
        return report

    def run(self, connections, seconds):
        """Sheets a second, and how many requests were no good."""
        self.tell(f"run {connections} {seconds}")
        return self.heard(connections)

    def heard(self, connections):
        report = self.hear()
        self.reports.append({**report, "connections": connections})
        if report["bad"]:
            print(f"{self.name}: {report['firstBad']}", flush=True)
        return report["requests"] / report["seconds"], report["bad"]

    def acknowledged(self):
        """For each sheet how often it was acknowledged, and the points that must stand on it."""
        self.tell(f"state {self.state}")
        self.hear()
        with open(self.state) as file:
            return [tuple(map(int, line.split())) for line in file]

    def stop(self):
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()


class Sheets(Bench):
    def __init__(self, work, rounds, seconds, database, postgres, count, writers, every):
        self.database, self.count, self.writers, self.every = database, count, writers, every
        super().__init__(work, rounds, seconds, [READERS])
        settings = {"Database__Provider": database}
        anchor = {"ASPNETCORE_URLS": "http://127.0.0.1:{port}", "DATABASE": os.path.join(work, "sheets.db")}
        if postgres:
            settings["ConnectionStrings__Compliance"] = postgres.create("compliance")
            anchor["POSTGRES"] = postgres.create("anchor") + ";Maximum Pool Size=32;Max Auto Prepare=32;Auto Prepare Min Usages=1"
        self.postgres = postgres
        self.product.settings.update(settings)
        self.storing = Server("sheet anchors", os.path.join(work, "anchors"), "Compliance.Anchors.dll", self.log("sheet-anchors"), anchor)
        self.servers.append(self.storing)
        self.loads_open = {}
        self.chance = random.Random(year.YEAR)
        self.notes = []

    def log(self, name):
        return os.path.join(self.out, f"{name}-{self.database}.log")

    def fill(self):
        """The year, a cycle on its units, and every sheet filled once, in all places alike."""
        super().fill()
        self.field = Field(self.product.base)
        self.field.plan([code for code, _ in self.governments], self.count)
        self.open("product", self.product.base, [(f"/api/v1/assessments/{sheet}/answers", token) for sheet, token in self.field.sheets],
                  self.field.items, self.field.tokens)
        print(f"{len(self.field.sheets)} sheets of {len(self.field.tokens)} offices planned", flush=True)
        self.fill_in("product", 8)

    def open(self, name, *target):
        self.loads_open[name] = Load(self, f"{self.database}-{name}", *target)

    def fill_in(self, name, connections):
        report = self.loads_open[name].fill(connections)
        print(f"{name}: {report['requests']} sheets filled in {report['seconds']:.1f} s, {report['bytes']} bytes each", flush=True)

    def stop(self):
        for load in self.loads_open.values():
            load.stop()
        self.loads_open = {}
        super().stop()

    def puts(self):
        """W1: each round puts sheets everywhere; who goes first changes from round to round."""
        self.storing.settings["SHEETS"] = str(len(self.field.sheets))
        self.storing.start("/hello")
        numbers = range(1, len(self.field.sheets) + 1)
        for way in WAYS:
            self.open(way, self.storing.base, [(f"/{self.database}/{way}/{number}", 0) for number in numbers])
            self.fill_in(way, 8)
        self.open("nowhere", self.storing.base, [(f"/nowhere/{number}", 0) for number in numbers])
        self.notes.append(self.told())
        if self.postgres:
            self.postgres.tidy()
        targets = ["product", *WAYS, "nowhere"]
        rows = {(way, writers): Row(f"W1 full sheet, {connections(writers)}, {self.database}", "sheets/s", WAYS[way], GOALS[way])
                for writers in self.writers for way in WAYS}
        self.rows += rows.values()
        for target in targets:
            self.loads_open[target].run(self.writers[0], 1)
            self.loads_open[target].reports.clear()
        for turn in range(self.rounds):
            self.renew()
            for writers in self.writers:
                for target in targets[turn % len(targets):] + targets[:turn % len(targets)]:
                    rate, bad = self.loads_open[target].run(writers, self.seconds)
                    for way in WAYS:
                        if target in ("product", way):
                            rows[way, writers].add(WAYS[way] if target == way else target, rate, bad)
            wrong = self.check_product(self.chance.sample(range(len(self.field.sheets)), min(SAMPLES, len(self.field.sheets))))
            for row in rows.values():
                row.bad += wrong
        self.note_costs(targets)
        wrong = self.check_product(range(len(self.field.sheets)))
        for (way, _), row in rows.items():
            row.bad += wrong + self.check_anchor(way)

    def check_product(self, places):
        """How many sheets have another version, or other answers, than those acknowledged. The answers of a few are enough."""
        acknowledged, wrong = self.loads_open["product"].acknowledged(), 0
        for number, place in enumerate(places):
            puts, points = acknowledged[place]
            wrong += self.field.version(place) != puts
            if number < SAMPLES:
                answers = self.field.answers(place)
                wrong += len(answers) != ANSWERS or sum(line["answer"]["level"] for line in answers) != points
        if wrong:
            print(f"product: {wrong} sheets are not as acknowledged", flush=True)
        return wrong

    def check_anchor(self, way):
        stored = year.read(self.storing.base, "GET", f"/{self.database}/{way}")
        acknowledged = self.loads_open[way].acknowledged()
        expected = {
            "versions": sum(puts for puts, _ in acknowledged), "answers": ANSWERS * sum(puts > 0 for puts, _ in acknowledged),
            "points": sum(points for _, points in acknowledged)}
        if stored != expected:
            print(f"{way}: stored {stored}, acknowledged {expected}", flush=True)
        return int(stored != expected)

    def note_costs(self, targets):
        """What the generator itself takes of the machine, and how long a request lasts."""
        for target in targets:
            for writers in self.writers:
                reports = [report for report in self.loads_open[target].reports if report["connections"] == writers]
                middle = {key: sorted(report[key] for report in reports)[len(reports) // 2] for key in ("p50", "p99", "cost", "bytes", "requests", "seconds")}
                self.notes.append(
                    f"{self.database}, {target}, {connections(writers)}: {middle['requests'] / middle['seconds']:,.0f} sheets/s, "
                    f"half within {middle['p50']:.2f} ms, 99 of 100 within {middle['p99']:.2f} ms; the generator took {middle['cost']:.0f} µs "
                    f"of processor for each request of {middle['bytes']:,} bytes")
        puts = [puts for puts, _ in self.loads_open["product"].acknowledged()]
        self.notes.append(f"{self.database}: {sum(puts):,} acknowledged puts on {len(puts):,} sheets of the product, {min(puts)} to {max(puts)} each")

    def mixed(self):
        """W8: the reads of W2 alone, and beside writers and corrections, in turns."""
        row = Row(f"W8 reads beside {WRITERS} writers and corrections, {self.database}", "req/s", "reads alone", 0.7)
        self.rows.append(row)
        seconds, rates, took = 2 * self.every, [], []
        self.load(self.product, READERS, 1)
        self.loads_open["product"].run(WRITERS, 1)
        for turn in range(self.rounds):
            self.renew()
            for target in ("reads alone", "product") if turn % 2 == 0 else ("product", "reads alone"):
                if target == "product":
                    row.add(target, *self.read_beside(seconds, rates, took))
                else:
                    row.add(target, *self.load(self.product, READERS, seconds))
        row.bad += self.check_product(range(len(self.field.sheets)))
        self.notes.append(
            f"{self.database}, beside the reads of W8: {spread(rates)} sheets/s by {WRITERS} writers; {len(took)} corrections, one every {self.every} s, "
            f"each visible after {spread(took)} ms")

    def read_beside(self, seconds, rates, took):
        """The writers begin before the reads and end after them, so that no read is alone."""
        done, failed = threading.Event(), []
        corrections = threading.Thread(target=self.correct, args=(done, took, failed))
        writing = self.loads_open["product"]
        writing.tell(f"run {WRITERS} {seconds + 1}")
        time.sleep(0.3)
        corrections.start()
        try:
            rate, bad = self.load(self.product, READERS, seconds)
        finally:
            done.set()
            corrections.join()
        written, refused = writing.heard(WRITERS)
        rates.append(written)
        return rate, bad + refused + len(failed)

    def correct(self, done, took, failed):
        """An imported correction every few seconds, which makes a new publication and a new ranking."""
        code = next(code for code, kind in self.governments if kind == "regency")
        pause = self.every / 2
        while not done.wait(pause):
            pause = self.every
            units = self.scores[code]
            units["DPMPTSP"] = 5000 + (units["DPMPTSP"] - 5000 + 60) % 4800
            try:
                before = ask(self.product.base, "GET", year.result_path(code))[2]
                begun = time.perf_counter()
                report = year.bring_in(self.product.base, {code: units}, f"BENCH/{time.time_ns()}")
                after = ask(self.product.base, "GET", year.result_path(code))
                took.append((time.perf_counter() - begun) * 1000)
                if not report["corrected"] or after[0] != 200 or after[2] == before:
                    failed.append("The correction changed nothing.")
            except (Failure, OSError) as problem:
                failed.append(str(problem))
        for problem in failed:
            print(f"correction: {problem}", flush=True)

    def renew(self):
        if self.field.renew():
            self.loads_open["product"].renew(self.field.tokens)

    def told(self):
        if self.postgres:
            return f"postgresql: {self.postgres.told()}; product and anchors in databases of their own on the same server"
        synchronous = ask(self.storing.base, "GET", "/sqlite/synchronous")[2].decode().strip('"')
        return f"sqlite: WAL and synchronous {SYNCHRONOUS.get(synchronous, synchronous)}, the library's own, for product and anchors alike"


def connections(number):
    return f"{number} connection{'s' if number > 1 else ''}"


def spread(values):
    ordered = sorted(values)
    return f"{ordered[len(ordered) // 2]:,.0f} [{ordered[0]:,.0f}..{ordered[-1]:,.0f}]" if ordered else "no"

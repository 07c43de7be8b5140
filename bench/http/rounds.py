"""Rounds of the product beside its anchors, interleaved: W2, W3 and W7 on one database."""
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import time

import year
from servers import Failure, Server, ask, free_port
from table import Row

HERE = os.path.dirname(os.path.abspath(__file__))
SINGLES = 5


class Bench:
    def __init__(self, work, rounds, seconds, connections):
        self.work, self.rounds, self.seconds, self.connections = work, rounds, seconds, connections
        self.out = os.environ["OUT"]
        self.paths = os.path.join(work, "paths.txt")
        self.rows = []
        self.product = self.product_on(os.path.join(work, "data"))
        self.anchor = Server("memory anchor", os.path.join(work, "anchors"), "Compliance.Anchors.dll", self.log("anchors"), {
            "ASPNETCORE_URLS": "http://127.0.0.1:{port}", "PRODUCT": self.product.base,
            "PATHS": self.paths, "DATABASE": os.path.join(work, "anchor.db")})
        self.slim = Server("slim host", os.path.join(work, "slim"), "Compliance.SlimHost.dll", self.log("slim"), {
            "ASPNETCORE_URLS": "http://127.0.0.1:{port}", "DATABASE": os.path.join(work, "slim.db")})
        self.servers = [self.product, self.anchor, self.slim]

    def log(self, name):
        return os.path.join(self.out, f"{name}.log")

    def product_on(self, data):
        return Server("product", os.path.join(self.work, "product"), "Compliance.Api.dll", self.log("product"), {
            "ASPNETCORE_ENVIRONMENT": "Development", "PORT": "{port}", "Data__Path": data,
            "Database__Provider": os.environ.get("Database__Provider", "sqlite")})

    def stop(self):
        for server in self.servers:
            server.stop()

    def fill(self):
        """The product with its national year, and the list of what will be asked."""
        self.product.start("/health/ready")
        self.governments = year.governments(self.product.base)
        self.scores = year.scores([code for code, _ in self.governments])
        report = year.bring_in(self.product.base, self.scores, "BENCH/1")
        print(f"{len(self.governments)} governments, {report['rows']} rows imported, {report['created']} results created", flush=True)
        with open(self.paths, "w") as file:
            file.writelines(year.result_path(code) + "\n" for code, _ in self.governments)

    def start_anchor(self):
        """The anchor holds the ranking too, but the load of W2 goes to the results only."""
        everything = os.path.join(self.work, "documents.txt")
        shutil.copy(self.paths, everything)
        with open(everything, "a") as file:
            file.write(year.RANKING + "\n")
        self.anchor.settings["PATHS"] = everything
        self.anchor.start("/hello")
        self.compare(everything)

    def compare(self, everything):
        """Both must say the same, to the byte, before either is timed."""
        count, hundredths, zones = 0, 0, {}
        for path in open(everything).read().split():
            mine, theirs = ask(self.product.base, "GET", path), ask(self.anchor.base, "GET", path)
            if (mine[0], theirs[0]) != (200, 200) or mine[2] != theirs[2] or mine[1]["ETag"] != theirs[1]["ETag"]:
                raise Failure(f"Product and anchor differ on {path}: {mine[0]} and {theirs[0]}, {len(mine[2])} and {len(theirs[2])} bytes.")
            document = json.loads(mine[2])
            if "institution" in document:
                zone = (document["zone"] or {"code": "none"})["code"]
                count, hundredths = count + 1, hundredths + round((document["score"] or 0) * 100)
                zones[zone] = zones.get(zone, 0) + 1
            elif len(document["items"]) < sum(kind == "regency" for _, kind in self.governments):
                raise Failure(f"The ranking lists {len(document['items'])} regencies only.")
        if count != len(self.governments):
            raise Failure(f"{count} results for {len(self.governments)} governments.")
        print(f"same bytes and ETags: {count} results, scores add up to {hundredths / 100:.2f}, zones {zones}", flush=True)

    def load(self, server, connections, seconds, path=None, etag=None):
        """Requests a second of one target, and how many answers were no good."""
        command = ["wrk", "-t", str(min(2, connections)), "-c", str(connections), "-d", f"{seconds}s", "--timeout", "10s"]
        if etag:
            command += ["-H", f"If-None-Match: {etag}"]
        command += [server.base + path] if path else ["-s", os.path.join(HERE, "paths.lua"), server.base, "--", self.paths]
        told = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 30, check=True).stdout
        refused = re.search(r"Non-2xx or 3xx responses: (\d+)", told)
        broken = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", told)
        bad = sum(int(number) for match in (refused, broken) if match for number in match.groups())
        return float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1]), bad

    def loads(self, cases):
        """Each round runs every case on both; who goes first changes from round to round."""
        rows = [Row(f"{name}, {connections} connections", "req/s", "memory", goal) for name, connections, _, goal in cases]
        self.rows += rows
        for server in (self.product, self.anchor):
            for _, connections, how, _ in cases:
                self.load(server, connections, 1, **how)
        for turn in range(self.rounds):
            for row, (_, connections, how, _) in zip(rows, cases):
                pair = [("product", self.product), ("memory", self.anchor)]
                for target, server in pair if turn % 2 == 0 else reversed(pair):
                    row.add(target, *self.load(server, connections, self.seconds, **how))
        return rows

    def results(self):
        self.loads([("W2 result of an institution", connections, {}, 0.6) for connections in self.connections])

    def rankings(self):
        etag = ask(self.product.base, "GET", year.RANKING)[1]["ETag"]
        for server in (self.product, self.anchor):
            status, _, body = ask(server.base, "GET", year.RANKING, headers={"If-None-Match": etag})
            if status != 304 or body:
                raise Failure(f"{server.name} answers If-None-Match with {status} and {len(body)} bytes.")
        full, unchanged = {"path": year.RANKING}, {"path": year.RANKING, "etag": etag}
        rows = self.loads(
            [("W3 ranking of regencies", connections, full, 0.6) for connections in self.connections]
            + [("W3 the same, not modified", connections, unchanged, 0.6) for connections in self.connections])
        for whole, not_modified in zip(rows, rows[len(self.connections):]):
            costs = Row(f"{not_modified.name}, beside 200", "req/s", "own 200", 1.0)
            costs.bad = whole.bad + not_modified.bad
            costs.samples = {"product": not_modified.samples["product"], "own 200": whole.samples["product"]}
            self.rows.append(costs)
        self.first_builds()

    def first_builds(self):
        """The first ranking after a correction, beside one ranking query."""
        row = Row("W3 first ranking after a correction", "ms", "query", 3, at_most=True)
        self.rows.append(row)
        code = next(code for code, kind in self.governments if kind == "regency")
        for turn in range(self.rounds):
            self.scores[code]["DPMPTSP"] = 5000 + 60 * turn  # moves the mean of six by a tenth of a point
            before = ask(self.product.base, "GET", year.RANKING)[1]["ETag"]
            report = year.bring_in(self.product.base, {code: self.scores[code]}, f"BENCH/{turn + 2}")
            if not report["corrected"]:
                raise Failure("A changed score was not taken as a correction.")
            took, (status, headers, _) = timed(self.product.base, year.RANKING)
            row.add("product", took, bad=status != 200 or headers["ETag"] == before)
            singles = [timed(self.anchor.base, f"/query/rankings?year={year.YEAR}&kind=regency") for _ in range(SINGLES)]
            row.add("query", sorted(took for took, _ in singles)[SINGLES // 2], bad=sum(answer[0] != 200 for _, answer in singles))

    def cold_starts(self):
        """Spawn to first answer out of the database, on a database that is there already."""
        row = Row("W7 cold start", "ms", "slim host", 1.6, at_most=True)
        self.rows.append(row)
        self.stop()
        asked = [("product", self.product, year.result_path(self.governments[0][0])), ("slim host", self.slim, "/institutions/001")]
        for turn in range(self.rounds + 1):
            for target, server, path in asked if turn % 2 == 0 else reversed(asked):
                took = server.start(path, patience=60, pause=0.002)
                server.stop()
                # The first round fills the file cache and makes the slim host's database.
                if turn > 0:
                    row.add(target, took)

    def serve(self):
        """The product with its year, until the caller ends it, for harnesses of other people."""
        self.fill()
        self.product.stop()
        data, copy = os.path.join(self.work, "data"), os.path.join(self.work, "data-cold")
        shutil.copytree(data, copy)
        self.product.start("/health/ready")
        port = free_port()
        settings = {**self.product.settings, "PORT": str(port), "Data__Path": copy}
        command = ["env", f"--chdir={self.product.folder}", *(f"{key}={value}" for key, value in settings.items()), *self.product.command]
        print(f"export PRODUCT_URL={self.product.base} PRODUCT_PATHS={self.paths}")
        print(f"export PRODUCT_COLD_URL=http://127.0.0.1:{port}{year.result_path(self.governments[0][0])}")
        print(f"export PRODUCT_COLD_COMMAND={shlex.quote(shlex.join(command))}")
        print("Ctrl-C ends it.", flush=True)
        signal.pause()


def timed(base, path):
    begun = time.perf_counter()
    answer = ask(base, "GET", path)
    return (time.perf_counter() - begun) * 1000, answer

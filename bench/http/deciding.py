"""W4: a national cycle is decided, beside the same arithmetic in memory with a durable write-back; then corrected, announced and proved."""
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import time

import year
from field import CYCLE, DEMO_ASSESSOR, DEMO_OFFICE, INSTRUMENT, Field
from rounds import Bench
from servers import Failure, Server, ask
from sheets import spread
from table import Row

OTHERS = ("ministry", "agency")
INSTITUTIONS = 587
RESULTS_OF_A_UNIT = 5
VARIANTS = 40
CORRECTIONS = 12
MOST_MEMORY = 500
DECIDED = "1/W4"
WARM = CYCLE - 1


class Deciding(Bench):
    """Every round decides a copy of the same cycle on one database, in programs that have decided six units before."""

    def __init__(self, work, rounds, seconds, database, postgres):
        self.database, self.postgres, self.notes, self.sheets = database, postgres, [], 0
        super().__init__(work, rounds, seconds, [])
        self.settings = {"Database__Provider": database}
        if postgres:
            self.settings["ConnectionStrings__Compliance"] = postgres.create("filled")
        self.product.settings.update(self.settings)
        self.storing = None

    def log(self, name):
        return os.path.join(self.out, f"{name}-w4-{self.database}.log")

    def fill(self):
        """Units for every body, a cycle on them, and complete sheets: some are filled through the API, the others are copies of those."""
        self.product.start("/health/ready")
        found = year.governments(self.product.base, (*year.KINDS, *OTHERS))[:INSTITUTIONS]
        scores = year.scores([code for code, _ in found])
        report = year.bring_in(self.product.base, scores, "BENCH/1")
        field = Field(self.product.base)
        field.plan([code for code, _ in found], len(found) * len(year.UNITS))
        self.sheets = len(field.sheets)
        small = self.plan_small(next(code for code, _ in found if code.startswith(f"{DEMO_OFFICE}.")))
        chance = random.Random(CYCLE)
        for place in range(VARIANTS):
            field.complete(place, chance)
        self.first, self.item = field.sheets[0][0], field.items[0]
        self.level = next(
            line["answer"]["level"] for line in field.answers(0)
            if (line["indicator"], line["subject"]) == (self.item["indicator"], self.item["subject"]))
        variants = [field.sheets[place][0] for place in range(VARIANTS)]
        self.product.stop()
        self.copy_sheets(variants)
        self.product.start("/health/ready")
        self.verify([*small, *(sheet for sheet, _ in field.sheets)])
        self.product.stop()
        print(f"{len(found)} institutions, {report['rows']} rows imported, {self.sheets} complete sheets of {len(field.form)} answers", flush=True)

    def plan_small(self, code):
        """The cycle before, of one institution: what is decided to warm up."""
        base, caller = self.product.base, {"Content-Type": "application/json", **year.sign_in(self.product.base)}
        timed(base, "POST", "/api/v1/cycles", {"year": WARM, "instrument": INSTRUMENT, "opensOn": f"{WARM}-01-01", "closesOn": f"{WARM}-12-31"}, caller)
        units = [unit["id"] for unit in year.read(base, "GET", f"/api/v1/institutions/{code}/units?limit=500")["items"]]
        _, plan = timed(base, "POST", f"/api/v1/cycles/{WARM}/assessments", {"units": units, "assessor": DEMO_ASSESSOR}, caller)
        return [item["id"] for item in json.loads(plan)["items"]]

    def copy_sheets(self, variants):
        """What assessors and supervisors would do one by one is set at once, in SQL, before anything is measured."""
        if self.postgres:
            ids = ",".join(f"'{each}'" for each in variants)
            self.postgres.sql("filled", f"""
                WITH variants AS (SELECT answers, row_number() OVER (ORDER BY assessment_id) - 1 AS place FROM sheets WHERE assessment_id IN ({ids})),
                     places AS (SELECT assessment_id, (row_number() OVER (ORDER BY assessment_id) - 1) % {VARIANTS} AS place FROM sheets)
                UPDATE sheets SET answers = variants.answers FROM places JOIN variants USING (place) WHERE places.assessment_id = sheets.assessment_id AND sheets.assessment_id NOT IN ({ids});
                UPDATE assessments SET status = 'Submitted', was_submitted = true;""")
            return
        with sqlite3.connect(os.path.join(self.work, "data", "compliance.db")) as db:
            marks = ",".join("?" * VARIANTS)
            known = [each.upper() for each in variants]
            texts = [text for text, in db.execute(f"SELECT answers FROM sheets WHERE upper(assessment_id) IN ({marks}) ORDER BY assessment_id", known)]
            sheets = [sheet for sheet, in db.execute("SELECT assessment_id FROM sheets ORDER BY assessment_id")]
            if len(texts) != VARIANTS:
                raise Failure(f"{len(texts)} of {VARIANTS} filled sheets were found.")
            db.executemany("UPDATE sheets SET answers = ? WHERE assessment_id = ?", [(texts[place % VARIANTS], sheet) for place, sheet in enumerate(sheets) if sheet.upper() not in known])
            db.execute("UPDATE assessments SET status = 'Submitted', was_submitted = true")
        db.close()

    def verify(self, sheets):
        """Head office verifies every sheet through the API."""
        caller = {"Content-Type": "application/json", **year.sign_in(self.product.base, "verifier"), "If-Match": '"v1"'}
        took = []
        for place, sheet in enumerate(sheets):
            if place % 1000 == 999:
                caller.update(year.sign_in(self.product.base, "verifier"))
            took.append(timed(self.product.base, "PUT", f"/api/v1/assessments/{sheet}/verification", headers=caller)[0])
        print(f"a sheet is verified in {spread(took)} ms", flush=True)

    def fresh(self, turn):
        """The product on a copy of the filled database, and the anchor on one of its own, both just started."""
        settings = dict(self.settings)
        data = os.path.join(self.work, f"data-{turn}")
        shutil.copytree(os.path.join(self.work, "data"), data)
        anchor = {"ASPNETCORE_URLS": "http://127.0.0.1:{port}", "DATABASE": os.path.join(self.work, f"anchor-{turn}.db"), "SHEETS": str(self.sheets)}
        if self.postgres:
            settings["ConnectionStrings__Compliance"] = self.postgres.create(f"round{turn}", "filled")
            anchor["POSTGRES"] = self.postgres.create(f"anchor{turn}")
        self.product = self.product_on(data)
        self.product.settings.update(settings)
        self.storing = Server("deciding anchor", os.path.join(self.work, "anchors"), "Compliance.Anchors.dll", self.log("anchor"), anchor)
        self.servers = [self.product, self.storing]
        self.product.start("/health/ready")
        self.storing.start("/hello")

    def drop(self, turn):
        self.stop()
        shutil.rmtree(os.path.join(self.work, f"data-{turn}"))
        if self.postgres:
            self.postgres.drop(f"round{turn}", f"anchor{turn}")

    def decide(self):
        """W4: decision beside write-back, correction beside decision."""
        full = Row(f"W4 decision of {self.sheets:,} sheets, {self.database}", "ms", "memory, written back", 2, at_most=True)
        one = Row(f"W4 one correction, {self.database}", "ms", "the decision", 0.05, at_most=True)
        self.rows += [full, one]
        seen = {"announced in ms": [], "most memory in MB": [], "memory before in MB": [], "proof in MB": [], "proof written in ms": [], "verified in ms": [], "verifier's memory in MB": []}
        for turn in range(self.rounds):
            self.fresh(turn)
            for target in ("product", "anchor") if turn % 2 == 0 else ("anchor", "product"):
                if target == "anchor":
                    timed(self.storing.base, "POST", f"/{self.database}/recompute")
                    took, answer = timed(self.storing.base, "POST", f"/{self.database}/recompute")
                    full.add("memory, written back", took, bad=json.loads(answer)["stored"] != self.sheets * RESULTS_OF_A_UNIT + self.sheets // len(year.UNITS))
                else:
                    self.product_round(full, one, seen)
            self.drop(turn)
        self.notes += [f"{self.database}: {what}: {spread(values)}" for what, values in seen.items()]

    def product_round(self, full, one, seen):
        base, today = self.product.base, time.strftime("%Y-%m-%d", time.gmtime())
        caller = {"Content-Type": "application/json", **year.sign_in(base)}
        timed(base, "PUT", f"/api/v1/cycles/{WARM}/plenary", {"on": today}, caller)
        timed(base, "PUT", f"/api/v1/cycles/{WARM}/decision", {"number": "0/W4", "date": today}, caller)
        seen["memory before in MB"].append(self.memory())
        timed(base, "PUT", f"/api/v1/cycles/{CYCLE}/plenary", {"on": today}, caller)
        took, _ = timed(base, "PUT", f"/api/v1/cycles/{CYCLE}/decision", {"number": DECIDED, "date": today}, caller)
        full.add("product", took)
        one.add("the decision", took)
        now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        seen["announced in ms"].append(timed(base, "PUT", f"/api/v1/cycles/{CYCLE}/announcement", {"at": now}, caller)[0])
        corrections = []
        for number in range(CORRECTIONS):
            corrections.append(timed(base, "POST", f"/api/v1/cycles/{CYCLE}/corrections", {
                "number": f"{number + 2}/W4", "date": today, "reason": "Measured.",
                "assessments": [{"assessment": self.first, "answers": [{**self.item, "level": (self.level + 1 + number) % 5}]}]}, caller)[0])
        # The first ones compile what they need; a late correction meets a program that has run for a while.
        one.add("product", sorted(corrections[CORRECTIONS // 2:])[CORRECTIONS // 4])
        self.prove(base, seen)
        seen["most memory in MB"].append(self.memory())

    def prove(self, base, seen):
        took, proof = timed(base, "GET", f"/api/v1/cycles/{CYCLE}/proof")
        seen["proof written in ms"].append(took)
        seen["proof in MB"].append(len(proof) / 1e6)
        bundle, key = (os.path.join(self.out, f"{name}-{self.database}.{ending}") for name, ending in (("proof", "jsonl"), ("key", "pem")))
        with open(bundle, "wb") as file:
            file.write(proof)
        with open(key, "w") as file:
            file.write(year.read(base, "GET", "/api/v1/audit/keys")["items"][0]["pem"])
        command = ["dotnet", os.path.join(self.work, "product", "Compliance.Api.dll"), "proof", "verify", "--from", bundle, "--key", key]
        begun = time.perf_counter()
        verifier = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        said = verifier.stdout.read()
        _, status, used = os.wait4(verifier.pid, 0)
        verifier.returncode = os.waitstatus_to_exitcode(status)
        seen["verified in ms"].append((time.perf_counter() - begun) * 1000)
        seen["verifier's memory in MB"].append(used.ru_maxrss / 1024)
        if verifier.returncode:
            raise Failure(f"The proof did not hold: {said.decode(errors='replace')[-1000:]}")

    def memory(self):
        """The most that the product has ever held, in MB."""
        with open(f"/proc/{self.product.process.pid}/status") as file:
            return int(re.search(r"VmHWM:\s+(\d+) kB", file.read())[1]) / 1024


def timed(base, method, path, body=None, headers=None):
    text = None if body is None else json.dumps(body).encode()
    begun = time.perf_counter()
    status, _, answer = ask(base, method, path, text, headers or {}, timeout=120)
    took = (time.perf_counter() - begun) * 1000
    if status // 100 != 2:
        raise Failure(f"{method} {path} answered {status}: {answer[:1000].decode(errors='replace')}")
    return took, answer

"""Kills the product under load, again and again, and looks for every answer that it had acknowledged."""
import http.client
import json
import os
import random
import re
import subprocess
import threading
import time
import uuid

import year
from field import ANSWERS, DEMO_OFFICE, Field
from postgres import Postgres
from servers import Failure, Server, ask

WRITERS = 4
LEVELS = 5
UNITS = 20
SHEETS = 200
SHORTEST, LONGEST = 0.05, 1.5
COLD, PATIENCE = 0.1, 10
KILL = 9


class Batch:
    """A full sheet as it was sent: the answers' ids, their levels, and the version that they must become."""

    def __init__(self, chance, version):
        self.version = version
        self.ids = [str(uuid.UUID(int=chance.getrandbits(128), version=4)) for _ in range(ANSWERS)]
        self.levels = [(version + place) % LEVELS for place in range(ANSWERS)]

    def body(self, items):
        return json.dumps({"answers": [
            {"id": identity, "baseVersion": self.version - 1 or None, "device": "crash", **item, "level": level}
            for identity, item, level in zip(self.ids, items, self.levels)]})


class Sheet:
    def __init__(self, place):
        self.place = place
        self.acknowledged = []
        self.open = None


class Crash:
    def __init__(self, work, out, database, postgres, seed):
        self.chance = random.Random(seed)
        self.settings = {
            "ASPNETCORE_ENVIRONMENT": "Development", "PORT": "{port}", "Data__Path": os.path.join(work, f"crash-{database}"),
            "Database__Provider": database}
        if postgres:
            self.settings["ConnectionStrings__Compliance"] = postgres.create("crash")
        self.work = work
        self.product = Server("product", os.path.join(work, "product"), "Compliance.Api.dll", os.path.join(out, f"crash-{database}.log"), self.settings)
        self.batches = self.lost = self.doubled = self.torn = self.arrived = 0

    def plan(self):
        """Units of Riau by an import, and a cycle on them for the demo assessor of Riau."""
        self.product.start("/health/ready")
        codes = [code for code, _ in year.governments(self.product.base) if code.startswith(DEMO_OFFICE)]
        scores = {code: {f"Unit {number}": 7500 for number in range(UNITS)} for code in codes}
        year.bring_in(self.product.base, scores, "CRASH/1")
        self.field = Field(self.product.base)
        self.field.plan(codes, SHEETS)
        self.sheets = [Sheet(place) for place in range(min(SHEETS, len(self.field.sheets)))]

    def kill_once(self):
        """Writes for a moment of chance, kills, starts again, and compares."""
        begun, stop, touched, problems = threading.Event(), threading.Event(), set(), []
        writers = [
            threading.Thread(target=self.write, args=(self.sheets[number::WRITERS], random.Random(self.chance.random()), begun, stop, touched, problems))
            for number in range(WRITERS)]
        for writer in writers:
            writer.start()
        # The first requests of a program that has just started are slow; only some kills are meant for them.
        if self.chance.random() > COLD:
            begun.wait(PATIENCE)
        time.sleep(self.chance.uniform(SHORTEST, LONGEST))
        self.product.process.send_signal(KILL)
        self.product.process.wait()
        stop.set()
        for writer in writers:
            writer.join()
        if problems:
            raise Failure(problems[0])
        self.product.start("/health/ready")
        self.field.renew()
        for sheet in touched:
            self.compare(sheet)

    def write(self, sheets, chance, begun, stop, touched, problems):
        connection = http.client.HTTPConnection("127.0.0.1", self.product.port, timeout=30)
        try:
            while not stop.is_set():
                sheet = chance.choice(sheets)
                batch = Batch(chance, len(sheet.acknowledged) + 1)
                path = f"/api/v1/assessments/{self.field.sheets[sheet.place][0]}/answers"
                body = batch.body(self.field.items)
                touched.add(sheet)
                sheet.open = batch
                connection.request("PUT", path, body, {"Content-Type": "application/json", **self.field.bearer(sheet.place)})
                response = connection.getresponse()
                answer = response.read()
                if response.status != 200:
                    problems.append(f"PUT {path} answered {response.status}: {answer[:500].decode(errors='replace')}")
                    return
                stored = [(item["id"], item["outcome"], item["version"]) for item in json.loads(answer)["items"]]
                if stored != [(identity, "stored", batch.version) for identity in batch.ids]:
                    problems.append(f"PUT {path} did not store all: {[line for line in stored if line[1] != 'stored'][:3]}")
                    return
                sheet.acknowledged.append(batch)
                sheet.open = None
                self.batches += 1
                begun.set()
        except (OSError, http.client.HTTPException):
            # The program is dead, as it should be; whether the last batch arrived is found out later.
            pass
        finally:
            connection.close()

    def compare(self, sheet):
        """What stands must be the last batch as a whole; the log must hold each batch once, here looked at for one observation."""
        standing = [(line["answer"]["id"], line["answer"]["level"], line["answer"]["version"]) for line in self.field.answers(sheet.place)]
        if sheet.open and standing == whole(sheet.open):
            # Nobody was told, but it arrived.
            sheet.acknowledged.append(sheet.open)
            self.arrived += 1
        elif standing != (whole(sheet.acknowledged[-1]) if sheet.acknowledged else []):
            self.report_standing(sheet, standing)
        sheet.open = None
        self.compare_history(sheet, self.chance.randrange(ANSWERS))

    def report_standing(self, sheet, standing):
        versions = {version for _, _, version in standing}
        mixed = sheet.open and {identity for identity, _, _ in standing} & set(sheet.open.ids)
        print(f"sheet {sheet.place}: {len(sheet.acknowledged)} batches acknowledged, {len(standing)} answers of versions {sorted(versions)} stand", flush=True)
        if mixed:
            self.torn += 1
        else:
            self.lost += 1

    def compare_history(self, sheet, place):
        item = self.field.items[place]
        path = f"/assessments/{self.field.sheets[sheet.place][0]}/answers/{item['indicator']}/{item['subject']}/history"
        events = [(event["id"], event["answer"]["level"], event["version"])
                  for event in self.field.read("GET", path, headers=self.field.bearer(sheet.place))["items"] if event["outcome"] == "stored"]
        expected = [whole(batch)[place] for batch in sheet.acknowledged]
        self.lost += len(set(expected) - set(events))
        self.doubled += len(events) - len(set(events)) + len(set(events) - set(expected))
        if events != expected:
            print(f"sheet {sheet.place}: the history of {item['indicator']} has {len(events)} answers, acknowledged were {len(expected)}", flush=True)

    def compare_everything(self):
        """Every answer of every batch, once, in the trail that the program exports; then the program's own verdict on it."""
        trail, key = os.path.join(self.work, "trail.ndjson"), os.path.join(self.work, "audit-public.pem")
        with open(key, "w") as file:
            file.write(year.read(self.product.base, "GET", "/api/v1/audit/keys", headers=self.field.manager())["items"][0]["pem"])
        status, _, _ = ask(self.product.base, "POST", "/api/v1/audit/checkpoints", "", year.sign_in(self.product.base), timeout=120)
        if status // 100 != 2:
            raise Failure(f"Sealing the audit answered {status}.")
        self.call("audit", "export", "--to", trail)
        counted = {identity: 0 for sheet in self.sheets for batch in sheet.acknowledged for identity in batch.ids}
        identity = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        with open(trail) as file:
            for line in file:
                for found in identity.findall(line):
                    if found in counted:
                        counted[found] += 1
        self.lost += sum(count == 0 for count in counted.values())
        self.doubled += sum(count > 1 for count in counted.values())
        return len(counted), self.call("audit", "verify", "--from", trail, "--key", key)

    def call(self, *words):
        done = subprocess.run(
            [*self.product.command, *words], cwd=self.product.folder, env={**os.environ, **self.product.settings}, capture_output=True, text=True, timeout=600)
        if done.returncode:
            raise Failure(f"{' '.join(words[:2])} ended with {done.returncode}: {(done.stdout + done.stderr)[-1000:]}")
        return done.stdout.strip()


def whole(batch):
    return [(identity, level, batch.version) for identity, level in zip(batch.ids, batch.levels)]


def run(work, databases, kills):
    """One line for each database; 0 where nothing is lost, doubled or half there."""
    seed, out, wrong = int(os.environ.get("SEED", time.time_ns() % 1_000_000)), os.environ["OUT"], 0
    print(f"seed {seed}", flush=True)
    for database in databases:
        postgres = Postgres(os.path.join(out, "postgresql-crash.log")) if database == "postgresql" else None
        crash = None
        try:
            if postgres:
                postgres.start()
            crash = Crash(work, out, database, postgres, seed)
            crash.plan()
            for number in range(kills):
                crash.kill_once()
                if (number + 1) % 10 == 0:
                    print(f"{database}: {number + 1} kills, {crash.batches} batches acknowledged", flush=True)
            answers, verdict = crash.compare_everything()
            print(f"{database}: {kills} kills under {WRITERS} writers, {crash.batches} batches acknowledged, {crash.arrived} more arrived unacknowledged, "
                  f"{answers} answers looked for; lost {crash.lost}, doubled {crash.doubled}, half there {crash.torn}", flush=True)
            print("\n".join(f"    {line}" for line in verdict.splitlines()), flush=True)
            wrong += crash.lost + crash.doubled + crash.torn
        finally:
            if crash:
                crash.product.stop()
            if postgres:
                postgres.stop()
    return 1 if wrong else 0

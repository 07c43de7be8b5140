"""F1: the follow-up list over 20,000 agreements with 400,000 commitments, beside the SQL that it needs over the same rows."""
import json
import os
import re
import sqlite3
import subprocess
import time

import year
from rounds import Bench
from servers import Failure, Server, ask
from table import Row

AGREEMENTS, EACH, ACTIONS = 20_000, 20, 20_000
OFFICE, INSTITUTION = "14", "14.04"
LIST = "/api/v1/follow-ups"
CASES = (
    ("office", "head.riau", f"?office={OFFICE}&status=open,overdue"),
    ("overdue", "head.riau", f"?institution={INSTITUTION}&status=overdue"),
    ("nation", "admin", "?status=open,overdue"),
    ("liaison", f"liaison.{INSTITUTION}", "?status=open,overdue"))

# One form for both databases: {id(a, b)} is the id of a number in a table, {day(expression)} a day relative to today.
ROWS = """
INSERT INTO agreements (id, kind, title, key, office, zone, parties_key, scope, steps, signed_on, effective_from, effective_to, registered_at, version)
SELECT {id('1', 'n.n')}, 'Mou', 'Agreement ' || n.n, 'agreement ' || n.n, coalesce(i.province, '00'), 'Wib', 'bench ' || n.n, '["prevention"]', '[]',
       {day('-1000')}, {day('-1000')}, {day('1000')}, {instant}, 1
FROM numbers n JOIN places p ON p.place = n.n % (SELECT count(*) FROM places) JOIN institutions i ON i.id = p.id WHERE n.n < {agreements};

INSERT INTO agreement_parties (agreement_id, side, office, institution_id)
SELECT {id('1', 'n.n')}, 'office:' || coalesce(i.province, '00'), coalesce(i.province, '00'), NULL
FROM numbers n JOIN places p ON p.place = n.n % (SELECT count(*) FROM places) JOIN institutions i ON i.id = p.id WHERE n.n < {agreements};

INSERT INTO agreement_parties (agreement_id, side, office, institution_id)
SELECT {id('1', 'n.n')}, 'institution:' || lower({text('p.id')}), NULL, p.id
FROM numbers n JOIN places p ON p.place = n.n % (SELECT count(*) FROM places) WHERE n.n < {agreements};

INSERT INTO commitments (id, agreement_id, office, title, institution_id, person_in_charge, due_on, weight, year, made_by, made_at, version)
SELECT {id('2', 'n.n')}, {id('1', 'n.n / {each}')}, coalesce(i.province, '00'), 'Commitment ' || n.n || ' to complete the service standard of every unit',
       p.id, 'Head of agency', {day('n.n * 7919 % 1800 - 1000')}, 1000, 2026, (SELECT min({min}) FROM accounts){uuid}, {instant}, 1
FROM numbers n JOIN places p ON p.place = n.n / {each} % (SELECT count(*) FROM places) JOIN institutions i ON i.id = p.id WHERE n.n < {commitments};

INSERT INTO commitment_deadlines (id, commitment_id, agreement_id, office, institution_id, due_on, status)
SELECT {id('3', 'n.n')}, c.id, c.agreement_id, c.office, c.institution_id, c.due_on,
       CASE WHEN n.n % 10 < 5 THEN 'Closed' WHEN n.n % 10 < 6 THEN 'Reported' ELSE 'Open' END
FROM numbers n JOIN commitments c ON c.id = {id('2', 'n.n')} WHERE n.n < {commitments};

INSERT INTO corrective_actions (id, institution_id, kind, document_number, document_date, title, due_on, opened_by, opened_at, status, version)
SELECT {id('4', 'n.n')}, p.id, 'CorrectiveAction', 'B/' || n.n, {day('-1000')}, 'Corrective action ' || n.n, {day('n.n * 7907 % 1800 - 900')},
       (SELECT min({min}) FROM accounts){uuid}, {instant}, CASE WHEN n.n % 10 < 5 THEN 'Resolved' WHEN n.n % 10 < 6 THEN 'Reported' ELSE 'Open' END, 1
FROM numbers n JOIN places p ON p.place = n.n % (SELECT count(*) FROM places) WHERE n.n < {actions};
"""
NUMBERED = {
    "sqlite": """
        CREATE TEMP TABLE numbers AS WITH RECURSIVE number(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < {most}) SELECT n FROM number;
        CREATE TEMP TABLE places AS SELECT row_number() OVER (ORDER BY code) - 1 AS place, id FROM institutions WHERE kind IN ('Province', 'Regency', 'City');
        CREATE INDEX temp.place ON places (place);""",
    "postgresql": """
        CREATE TEMP TABLE numbers AS SELECT n FROM generate_series(0, {most}::bigint) AS n;
        CREATE TEMP TABLE places AS SELECT row_number() OVER (ORDER BY code) - 1 AS place, id FROM institutions WHERE kind IN ('Province', 'Regency', 'City');
        ANALYZE numbers; ANALYZE places;"""}


def sqlite_id(table, number):
    return f"printf('{table}0000000-%04X-7000-8000-%012X', 0, {number})"


def postgres_id(table, number):
    return f"('{table}0000000-0000-7000-8000-' || lpad(to_hex(({number})::int), 12, '0'))::uuid"


def statements(database):
    """The SQL that fills a database, in the words of that database."""
    counts = {"agreements": AGREEMENTS, "commitments": AGREEMENTS * EACH, "actions": ACTIONS, "each": EACH, "most": AGREEMENTS * EACH}
    if database == "sqlite":
        words = {"id": sqlite_id, "day": lambda days: f"date('now', '+7 hours', ({days}) || ' days')", "text": lambda value: value,
                 "instant": "'2026-01-02T03:04:05.000000Z'", "min": "id", "uuid": ""}
    else:
        words = {"id": postgres_id, "day": lambda days: f"((now() AT TIME ZONE 'Asia/Jakarta')::date + ({days})::int)", "text": lambda value: f"{value}::text",
                 "instant": "'2026-01-02T03:04:05Z'::timestamptz", "min": "id::text", "uuid": "::text::uuid"}

    def word(found):
        said = found[1]
        called = re.fullmatch(r"(\w+)\((.*)\)", said)
        if called:
            return words[called[1]](*[part.strip().strip("'").format(**counts) for part in called[2].split("', '")])
        return str(counts.get(said, words.get(said)))

    return re.sub(r"\{((?:[^{}]|\{\w+\})+)\}", word, NUMBERED[database] + ROWS)


class Following(Bench):
    def __init__(self, work, rounds, seconds, database, postgres):
        self.database, self.postgres, self.notes = database, postgres, []
        super().__init__(work, rounds, seconds, [])
        settings = {"Database__Provider": database}
        anchor = {"ASPNETCORE_URLS": "http://127.0.0.1:{port}", "DUE": "1", "DATABASE": os.path.join(work, "data", "compliance.db")}
        if postgres:
            settings["ConnectionStrings__Compliance"] = anchor["POSTGRES"] = postgres.create("due")
        self.product.settings.update(settings)
        self.querying = Server("due anchor", os.path.join(work, "anchors"), "Compliance.Anchors.dll", self.log("anchor"), anchor)
        self.servers.append(self.querying)

    def log(self, name):
        return os.path.join(self.out, f"{name}-f1-{self.database}.log")

    def fill(self):
        self.product.start("/health/ready")
        self.product.stop()
        if self.postgres:
            self.postgres.sql("due", statements("postgresql"))
            self.postgres.tidy()
        else:
            with sqlite3.connect(os.path.join(self.work, "data", "compliance.db")) as db:
                db.executescript(statements("sqlite"))
                db.execute("ANALYZE")
            db.close()
        self.product.start("/health/ready")
        self.querying.start("/hello")

    def lists(self):
        """F1: each list beside its SQL, one caller, who goes first changes from round to round."""
        for case, person, query in CASES:
            row = Row(f"F1 follow-up list, {case}, {self.database}", "ms", "its SQL", 3, at_most=True)
            self.rows.append(row)
            caller = year.sign_in(self.product.base, person)
            targets = {"product": (self.product.base + LIST + query, caller), "its SQL": (f"{self.querying.base}/{self.database}/due/{case}", {})}
            self.compare(case, query, caller)
            for target in targets:
                self.alone(*targets[target], 1)
            for turn in range(self.rounds):
                for target in (*targets,) if turn % 2 == 0 else reversed((*targets,)):
                    took, bad = self.alone(*targets[target], self.seconds)
                    row.add(target, took, bad)

    def compare(self, case, query, caller):
        """Both must show the same, in the same order."""
        mine = [item["id"] for item in year.read(self.product.base, "GET", LIST + query, None, caller)["items"]]
        theirs = [each.lower() for each in json.loads(ask(self.querying.base, "GET", f"/{self.database}/due/{case}?ids=true")[2])]
        if len(mine) != 50 or mine != theirs[:50]:
            raise Failure(f"{case}: {len(mine)} rows of the product are not the {len(theirs)} of the SQL: {mine[:2]} and {theirs[:2]}.")

    def alone(self, address, headers, seconds):
        """Milliseconds a request on one connection, and how many were no good."""
        said = [word for name, value in headers.items() for word in ("-H", f"{name}: {value}")]
        told = subprocess.run(
            ["wrk", "-t", "1", "-c", "1", "-d", f"{seconds}s", "--timeout", "10s", *said, address], capture_output=True, text=True, timeout=seconds + 30, check=True).stdout
        refused = re.search(r"Non-2xx or 3xx responses: (\d+)", told)
        return 1000 / float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1]), int(refused[1]) if refused else 0

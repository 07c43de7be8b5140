"""A cycle on the units of the year: planned through the API, with assessors who were invited and have set their passwords."""
import json
import time
import uuid

import year
from servers import Failure

JSON = {"Content-Type": "application/json"}
INSTRUMENT = "2024"
CYCLE = time.gmtime().tm_year
ANSWERS = 100
PASSWORD = "Ladang-Uji-Kecepatan-2024"
HEAD_OFFICE = "00"
DEMO_OFFICE, DEMO_ASSESSOR, DEMO_PASSWORD = "14", "assessor.riau@demo.example", "Kepatuhan-Demo-2023"
RENEW_AFTER = 300


class Field:
    """Sheets without answers, and the bearer tokens of those who may answer them."""

    def __init__(self, base):
        self.base = base
        self.items, self.sheets, self.refresh, self.tokens = [], [], [], []
        self.signed_in = time.monotonic()

    def plan(self, codes, count):
        """At least so many sheets of whole offices, in an order that mixes them; the demo assessor has Riau."""
        manager = self.manager()
        self.read("POST", "/cycles", {"year": CYCLE, "instrument": INSTRUMENT, "opensOn": f"{CYCLE}-01-01", "closesOn": f"{CYCLE}-12-31"}, manager)
        offices = {}
        for code in codes:
            offices.setdefault(code[:2] if code[:2].isdigit() else HEAD_OFFICE, []).append(code)
        planned = []
        for office in sorted(offices, key=lambda each: each != DEMO_OFFICE):
            units = [unit["id"] for code in offices[office] for unit in self.read("GET", f"/institutions/{code}/units?limit=500")["items"]]
            email = self.assessor(office, manager)
            plan = self.read("POST", f"/cycles/{CYCLE}/assessments", {"units": units, "assessor": email}, manager)
            planned.append([(item["id"], len(self.tokens) - 1) for item in plan["items"]])
            if sum(map(len, planned)) >= count:
                break
        everything = [sheet for part in planned for sheet in part]
        # A step without a common divisor visits each once, and neighbours are of different offices.
        step = next(each for each in range(997, 1100) if len(everything) % each)
        self.sheets = [everything[place * step % len(everything)] for place in range(len(everything))]
        if len(set(self.sheets)) != len(everything):
            raise Failure("The sheets were not mixed well.")
        form = self.read("GET", f"/assessments/{self.sheets[0][0]}/form", headers=self.bearer(0))
        self.form = form["items"]
        self.items = [
            {"indicator": item["indicator"], "subject": item["subject"]} for item in self.form
            if (item["kind"], item["lowest"], item["highest"]) == ("level", 0, 4)][:ANSWERS]
        if len(self.items) != ANSWERS:
            raise Failure(f"The form has only {len(self.items)} levels from 0 to 4.")

    def complete(self, place, chance):
        """Answers everything that the form of a sheet asks, by chance."""
        answers = [{
            "id": str(uuid.UUID(int=chance.getrandbits(128), version=4)), "baseVersion": 0, "device": f"device-{place}",
            "observedAt": f"{CYCLE}-01-02T03:04:05Z", "indicator": item["indicator"], "subject": item["subject"], **value(item, chance)}
            for item in self.form]
        path = f"/assessments/{self.sheets[place][0]}/answers"
        report = self.read("PUT", path, {"answers": answers}, {**JSON, **self.bearer(place)})
        outcomes = {item["outcome"] for item in report["items"]}
        if outcomes != {"stored"}:
            raise Failure(f"A sheet could not be completed: {outcomes}")

    def manager(self):
        return {**JSON, **year.sign_in(self.base)}

    def assessor(self, office, manager):
        """Signs in an assessor of the office, a demo account or one invited for the run, and returns the address."""
        email, password = DEMO_ASSESSOR, DEMO_PASSWORD
        if office != DEMO_OFFICE:
            email, password = f"bench.{office}@demo.example", PASSWORD
            invited = self.read("POST", "/users", {"email": email, "grants": [{"role": "assessor", "office": office}]}, manager)
            self.read("POST", "/invitations/acceptance", {"token": invited["invitation"]["token"], "password": password})
        self.keep(self.read("POST", "/tokens", {"email": email, "password": password}))
        return email

    def renew(self):
        """Tokens live for 15 minutes; says whether there are new ones."""
        if time.monotonic() - self.signed_in < RENEW_AFTER:
            return False
        old, self.refresh, self.tokens = self.refresh, [], []
        for token in old:
            self.keep(self.read("POST", "/tokens", {"refreshToken": token}))
        self.signed_in = time.monotonic()
        return True

    def keep(self, tokens):
        self.tokens.append(tokens["accessToken"])
        self.refresh.append(tokens["refreshToken"])

    def bearer(self, place):
        """What the assessor of a sheet sends along."""
        return {"Authorization": f"Bearer {self.tokens[self.sheets[place][1]]}"}

    def version(self, place):
        return self.read("GET", f"/assessments/{self.sheets[place][0]}", headers=self.bearer(place))["sheetVersion"]

    def answers(self, place):
        return self.read("GET", f"/assessments/{self.sheets[place][0]}/answers", headers=self.bearer(place))["items"]

    def read(self, method, path, body=None, headers=None):
        text = None if body is None else json.dumps(body).encode()
        return year.read(self.base, method, f"/api/v1{path}", text, headers or (JSON if text else {}))


def value(item, chance):
    """One answer of the kind that an item takes."""
    if item["kind"] == "checklist":
        codes = [option["code"] if isinstance(option, dict) else option for option in item["options"]]
        return {"checked": [code for code in codes if chance.random() < 0.6]}
    if item["kind"] == "number":
        return {"number": round(chance.uniform(item["lowest"], item["highest"]), 1)}
    return {"level": chance.randint(item["lowest"], item["highest"])}

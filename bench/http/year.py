"""A synthetic national year: every government with six units, imported the way an administrator would."""
import csv
import io
import json
import random
import urllib.parse

from servers import Failure, ask

YEAR = 2024
KINDS = ("province", "regency", "city")
UNITS = ("DPMPTSP", "Disdukcapil", "Dinas Sosial", "Dinas Pendidikan", "Dinas Kesehatan", "Puskesmas Pusat")
RANKING = f"/api/v1/rankings?year={YEAR}&kind=regency&limit=500"


def result_path(code):
    return f"/api/v1/institutions/{urllib.parse.quote(code)}/results/{YEAR}"


def governments(base, kinds=KINDS):
    """Code and kind of every province, regency and city, or of other kinds, page by page."""
    found = []
    for kind in kinds:
        cursor = None
        for _ in range(100):
            query = {"kind": kind, "limit": 500, **({"cursor": cursor} if cursor else {})}
            page = read(base, "GET", "/api/v1/institutions?" + urllib.parse.urlencode(query))
            found += [(row["code"], kind) for row in page["items"]]
            cursor = page["next"]
            if cursor is None:
                break
    if not found:
        raise Failure("The product knows no governments.")
    return found


def scores(codes):
    """The same scores in every run."""
    chance = random.Random(YEAR)
    return {code: {unit: chance.randint(3000, 9900) for unit in UNITS} for code in codes}


def sign_in(base, person="admin"):
    """A demo account, which exists in Development only; the token lives for 15 minutes."""
    body = json.dumps({"email": f"{person}@demo.example", "password": "Kepatuhan-Demo-2023"}).encode()
    tokens = read(base, "POST", "/api/v1/tokens", body, {"Content-Type": "application/json"})
    return {"Authorization": f"Bearer {tokens['accessToken']}"}


def bring_in(base, year, decision):
    """Imports the units' scores as one decision and returns the product's report."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(["year", "institution", "unit", "score", "status", "source"])
    for code, units in year.items():
        for unit, hundredths in units.items():
            table.writerow([YEAR, code, unit, f"{hundredths / 100:.2f}", "assessed", "synthetic"])
    query = urllib.parse.urlencode({"dryRun": "false", "decision": decision, "date": f"{YEAR}-12-12"})
    return read(base, "POST", f"/api/v1/results/import?{query}", text.getvalue().encode(), {"Content-Type": "text/csv", **sign_in(base)})


def read(base, method, path, body=None, headers=None):
    status, _, answer = ask(base, method, path, body, headers, timeout=120)
    if status // 100 != 2:
        raise Failure(f"{method} {path} answered {status}: {answer[:1000].decode(errors='replace')}")
    return json.loads(answer)

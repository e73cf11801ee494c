"""Counts reports again from the lines of the audit, as a clerk with a pencil.

    count_by_hand.py EVENTS.ndjson DRAFT.json...

Shares nothing with the registry but its exported events. Every event tells which values it set; laid over each other
they give each thing as it stood, as {path: value}. Ends with 1 and names each figure that a draft has otherwise.
"""

import decimal
import json
import sys
from collections import Counter, defaultdict
from datetime import date

KINDS = ("COLLECTIVE", "INDIVIDUAL", "HOUSEHOLD")
FIELDS = (
    "PARTY_AND_POLITICAL_SYSTEM",
    "ADMINISTRATIVE_REFORM",
    "NEW_RURAL_AND_URBAN",
    "CULTURE_COMMUNITY_AND_DEVELOPMENT",
)
FIGURES = (
    "registered registeredInRange fresh renewed replica late approved inspected recognized exemplars commended"
    " notRecognized stopped withdrawn replicated renewedNext changedAfterReport"
).split()


def below(state, prefix):
    """The values under a path: {first step: {rest: value}}."""
    found = defaultdict(dict)
    for path, value in state.items():
        if path.startswith(prefix + "/"):
            step, _, rest = path[len(prefix) + 1 :].partition("/")
            found[step][rest] = value
    return found


class Books:
    """Everything as it stood at a position of the log."""

    def __init__(self, events, position):
        self.models, self.units, self.plans, self.ratings = {}, {}, {}, {}
        self.replicas = defaultdict(list)
        approved = set()
        for event in events:
            if event["position"] > position:
                break
            about, kind = event["aggregateId"], event["type"]
            if kind == "ModelReplicated":
                values = {c["path"]: c["new"] for c in event["changes"]}
                self.replicas[values["/sourceId"]].append((values["/unitCode"], values["/year"]))
                continue
            for family, books in (
                ("unit:", self.units),
                ("plan:", self.plans),
                ("rating:", self.ratings),
                ("", self.models if kind.startswith("Model") or about in self.models else {}),
            ):
                if about.startswith(family):
                    state = books.setdefault(about, {})
                    for change in event["changes"]:
                        if change["new"] is None:
                            state.pop(change["path"], None)
                        else:
                            state[change["path"]] = change["new"]
                    break
        self.units = {code[len("unit:") :]: unit for code, unit in self.units.items()}

    def parent(self, code, day):
        places = below(self.units[code], "/places")
        past = [p for p in places.values() if p.get("from", "") <= day]
        return max(past, key=lambda p: p.get("from", "")).get("parentCode") if past else None

    def above(self, code, day):
        unit = self.units[code]
        successors = unit.get("/end/successors", [])
        if unit.get("/end/on", "9999") <= day and len(successors) == 1:
            return successors
        return [up for up in (self.parent(code, day), unit.get("/attachedTo")) if up]

    def under(self, root, day):
        end = self.units[root].get("/end/on", "9999")
        assert day < end, "a report about the time after its unit's end"
        found, before = {root}, set()
        while found != before:
            before = set(found)
            found |= {code for code in self.units if found & set(self.above(code, day))}
        return found

    def plan(self, code, year, day):
        while code:
            for plan in self.plans.values():
                if plan["/unitCode"] == code and plan["/year"] == year:
                    return plan
            code = self.parent(code, day) if code in self.units else None
        return None


class Term:
    """A model in a year, and what it counts as in a range of days."""

    def __init__(self, books, about, year, first, last):
        self.model, self.year, self.about = books.models[about], year, about
        self.facts = {}
        self.facts.update(below(self.model, "/terms")[str(year)])
        self.kind, self.unit = self.model["/subjectKind"], self.model["/unitCode"]
        self.first, self.last = first, last
        self.inspections = below({"/" + k: v for k, v in self.facts.items()}, "/inspections")
        self.findings = []
        for inspection in self.inspections.values():
            if not inspection["annulled"]:
                self.findings += below({"/" + k: v for k, v in inspection.items()}, "/findings").values()
        self.replicas = books.replicas[about]
        self.years = sorted(int(y) for y in below(self.model, "/terms"))

    def part(self, name):
        return below({"/" + k: v for k, v in self.facts.items()}, "/" + name)

    def within(self, day):
        return self.first <= day <= self.last

    def valid(self):
        return [i for i in self.inspections.values() if not i["annulled"] and i["kind"] != "SELF"]

    def mean(self):
        totals = [decimal.Decimal(str(i["total"])) for i in self.valid()]
        return half_up(sum(totals) / len(totals)) if totals else None

    def decided(self, name):
        return [p for p in self.part(name).values() if self.within(p["decision/issuedOn"])]

    def reports(self):
        return [r for r in self.part("progressReports").values() if "reportedOn" in r and "correctedBy" not in r]

    def figures(self):
        facts, found = self.facts, set()
        if facts["registeredOn"] > self.last:
            return found
        if facts["status"] == "WITHDRAWN":
            return {"withdrawn"}
        how = "renewed" if self.year > self.years[0] else "replica" if "/replicatedFrom/id" in self.model else "fresh"
        awards = [c for c in self.decided("commendations") if not c["revoked"]]
        known = [r for r in self.part("recognitions").values() if r["decision/issuedOn"] <= self.last]
        for figure, holds in {
            "registered": True,
            how: True,
            "registeredInRange": self.within(facts["registeredOn"]),
            "late": facts["late"],
            "approved": "approval/selfApproved" in facts,
            "inspected": any(self.within(i["inspectedOn"]) for i in self.valid()),
            "recognized": self.decided("recognitions"),
            "exemplars": self.decided("exemplars"),
            "commended": awards,
            "notRecognized": "refusal" in facts and not known,
            "stopped": facts["status"] == "STOPPED",
            "replicated": self.replicas,
            "renewedNext": self.years[-1] > self.year,
            "changedAfterReport": facts["changedAfterReport"],
        }.items():
            if holds:
                found.add(figure)
        return found

    def overdue(self, day):
        return [f for f in self.findings if f["state"] == "OPEN" and f.get("dueOn", "9999") < day]

    def owed(self, books, day):
        """Kinds of what is late on a day."""
        facts = self.facts
        if "/closure/outcome" in self.model or facts["status"] in ("WITHDRAWN", "STOPPED", "CLOSED"):
            return []
        owed = []
        if facts["status"] == "RETURNED":
            returns = self.part("returns")
            if returns and returns[max(returns, key=int)]["dueOn"] < day:
                owed.append("RESUBMISSION")
        owed += ["FINDING"] * len(self.overdue(day))
        plan = books.plan(self.unit, self.year, day)
        if plan and facts["status"] in ("APPROVED", "RECOGNIZED", "NOT_RECOGNIZED"):
            begin, mid, end = self.model.get("/startsOn", ""), plan["/midYearReportDueOn"], plan["/finalReportDueOn"]
            halfway = middle(mid, end)
            if begin <= mid < day and not self.reports():
                owed.append("PROGRESS")
            if begin <= end < day and not any(r["reportedOn"] > halfway for r in self.reports()):
                owed.append("PROGRESS")
        return owed


def middle(one, other):
    first, last = date.fromisoformat(one), date.fromisoformat(other)
    return (first + (last - first) // 2).isoformat()


def half_up(number):
    return number.quantize(decimal.Decimal("0.01"), decimal.ROUND_HALF_UP)


def tally(kinds):
    counts = [kinds[kind] for kind in KINDS]
    return {"total": sum(counts), "collective": counts[0], "individual": counts[1], "household": counts[2]}


def tallies(terms):
    """All figures of some terms."""
    counts = defaultdict(Counter)
    for term in terms:
        for figure in term.figures():
            counts[figure][term.kind] += 1
    return {figure: tally(counts[figure]) for figure in FIGURES}


def by_field(terms):
    return {f: tallies(t for t in terms if t.model["/field"] == f) for f in FIELDS}


def terms_of(books, years, units, first, last):
    return [
        term
        for about, model in books.models.items()
        for year in sorted(int(y) for y in below(model, "/terms"))
        if year in years and model["/unitCode"] in units
        for term in [Term(books, about, year, first, last)]
        if term.figures()
    ]


def earlier(day, years):
    year, rest = int(day[:4]) - years, day[4:]
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return f"{year}" + ("-02-28" if rest == "-02-29" and not leap else rest)


def expected(books, content):
    """What a report about the same should say, in the shape that shown() gives."""
    scope = content["scope"]
    first, last, root = scope["from"], scope["to"], scope["unitCode"]
    years = range(scope["year"], scope.get("toYear", scope["year"]) + 1)
    units = books.under(root, last)
    terms = terms_of(books, years, units, first, last)
    standing = [t for t in terms if "registered" in t.figures()]
    found = {"totals": tallies(terms), "byField": by_field(terms)}
    found["byNationalField"] = {
        f: tallies(t for t in terms if t.model.get("/nationalField") == f)
        for f in {t.model["/nationalField"] for t in terms if "/nationalField" in t.model}
    }
    found["byYear"] = {str(y): tallies(t for t in terms if t.year == y) for y in years}
    found["byUnit"] = {u["code"]: [tallies(t for t in terms if t.unit == u["code"])] for u in content["byUnit"]}
    for unit in content["byUnit"]:
        inside = {code for code in units if is_under(books, code, unit["code"], units, last)}
        found["byUnit"][unit["code"]].append(tallies(t for t in terms if t.unit in inside))
    before = [earlier(first, len(years)), earlier(last, len(years))]
    then = [y - len(years) for y in years]
    for reading, those in (("asItWas", books.under(root, before[1])), ("byTodaysUnits", units)):
        old = terms_of(books, then, those, *before)
        found[reading] = [tallies(old), by_field(old)]
    for name, rung in (("recognized", "recognitions"), ("exemplars", "exemplars")):
        counts = defaultdict(Counter)
        for term in standing:
            for level in {h["level"] for h in term.decided(rung)}:
                counts[level][term.kind] += 1
        found["byLevel." + name] = {level: tally(kinds) for level, kinds in counts.items()}
    awards, revoked, recipients = [], [], defaultdict(Counter)
    for about, model in books.models.items():
        if model["/unitCode"] not in units:
            continue
        for year in below(model, "/terms"):
            term = Term(books, about, int(year), first, last)
            for no, award in term.part("commendations").items():
                if term.within(award["decision/issuedOn"]):
                    people = below({"/" + k: v for k, v in award.items()}, "/recipients").values()
                    money = sum(person.get("bonusVnd", 0) for person in people)
                    awards.append((about, int(year), int(no), len(people), money))
                    if not award["revoked"]:
                        for person in people:
                            recipients[award["form"]][person["kind"]] += 1
                if award["revoked"] and term.within(award["revocation/decision/issuedOn"]):
                    revoked.append((about, int(year), int(no)))
    found["byForm"] = {form: tally(kinds) for form, kinds in recipients.items()}
    found["commendations"], found["revocations"] = sorted(awards), sorted(revoked)
    seen = [(t, no, i) for t in standing for no, i in t.inspections.items() if t.within(i["inspectedOn"])]
    found["inspections"] = sorted(
        (t.about, int(no), i["annulled"], str(i["total"]), remedies(i, last)) for t, no, i in seen
    )
    kinds = Counter(i["kind"] for t, no, i in seen if not i["annulled"])
    found["activities"] = {
        "returned": sum(len(t.part("returns")) for t in standing),
        "progressReports": sum(t.within(r["reportedOn"]) for t in standing for r in t.reports()),
        "inspections": {kind: kinds[kind] for kind in ("PERIODIC", "AD_HOC", "SELF")},
        "reminders": sum(len(t.part("reminders")) for t in standing),
    }
    findings = [f for t in standing for f in t.findings]
    states = Counter(f["state"] for f in findings)
    found["findings"] = {
        "total": len(findings),
        "major": sum(f["severity"] == "MAJOR" for f in findings),
        "open": states["OPEN"],
        "remedied": states["REMEDIED"],
        "confirmed": states["CONFIRMED"],
        "overdue": sum(len(t.overdue(last)) for t in standing),
    }
    found["models"] = sorted((t.about, t.year, t.facts["status"], shown_number(t.mean())) for t in terms)
    found["replications"] = sorted(
        {
            (t.about, tuple(t.years), tuple(sorted(t.replicas)))
            for t in standing
            if t.replicas or len(t.years) > 1
        }
    )
    found["changedAfterReport"] = sorted({t.about for t in standing if t.facts["changedAfterReport"]})
    late = [(t.about, t.year, kind) for t in standing for kind in t.owed(books, last)]
    late += [(t.about, t.year, "REGISTRATION") for t in standing if t.facts["late"]]
    late += [(t.about, t.year, "RESUBMISSION") for t in standing if t.facts["resubmittedLate"]]
    found["late"] = sorted(late)
    found["unitRatings"] = {
        r["unitCode"]: rating_inputs(books, [t for t in terms if t.unit == r["unitCode"]], r["unitCode"], years[-1], last)
        for r in content["unitRatings"]
    }
    wanted = {t.unit for t in terms} | {r["/unitCode"] for r in books.ratings.values() if r["/year"] == years[-1]}
    found["unitsToRate"] = sorted(wanted & units - set(found["unitRatings"]))
    return found


def remedies(inspection, day):
    found = below({"/" + k: v for k, v in inspection.items()}, "/findings")
    rows = []
    for no in sorted(found, key=int):
        finding = found[no]
        late = finding["state"] == "OPEN" and finding.get("dueOn", "9999") < day
        rows.append(
            (finding["severity"], finding.get("dueOn"), finding["state"], finding.get("remedy/doneOn"))
            + ((date.fromisoformat(day) - date.fromisoformat(finding["dueOn"])).days if late else 0,)
        )
    return tuple(rows)


def is_under(books, code, upper, units, day):
    """By the nearest way up that the report has: successor, else parent, else what it is attached to."""
    while code and code != upper:
        above = [up for up in books.above(code, day) if up in units]
        code = above[0] if above else None
    return code == upper


def rating_inputs(books, terms, unit, year, day):
    standing = [t for t in terms if "registered" in t.figures()]
    counts = Counter(figure for t in terms for figure in t.figures())
    means = [t.mean() for t in standing if t.mean() is not None]
    given = {(r["/unitCode"], r["/year"]): r["/rating"] for r in books.ratings.values()}
    ended = books.units[unit].get("/end/on", "9999") <= day
    plan = books.plan(unit, year, day)
    return {
        "required": None if ended or not plan else plan.get("/modelsPerUnitMin"),
        "registered": counts["registered"],
        "registeredLate": counts["late"],
        "progressOverdue": sum(t.owed(books, day).count("PROGRESS") for t in standing),
        "inspected": counts["inspected"],
        "recognized": counts["recognized"],
        "bestScore": shown_number(max(means, default=None)),
        "meanScore": shown_number(half_up(sum(means) / len(means)) if means else None),
        "findingsOpen": sum(f["state"] != "CONFIRMED" for t in standing for f in t.findings),
        "findingsOverdue": sum(len(t.overdue(day)) for t in standing),
        "exemplars": counts["exemplars"],
        "commended": counts["commended"],
        "replicated": counts["replicated"],
        "rating": given.get((unit, year)),
        "previousRating": given.get((unit, year - 1)),
    }


def shown_number(number):
    return None if number is None else str(float(number))


def shown(content):
    """The figures of a report, in the shape that expected() gives."""
    found = {"totals": content["totals"]}
    for table, key in (("byField", "field"), ("byNationalField", "field"), ("byYear", "year")):
        found[table] = {str(row[key]): row["figures"] for row in content[table]}
    found["byUnit"] = {row["code"]: [row["own"], row["all"]] for row in content["byUnit"]}
    for reading in ("asItWas", "byTodaysUnits"):
        old = content["comparison"][reading]
        found[reading] = [old["totals"], {row["field"]: row["figures"] for row in old["byField"]}]
    for name in ("recognized", "exemplars"):
        found["byLevel." + name] = {r["level"]: r[name] for r in content["byLevel"] if r[name]["total"]}
    found["byForm"] = {r["form"]: r["recipients"] for r in content["byForm"] if r["recipients"]["total"]}
    found["commendations"] = sorted(
        (r["modelId"], r["year"], r["no"], len(r["recipients"]), sum(p.get("bonusVnd") or 0 for p in r["recipients"]))
        for r in content["commendations"]
    )
    found["revocations"] = sorted((r["modelId"], r["year"], r["no"]) for r in content["revocations"])
    found["inspections"] = sorted(
        (r["modelId"], r["no"], r["annulled"], str(r["total"]))
        + (
            tuple(
                (f["severity"], f.get("dueOn"), f["state"], f.get("remediedOn"), f["daysLate"]) for f in r["findings"]
            ),
        )
        for r in content["inspections"]
    )
    activities = dict(content["activities"])
    activities["inspections"] = {row["kind"]: row["count"] for row in activities["inspections"]}
    found["activities"], found["findings"] = activities, content["findings"]
    found["models"] = sorted((r["id"], r["year"], r["status"], shown_number(r.get("score"))) for r in content["models"])
    found["replications"] = sorted(
        (r["modelId"], tuple(r["years"]), tuple(sorted((x["unitCode"], x["year"]) for x in r["replicas"])))
        for r in content["replications"]
    )
    found["changedAfterReport"] = content["changedAfterReport"]
    found["late"] = sorted((r["modelId"], r["year"], r["kind"]) for r in content["late"])
    found["unitRatings"] = {}
    for row in content["unitRatings"]:
        inputs = {name: row.get(name) for name in rating_names()}
        inputs.update({name: shown_number(row.get(name)) for name in ("bestScore", "meanScore")})
        found["unitRatings"][row["unitCode"]] = inputs
    found["unitsToRate"] = []
    return found


def rating_names():
    return (
        "required registered registeredLate progressOverdue inspected recognized bestScore meanScore findingsOpen"
        " findingsOverdue exemplars commended replicated rating previousRating"
    ).split()


def differences(path, one, other):
    if isinstance(one, dict) and isinstance(other, dict):
        for key in sorted(set(one) | set(other)):
            yield from differences(f"{path}/{key}", one.get(key), other.get(key))
    elif one != other:
        yield f"{path}: counted {one}, reported {other}"


def main(events_file, drafts):
    with open(events_file, encoding="utf-8") as lines:
        events = sorted((json.loads(line) for line in lines), key=lambda event: event["position"])
    faults = []
    for file in drafts:
        with open(file, encoding="utf-8") as opened:
            draft = json.load(opened)
        content = draft["content"]
        books = Books(events, draft["position"])
        faults += differences(file, expected(books, content), shown(content))
    print("\n".join(faults) or f"{len(drafts)} reports say what was counted")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))

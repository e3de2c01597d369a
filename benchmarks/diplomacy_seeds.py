"""The diplomacy plugin against four messy articles, read by hand: `python benchmarks/diplomacy_seeds.py CORPORA [--errors]`.

`gold/seeds.json` says for each article who meets whom, where, when, about what and at what stage, sentence by sentence, and
which office each person has; sentences and words are named by their offsets, parties by ISO code or by name. `mentions` are
sentences that speak of talks in general: a meeting may be given there, and is not counted.

meetings  found: share of gold's that are given, one of its statuses being right; and of those, the share with exactly its
          parties (sides without name or country apart), venue, date, and beginning of what it is about
spurious  meetings given in a sentence where gold has none, or more of them than it has
officials share of gold's with name, role, organisation, country and former or not all right; and spurious ones
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import newsparse_diplomacy
from newsparse_diplomacy import Diplomacy, Meeting

import newsparse

PARSER = newsparse.Parser(plugins=[newsparse_diplomacy], language="en", strict=True)
GOLD = Path(__file__).parent / "gold" / "seeds.json"


def parties(meeting: Meeting) -> list[str]:
    keys = {
        one.entity.name
        if one.entity and one.entity.kind == "person"
        else one.country or (one.entity and one.entity.name)
        for one in meeting.parties
    }
    return sorted(key for key in keys if key)


def fits(meeting: Meeting, gold: dict) -> bool:
    start, end = gold["act"]
    return meeting.act.start < end and start < meeting.act.end


def wrong(meeting: Meeting, gold: dict) -> list[str]:
    told = {
        "parties": parties(meeting),
        "venue": meeting.venue and meeting.venue.name,
        "date": meeting.date and meeting.date.value,
        "about": meeting.agenda and meeting.agenda.start,
    }
    about = told["about"] == gold["about"] or (gold["about"] is None and told["about"] is not None)
    return [name for name in ("parties", "venue", "date") if told[name] != gold[name]] + ([] if about else ["about"])


def main(corpora: Path, *, show: bool) -> None:
    counts = dict.fromkeys(("gold", "found", "parties", "venue", "date", "about", "all", "spurious", "given"), 0)
    people = dict.fromkeys(("gold", "right", "spurious"), 0)
    for name, gold in json.loads(GOLD.read_text("utf-8")).items():
        path = next((corpora / "seeds").glob(f"{name}_*.txt"))
        field = PARSER.parse(path.read_bytes()).field(Diplomacy)
        assert field is not None
        left = [one for one in field.meetings if one.evidence.span.start not in gold["mentions"]]
        counts["given"] += len(left)
        for one in gold["meetings"]:
            counts["gold"] += 1
            match = next((m for m in field.meetings if fits(m, one) and m.status in one["status"]), None)
            if match is None:
                print(*([name, "missed", one] if show else []), end="\n" if show else "")
                continue
            left = [m for m in left if m is not match]
            errors = wrong(match, one)
            counts["found"] += 1
            for part in ("parties", "venue", "date", "about"):
                counts[part] += part not in errors
            counts["all"] += not errors
            if errors and show:
                print(
                    name, errors, one, parties(match), match.venue and match.venue.name, match.date and match.date.value
                )
        counts["spurious"] += len(left)
        for one in left if show else ():
            print(name, "spurious", one.evidence.span.start, one.status, one.act)
        told = [(o.entity.name, o.role, o.organization, o.country, o.former) for o in field.officials]
        wanted = [tuple(one.values()) for one in gold["officials"]]
        people["gold"] += len(wanted)
        people["right"] += sum(one in told for one in wanted)
        people["spurious"] += sum(one not in wanted for one in told)
        if show and set(told) != set(wanted):
            print(name, "officials", set(told) ^ set(wanted))
    print("meetings", counts)
    print("officials", people)


if __name__ == "__main__":
    main(Path(sys.argv[1]), show="--errors" in sys.argv)

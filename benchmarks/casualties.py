"""How well the conflict plugin counts casualties: `python benchmarks/casualties.py CORPORA [--half 0|1] [--errors]`.

The documents are news of shootings (title and text, publication date given); gold is a database's count for the incident.

killed   share of documents whose `totals.killed` is the database's number; no field counts as 0
injured  the same for `totals.injured`
either   mean of the two: share of all figures, two a document, that are exact
both     share of documents where both are exact
naive    the same four for regular expressions: the first number before `killed`, `dead`, `injured`, `wounded` or `shot`

`--half 0` takes every second document from the first, on which rules were tuned, `--half 1` the others.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from pathlib import Path

import newsparse_conflict
from newsparse_conflict import Conflict

import newsparse
from newsparse.analysis.numbers import WORDS, number

PARSER = newsparse.Parser(plugins=[newsparse_conflict], language="en", strict=True)
NUMBER = rf"\b(\d{{1,3}}|{WORDS})(?: \w+){{0,3}}? "


def predicted(record: dict) -> tuple[int, int]:
    published = dt.date.fromisoformat(record["published"])
    article = PARSER.parse(f"{record['title']}\n\n{record['text']}", published=published, media_type="text/plain")
    field = article.field(Conflict)
    return ((field.totals.killed or 0), (field.totals.injured or 0)) if field else (0, 0)


def naive(record: dict) -> tuple[int, int]:
    text = f"{record['title']}\n\n{record['text']}"
    found = []
    for words in (r"(?:killed|dead|died)", r"(?:injured|wounded|hurt|shot)"):
        match = re.search(NUMBER + words, text, re.IGNORECASE)
        found.append(int(number(match[1]) or 0) if match else int(bool(re.search(rf"\b{words}", text, re.IGNORECASE))))
    return found[0], found[1]


def figures(rows: list[tuple[tuple[int, int], tuple[int, int]]]) -> str:
    killed = sum(have[0] == gold[0] for have, gold in rows) / len(rows)
    injured = sum(have[1] == gold[1] for have, gold in rows) / len(rows)
    both = sum(have == gold for have, gold in rows) / len(rows)
    return (
        f"killed {killed:.3f} injured {injured:.3f} either {(killed + injured) / 2:.3f} both {both:.3f} ({len(rows)})"
    )


if __name__ == "__main__":
    path = Path(sys.argv[1]) / "domain" / "gva_casualties_docs.jsonl"
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    if "--half" in sys.argv:
        records = records[int(sys.argv[sys.argv.index("--half") + 1]) :: 2]
    rows = []
    for record in records:
        gold = (record["gold"]["killed"], record["gold"]["injured"])
        rows.append((predicted(record), gold))
        if "--errors" in sys.argv and rows[-1][0] != gold:
            print(f"have {rows[-1][0]} gold {gold} {record['id'][:6]} {record['title']}")
    print("newsparse", figures(rows))
    print("naive    ", figures([(naive(one), (one["gold"]["killed"], one["gold"]["injured"])) for one in records]))

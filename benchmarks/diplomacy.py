"""How well the diplomacy plugin finds meetings: `python benchmarks/diplomacy.py CORPORA` (plugin installed).

consult       a record is a hit if a meeting is found in its text and its event is CONSULT; F1 over records
participants  RAMS: a gold participant is found if a party of a meeting found in the text shares its last word; a party that
              shares no gold participant's last word counts against precision, if its sentence holds a gold trigger
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import newsparse_diplomacy
from newsparse_diplomacy import Diplomacy

import newsparse

PARSER = newsparse.Parser(plugins=[newsparse_diplomacy], language="en", strict=True)


def records(corpora: Path, name: str) -> list[dict]:
    return [json.loads(line) for line in (corpora / "domain" / f"{name}.jsonl").read_text("utf-8").splitlines()]


def f1(hits: int, found: int, gold: int) -> str:
    precision, recall = hits / (found or 1), hits / (gold or 1)
    return f"P {precision:.2f} R {recall:.2f} F1 {2 * precision * recall / ((precision + recall) or 1):.2f}"


def consult(corpora: Path, name: str) -> str:
    hits = found = gold = 0
    for record in records(corpora, name):
        field = PARSER.parse("News\n\n" + record["text"], media_type="text/plain").field(Diplomacy)
        yes, right = bool(field and field.meetings), record["event"] == "CONSULT"
        hits, found, gold = hits + (yes and right), found + yes, gold + right
        if yes != right and "--errors" in sys.argv:
            print("  ", "extra " if yes else "missed", record["event"], record["text"][:200])
    return f1(hits, found, gold)


def last_word(text: str) -> str:
    words = re.findall(r"\w+", text.lower())
    return words[-1] if words else ""


def participants(corpora: Path) -> str:
    hits = found = gold = 0
    for record in records(corpora, "rams_meetings"):
        text = record["text"]
        article = PARSER.parse("News\n\n" + text, media_type="text/plain")
        field = article.field(Diplomacy)
        triggers = [span["start"] + 6 for span in record["spans"] if span["label"].startswith("TRIGGER")]
        wanted = {last_word(span["text"]) for span in record["spans"] if span["label"] == "participant"}
        near = [
            meeting
            for meeting in (field.meetings if field else ())
            if any(meeting.evidence.span.start <= at < meeting.evidence.span.end for at in triggers)
        ]
        have = {last_word(party.text) for meeting in near for party in meeting.parties}
        hits, found, gold = hits + len(wanted & have), found + len(have), gold + len(wanted)
        if "--errors" in sys.argv and wanted != have:
            print(
                "  ",
                sorted(wanted),
                sorted(have),
                record["event"][-40:],
                "|",
                text[max(0, triggers[0] - 80) : triggers[0] + 80],
            )
    return f1(hits, found, gold)


if __name__ == "__main__":
    corpora = Path(sys.argv[1])
    for name in ("plv", "plover_gsr"):
        print(f"consult {name}: {consult(corpora, name)}")
    print(f"participants rams_meetings: {participants(corpora)}")

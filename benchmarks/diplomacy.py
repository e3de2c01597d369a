"""How well the diplomacy plugin finds meetings: `python benchmarks/diplomacy.py CORPORA` (plugin installed).

consult       a record is a hit if its text reports a meeting (`central`) as held, under way or planned, and its event is
              CONSULT (meetings refused, called off, asked for are other events there); F1 over records
participants  RAMS, its own task: given the words that trigger the event, who takes part. Over records with participants; a gold
              participant and a party found agree if their last words do, each counted once a record
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import newsparse_diplomacy
from newsparse_diplomacy import Diplomacy
from newsparse_diplomacy.context import contexts
from newsparse_diplomacy.participants import participants

import newsparse

REPORTED = ("held", "ongoing", "planned")
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
        reported = [one for one in field.meetings if one.central and one.status in REPORTED] if field else []
        yes, right = bool(reported), record["event"] == "CONSULT"
        hits, found, gold = hits + (yes and right), found + yes, gold + right
        if yes != right and "--errors" in sys.argv:
            print("  ", "extra " if yes else "missed", record["event"], record["text"][:200])
    return f1(hits, found, gold)


def last_word(text: str) -> str:
    words = re.findall(r"\w+", text.lower())
    return words[-1] if words else ""


def taking_part(corpora: Path) -> str:
    hits = found = gold = 0
    for record in records(corpora, "rams_meetings"):
        wanted = {last_word(span["text"]) for span in record["spans"] if span["label"] == "participant"}
        if not wanted:
            continue
        article = PARSER.parse("News\n\n" + record["text"], media_type="text/plain")
        start, end = next(
            (span["start"] + 6, span["end"] + 6) for span in record["spans"] if span["label"].startswith("TRIGGER")
        )
        have = {
            last_word(party.text)
            for context in contexts(article)
            if context.start <= start < context.end
            for party in participants(context, newsparse.Span(start, end))
        }
        hits, found, gold = hits + len(wanted & have), found + len(have), gold + len(wanted)
        if "--errors" in sys.argv and wanted != have:
            print("  ", sorted(wanted), sorted(have), "|", record["text"][max(0, start - 86) : end + 74])
    return f1(hits, found, gold)


if __name__ == "__main__":
    corpora = Path(sys.argv[1])
    for name in ("plv", "plover_gsr"):
        print(f"consult {name}: {consult(corpora, name)}")
    print(f"participants rams_meetings: {taking_part(corpora)}")

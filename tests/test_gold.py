"""The gold of the benchmarks is well formed: spans lie in their sentences and cover whole words, values are known ones.

Failures name lines by their ids only: the text of a held part is not to be read while rules are written.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

GOLD = Path(__file__).parent.parent / "benchmarks" / "gold"
PARTS = {"tuning", "held", "held2"}
STATUSES = {"held", "ongoing", "planned", "proposed", "cancelled", "denied"}

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the benchmarks are not beside the tests")


def rows(name: str) -> list[dict]:
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines()]


def is_whole(text: str, span: list[int]) -> bool:
    """The span is not empty, lies in the text, and neither begins nor ends in white space or within a word."""
    start, end = span
    if not 0 <= start < end <= len(text) or text[start:end] != text[start:end].strip():
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (text[end - 1].isalnum() and after.isalnum())


@pytest.mark.parametrize("name", ["meetings", "officials", "markets"])
def test_ids_and_texts_stand_once(name: str) -> None:
    for key in ("id", "text"):
        counts = Counter(row[key] for row in rows(name))
        assert [row["id"] for row in rows(name) if counts[row[key]] > 1] == []
    assert {row["part"] for row in rows(name)} <= PARTS


def test_meetings_have_spans_in_their_sentences() -> None:
    bad = []
    for row in rows("meetings"):
        spans = [one["span"] for one in row["meetings"]] + row["parties"] + row["venues"]
        known = all(one["status"] in STATUSES for one in row["meetings"])
        if not known or not all(is_whole(row["text"], span) for span in spans):
            bad.append(row["id"])
        if not row["meetings"] and (row["parties"] or row["venues"]):
            bad.append(row["id"])
    assert bad == []


def test_officials_are_named_in_their_phrases() -> None:
    bad = []
    for row in rows("officials"):
        for one in row["officials"]:
            lists = (one["role"], one["organization"], one["country"])
            if one["name"] not in row["text"] or not all(lists) or not isinstance(one["former"], bool):
                bad.append(row["id"])
            if any(body and body.lower() not in row["text"].lower() for body in one["organization"]):
                bad.append(row["id"])
            if any(country and not (len(country) == 2 and country.isupper()) for country in one["country"]):
                bad.append(row["id"])
    assert bad == []


MARKETS = {
    "companies": {"name", "ticker", "exchange"},
    "prices": {"instrument", "value", "unit"},
    "moves": {"direction", "instrument", "percent", "points", "to", "amount"},
    "deals": {"kind", "status", "parties", "amount"},
    "figures": {"kind", "measure", "who", "amounts"},
    "decisions": {"bank", "decision", "change", "level", "status"},
}
DEALS = {"acquisition", "merger", "stake", "investment", "contract", "offering", "loan"}


def words(kind: str, one: dict) -> list[list[int]]:
    """The spans of a label: lists of which any is right, null where the text may be without."""
    lists = [one[key] for key in ("instrument", "to", "measure", "who", "bank") if key in one]
    return [span for each in lists + one.get("parties", []) for span in each if span] if kind != "companies" else []


def is_known(kind: str, one: dict) -> bool:
    match kind:
        case "moves":
            signs = {value > 0 for key in ("percent", "points") for value in one[key] if value}
            return one["direction"] in {"up", "down", "unchanged"} and signs <= {one["direction"] == "up"}
        case "deals":
            return set(one["kind"]) <= DEALS and set(one["status"]) <= STATUSES
        case "figures":
            return one["kind"] in {"result", "forecast"}
        case "decisions":
            return set(one["decision"]) <= {"raised", "cut", "held"} and set(one["status"]) <= STATUSES
    return True


def test_markets_have_spans_and_values_of_the_documented_kinds() -> None:
    bad = []
    for row in rows("markets"):
        for kind, keys in MARKETS.items():
            for one in row[kind]:
                whole = all(is_whole(row["text"], span) for span in words(kind, one))
                if set(one) - {"optional"} != keys or not whole or not is_known(kind, one):
                    bad.append(row["id"])
        names = [one["name"] for one in row["companies"]] + row["plain"]
        if any(name not in row["text"] for name in names):
            bad.append(row["id"])
    assert bad == []


LABELS = {
    "headline", "headline_repeat", "standfirst", "byline", "dateline", "toc_title", "toc_entry", "heading", "paragraph",
    "wrapped", "list_item", "pull_quote", "caption", "credit", "correction", "table", "interview_headline", "furniture",
    "teaser", "call_to_action", "source_line", "empty_label", "turn", "turn_more", "blank",
}  # fmt: skip


def listed(value: object) -> list:
    return value if isinstance(value, list) else [value]


def is_line(label: str, text: str, more: dict, lines: list) -> bool:
    if label not in LABELS or not set(more.get("accept", [])) <= LABELS or (label == "blank") != (not text.strip()):
        return False
    if label == "turn":
        return set(listed(more["role"])) <= {"question", "answer", "statement"} and (more["label"] or "") in text
    if label == "toc_entry" and more["target"] is not None:
        return lines[more["target"] - 1][0] in {"headline", "heading", "interview_headline"}
    return "\n" not in text


def test_articles_have_lines_of_the_documented_kinds() -> None:
    bad, articles = [], rows("articles")
    for row in articles:
        lines = row["lines"]
        bad += [(row["id"], n) for n, (label, text, *more) in enumerate(lines, 1)
                if not is_line(label, text, more[0] if more else {}, lines)]  # fmt: skip
        if row["interview"] is not None and row["interview"] != any(line[0] == "turn" for line in lines):
            bad.append((row["id"], 0))
    assert bad == []
    assert len({row["id"] for row in articles}) == len(articles)
    assert {row["part"] for row in articles} <= PARTS

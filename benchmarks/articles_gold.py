"""Messy articles of our own: what every line is, where contents entries lead, who speaks, and where no interview is.

Gold: `gold/articles.jsonl`, whole invented articles line by line: `[label, text, more]`. The text is the lines joined
by line feeds. `accept` lists every label that a careful reader could give the line, where there is more than one.

lines       lines, blank ones aside, whose leaf (the one that holds most of the line, and more than half) has a label's
            type. Teasers, calls to action, source lines and empty labels are furniture; a line of a turn wants a leaf
            in a turn of its role, a line that is none wants a leaf in no turn; `wrapped` wants the leaf of the line
            above; an interview's headline wants to be the headline of an Interview
kinds       the same, and the furniture is of the right kind, or of one that gold accepts
whole       articles with every line right, without and with kinds
targets     contents entries that lead to the right line, or nowhere where gold has nowhere
turns       P/R/F1 of turn starts in the articles that hold an interview; a turn that starts after its label is right
roles       over turns found: the role, or one that gold accepts
speakers    over turns found whose speaker gold names: all words of one name are the other's too, titles aside
false       of the articles without an interview, those in which one is found; `interview: null` is left out here and
            above, as it can be read either way
headlines   articles whose headline stands on gold's line (or on its repeat)
"""

from __future__ import annotations

import re
from collections import Counter as Tally
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from gold_sentences import asked, records

import newsparse

Gold = dict[str, Any]

TYPES = {
    "headline": "headline",
    "headline_repeat": "headline",
    "standfirst": "alternative_headline",
    "byline": "byline",
    "dateline": "dateline",
    "toc_title": "contents_title",
    "toc_entry": "contents_entry",
    "heading": "heading",
    "paragraph": "paragraph",
    "wrapped": "paragraph",
    "list_item": "list_item",
    "pull_quote": "block_quote",
    "caption": "caption",
    "credit": "credit",
    "correction": "correction",
    "table": "table",
}
KINDS = {"call_to_action": "call_to_action", "source_line": "source", "empty_label": "empty_label", "credit": "credit"}
FURNITURE = {*KINDS, "furniture", "teaser"}
SHOWN = ("lines", "targets", "turns", "roles", "speakers", "false", "headlines")
TITLES = frozenset("the a an mr mrs ms dr sen gen rep gov prof der die das frau herr general professor".split())
NAMES = ("lines", "kinds", "whole", "whole, kinds too", "targets", "roles", "speakers", "false", "headlines")
PARSER = newsparse.Parser()


class Line(NamedTuple):
    label: str
    start: int
    end: int
    more: Gold

    @property
    def labels(self) -> list[str]:
        return [str(label) for label in self.more.get("accept", [self.label])]


class Leaf(NamedTuple):
    start: int
    end: int
    type: str
    kind: str
    target: tuple[int, int] | None

    @property
    def extent(self) -> tuple[int, int]:
        return self.start, self.end


class Found(NamedTuple):
    """A turn that was found: all places at which it may be said to start, and the rest of it."""

    starts: frozenset[int]
    end: int
    role: str
    speaker: str | None


def gold_lines(row: Gold) -> list[Line]:
    lines, at = [], 0
    for label, text, *more in row["lines"]:
        space = len(text) - len(text.lstrip())
        lines.append(Line(label, at + space, at + len(text.rstrip()), more[0] if more else {}))
        at += len(text) + 1
    return lines


def found_leaves(article: newsparse.Article) -> list[Leaf]:
    leaves = []
    for leaf in article.leaves():
        kind, target = getattr(leaf, "kind", ""), getattr(leaf, "target", None)
        leaves.append(Leaf(*leaf.span, leaf.type, str(kind), (target.start, target.end) if target else None))
    return leaves


def found_turns(article: newsparse.Article) -> list[Found]:
    leaves, turns = list(article.leaves()), []
    for turn in (turn for interview in article.interviews for turn in interview.turns):
        first = next((leaf for leaf in leaves if within(leaf.span, turn.span)), None)
        starts = frozenset({turn.span.start, first.content.start if first else turn.span.start})
        turns.append(Found(starts, turn.span.end, str(turn.role), turn.speaker.name if turn.speaker else None))
    return turns


def within(one: Sequence[int], other: Sequence[int]) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


def one_of(given: str | None, wanted: str | list[str] | None) -> bool:
    return wanted is None or given in ([wanted] if isinstance(wanted, str) else wanted)


def name_words(name: str | None) -> frozenset[str]:
    words = re.findall(r"\w+", (name or "").casefold())
    return frozenset(words) - TITLES or frozenset(words)


def is_name(given: str | None, wanted: str | list[str]) -> bool:
    one = name_words(given)
    others = [name_words(name) for name in ([wanted] if isinstance(wanted, str) else wanted)]
    return bool(one) and any(one <= other or other <= one for other in others)


class Scored:
    """One article: its gold lines, its leaves, and which leaf holds which line."""

    def __init__(self, row: Gold) -> None:
        self.row = row
        self.text = "\n".join(text for _, text, *_ in row["lines"])
        self.article = PARSER.parse(self.text, media_type="text/plain")
        self.lines = gold_lines(row)
        self.leaves = found_leaves(self.article)
        self.turns = found_turns(self.article)
        self.heads = [one.headline.span for one in self.article.interviews if one.headline]
        self.held = [self.holder(line) for line in self.lines]

    def holder(self, line: Line) -> Leaf | None:
        def shared(leaf: Leaf) -> int:
            return min(leaf.end, line.end) - max(leaf.start, line.start)

        best = max(self.leaves, key=shared, default=None)
        return best if best is not None and shared(best) * 2 > line.end - line.start else None

    def words(self, line: Line) -> str:
        return self.text[line.start : line.end][:90]

    def role(self, leaf: Leaf) -> str | None:
        spans = ((min(turn.starts), turn.end, turn.role) for turn in self.turns)
        return next((role for start, end, role in spans if within(leaf.extent, (start, end))), None)

    def judged(self) -> Iterator[tuple[Line, Leaf | None, bool, bool]]:
        """Each line that is not blank, its leaf, whether that is right, and whether the furniture's kind is too."""
        turn: Gold = {}
        above: Leaf | None = None
        for line, leaf in zip(self.lines, self.held, strict=True):
            if line.label == "blank":
                continue
            if line.label == "turn":
                turn = line.more
            verdicts = [self.fits(label, line, leaf, above, turn) for label in line.labels] if leaf else []
            yield line, leaf, any(right for right, _ in verdicts), any(kind for _, kind in verdicts)
            above = leaf

    def fits(self, label: str, line: Line, leaf: Leaf, above: Leaf | None, turn: Gold) -> tuple[bool, bool]:
        kind = leaf.kind if leaf.type == "furniture" else None
        if label in FURNITURE and kind is not None:
            return True, one_of(kind, KINDS.get(label) or line.more.get("kind"))
        role = self.role(leaf)
        if label in {"turn", "turn_more"}:
            wanted = turn.get("role") if line.label in {"turn", "turn_more"} else None
            right = role is not None and one_of(role, wanted)
        elif label == "interview_headline":
            right = any(within(leaf.extent, span) for span in self.heads)
        elif label == "heading" and any(within(leaf.extent, span) for span in self.heads):
            right = True
        else:
            right = leaf.type == TYPES.get(label) and role is None and (label != "wrapped" or leaf is above)
        return right, right

    def leads(self, line: Line, leaf: Leaf | None) -> bool:
        if leaf is None or leaf.type != "contents_entry":
            return False
        if leaf.target is None or line.more["target"] is None:
            return leaf.target is None and line.more["target"] is None
        wanted = self.lines[line.more["target"] - 1]
        return within(leaf.target, (wanted.start, wanted.end))

    def paired(self) -> list[tuple[Line, Found | None]]:
        """Each gold turn with the first turn found that starts there, at its label or after it."""
        pairs = []
        for line in self.lines:
            if line.label == "turn":
                words = self.text[line.start : line.end]
                label = re.escape(line.more["label"] or "")
                after = re.match(rf"\W*{label}\W*", words)
                starts = range(line.start, line.start + (after.end() if after else 0) + 1)
                pairs.append(
                    (line, next((turn for turn in self.turns if any(at in starts for at in turn.starts)), None))
                )
        return pairs

    def has_headline(self) -> bool:
        first, *repeats = [line for line in self.lines if line.label in {"headline", "headline_repeat"}]
        places = [first, *(line for line in repeats if self.words(line) == self.words(first))]
        headline = self.article.headline
        return headline is not None and any(within(headline.span, (line.start, line.end)) for line in places)


class Totals:
    def __init__(self, show: str) -> None:
        self.show = show
        self.shares: dict[str, Tally[bool]] = {name: Tally() for name in NAMES}
        self.found = self.hits = self.gold = 0

    def share(self, name: str, doc: Scored, *, right: bool, why: str = "") -> None:
        self.shares[name][right] += 1
        if name == self.show and not right:
            print(doc.row["id"], why)

    def add(self, doc: Scored) -> None:
        wrong = Tally[str]()
        for line, leaf, right, kind in doc.judged():
            given = "nothing" if leaf is None else f"{leaf.type} {leaf.kind}".strip()
            why = (
                f"{line.labels} {line.more.get('kind', '')} is {given} in {leaf and doc.role(leaf)}: {doc.words(line)}"
            )
            self.share("lines", doc, right=right, why=why)
            self.share("kinds", doc, right=kind)
            wrong.update({"lines": not right, "kinds": not kind})
            if line.label == "toc_entry":
                self.share("targets", doc, right=doc.leads(line, leaf), why=doc.words(line))
        self.share("whole", doc, right=not wrong["lines"])
        self.share("whole, kinds too", doc, right=not wrong["kinds"])
        self.share("headlines", doc, right=doc.has_headline(), why=str(doc.article.headline))
        if doc.row["interview"]:
            self.interview(doc)
        elif doc.row["interview"] is False:
            self.shares["false"][bool(doc.article.interviews)] += 1
            if self.show == "false" and doc.article.interviews:
                print(doc.row["id"], [doc.text[min(turn.starts) :][:60] for turn in doc.turns])

    def interview(self, doc: Scored) -> None:
        pairs = doc.paired()
        hits = {turn for _, turn in pairs if turn}
        self.gold, self.found, self.hits = self.gold + len(pairs), self.found + len(doc.turns), self.hits + len(hits)
        for line, turn in pairs:
            if turn is None:
                if self.show == "turns":
                    print(doc.row["id"], "missed:", doc.words(line))
                continue
            why = f"{line.more} is {turn.role} {turn.speaker}: {doc.words(line)}"
            self.share("roles", doc, right=one_of(turn.role, line.more["role"]), why=why)
            if speaker := line.more["speaker"]:
                self.share("speakers", doc, right=is_name(turn.speaker, speaker), why=why)
        if self.show == "turns":
            for turn in (turn for turn in doc.turns if turn not in hits):
                print(doc.row["id"], "extra:", doc.text[min(turn.starts) :][:90])

    def told(self, part: str) -> None:
        precision, recall = self.hits / (self.found or 1), self.hits / (self.gold or 1)
        f1 = 2 * precision * recall / ((precision + recall) or 1)
        print(f"{part} turns: P {precision:.3f} R {recall:.3f} F1 {f1:.3f} of {self.gold}")
        for name, tally in self.shares.items():
            print(f"{part} {name}: {tally[True]}/{tally.total()} = {tally[True] / (tally.total() or 1):.3f}")


def score(part: str, show: str, ids: str) -> None:
    totals = Totals(show)
    for row in records("articles", part, ids):
        totals.add(Scored(row))
    totals.told(part)


if __name__ == "__main__":
    options = asked(__doc__, ("tuning", "held"), SHOWN)
    for each in options.parts:
        score(each, options.errors, options.ids)

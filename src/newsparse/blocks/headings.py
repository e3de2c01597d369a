"""Headings of plain text: short unfinished lines over running text, Markdown, capitals."""

from __future__ import annotations

import re
from collections import Counter

from newsparse.blocks.draft import Draft, Label
from newsparse.blocks.page.titling import is_title, title_numbers
from newsparse.blocks.unit import Unit

HEADING = 16
"""Words of the longest heading."""

QUESTION = 12
"""Words of the longest question that is a heading for sure."""

BOLD = 0.9
"""Share of emphasised characters from which a line of a page is set in bold."""

_DOUBTFUL = frozenset(
    (
        "heading.over-heading",
        "heading.over-text",
        "heading.over-sentence",
        "heading.over-list-item",
        "heading.after-text",
    )
)
_TURN = re.compile(r"(?:Q|A)\s*[.:–—-]\s")


def label_headings(draft: Draft) -> None:
    """Label the headings: first by rule, then by the model where the rules know only how a line looks."""
    label_by_rule(draft)
    numbers = title_numbers(draft, doubtful(draft))
    titles = {at: is_title(own) for at, own in numbers.items()}
    for at, title in titles.items():
        if title and draft.labels[at] is None:
            if not _is_last_of_many(draft, at):
                draft.labels[at] = Label("heading", "heading.model")
        elif not title:
            draft.labels[at] = None


def _is_last_of_many(draft: Draft, at: int) -> bool:
    """Whether a line belongs to the short ones above it: blank lines part it from what is below, and from nothing above."""
    unit = draft.units[at]
    if not at or unit.blanks or unit.hints is not None or at + 1 >= len(draft.units) or not draft.units[at + 1].blanks:
        return False
    above = draft.units[at - 1]
    return not above.finished and draft.labels[at - 1] is None


def label_by_rule(draft: Draft) -> None:
    """Label what the rules take for headings, from the last line to the first: a heading may stand over another."""
    labels = _line_labels(draft)
    for at in reversed(draft.open):
        if draft.labels[at] is None:
            rule = _heading(draft, at, labels)
            if rule:
                draft.label(at, _heading_label(draft, at, rule))


def doubtful(draft: Draft) -> list[int]:
    """Short lines among which headings and others look alike: those under and over other short lines."""
    return [
        at
        for at in draft.open
        if ((label := draft.labels[at]) is None or label.rule in _DOUBTFUL)
        and draft.units[at].words <= HEADING
        and _is_doubtful(draft, at)
    ]


def _is_doubtful(draft: Draft, at: int) -> bool:
    """Whether one that is doubtful by its rule, or that no rule has taken, may be a heading at all."""
    unit = draft.units[at]
    if draft.labels[at] is not None:
        return not _is_sure(draft, at)
    if unit.hints is not None or unit.bullet or unit.finished or unit.last in ",;":
        return False
    if at + 1 < len(draft.units) and _goes_on(draft, draft.units[at + 1]):
        return False
    words = draft.words(at)
    return not (words[0].islower() or words[0] in "—–-([|" or _TURN.match(words) or ": " in words)


def _is_sure(draft: Draft, at: int) -> bool:
    """Whether a heading by rule needs no second look: `Is it the heat?` over its answer, not `So is it the heat, then?`."""
    unit = draft.units[at]
    below = draft.after(at)
    if unit.last != "?" or below < 0 or not draft.units[below].finished or draft.units[below].last == "?":
        return False
    return (
        unit.words <= QUESTION
        and draft.text[unit.body].isalpha()
        and ": " not in draft.words(at)
        and (unit.words <= 3 or unit.first not in draft.lexicon.layout["connectives"])
    )


def _heading_label(draft: Draft, at: int, rule: str) -> Label:
    unit = draft.units[at]
    body = unit.body
    if rule == "heading.labelled":
        body = unit.stop - len(draft.words(at).partition(":")[2].lstrip())
    return Label("heading", rule, depth=unit.marks - 1 if 2 <= unit.marks <= 6 else 1, body=body)


def _heading(draft: Draft, at: int, labels: Counter[str]) -> str:
    """The rule by which unit `at` is a heading, or nothing."""
    unit = draft.units[at]
    words = draft.words(at)
    head, colon, rest = words.partition(":")
    if colon and rest.strip() and head.strip().lower() in draft.lexicon.layout["headline_labels"]:
        return "heading.labelled"
    if unit.marks and unit.marks < 7 and unit.words <= 2 * HEADING:
        return "heading.hashes"
    if unit.words > HEADING or unit.bullet or unit.last in ",;" or (unit.finished and unit.last not in "?!"):
        return ""
    first = words[0]
    if first.islower() or first in "—–-([|" or _TURN.match(words) or (colon and labels[head] > 1):
        return ""
    if unit.last == ":" and unit.words > 6:
        return ""
    if (
        colon
        and rest.strip()
        and at
        and not unit.blanks
        and draft.text.find(": ", draft.units[at - 1].body, draft.units[at - 1].body + 40) >= 0
    ):
        return ""  # one of a box of facts: `Distance: 212 light years`
    if unit.last in "?!" and (". " in words or "? " in words):
        return ""
    below = draft.after(at)
    if below < 0 or not _may_be_set_apart(unit):
        return ""
    return _over(draft, at, below)


def _may_be_set_apart(unit: Unit) -> bool:
    """A page that has tags says what a heading is; only a line set in bold throughout may still be one: `<p><b>…</b></p>`."""
    return unit.hints is None or unit.hints.emphasis >= BOLD


def _over(draft: Draft, at: int, below: int) -> str:
    """Whether what stands below may stand under a heading: running text, a list, or another heading."""
    unit = draft.units[at]
    above = draft.units[at - 1] if at else None
    under, label = draft.units[below], draft.labels[below]
    if _goes_on(draft, under):
        return ""
    if label is not None:
        if label.type == "heading" and above is not None and not above.finished and above.words <= 4:
            return ""  # one of many short lines
        if label.type in {"heading", "list_item", "table", "caption"}:
            return f"heading.over-{label.type.replace('_', '-')}" if unit.words <= 12 else ""
        if label.type not in {"block_quote", "paragraph"}:
            return ""
    if under.words >= 12 and (under.finished or under.words > 40):
        return "heading.capitals" if unit.words > 1 and _is_capitals(draft, unit) else "heading.over-text"
    if under.finished and under.words >= 4 and (under.words > unit.words or under.blanks):
        return "heading.over-sentence"
    if above is not None and above.finished and above.words >= 8 and unit.words <= 6:
        return "heading.after-text"
    return ""


def _goes_on(draft: Draft, under: Unit) -> bool:
    """Whether a line goes on with the one above: `She named two reasons` / `for the delay: the pillars and the money.`."""
    return not under.blanks and not under.listed and draft.text[under.body].islower()


def _is_capitals(draft: Draft, unit: Unit) -> bool:
    return draft.text[unit.body : unit.stop].isupper()


def _line_labels(draft: Draft) -> Counter[str]:
    """How often each label stands before a line: `Courier:` more than once is a speaker, not a heading's first words."""
    found: Counter[str] = Counter()
    for at in draft.open:
        unit, label = draft.units[at], draft.labels[at]
        if label is not None and label.type not in {"paragraph", "list_item"}:
            continue
        colon = draft.text.find(":", unit.body, min(unit.body + 60, unit.stop))
        if colon > 0:
            found[draft.text[unit.body : colon]] += 1
    return found


_BELOW = 7
"""The level of a heading that only its type tells, below those of the markup."""


def label_depths(draft: Draft) -> None:
    """Count the depth of a page's headings from those that stand over the article's parts: `<h3>` where there is no `<h2>`.

    No level is left out. A heading of a box, `<h2>About the author</h2>` below many `<h3>`, does not push the others down.
    """
    if not draft.units or draft.units[0].hints is None:
        return
    found = [
        (at, _level(draft.units[at]))
        for at, label in enumerate(draft.labels)
        if label is not None and label.type == "heading"
    ]
    if not found:
        return
    levels = [level for _, level in found]
    number = Counter(levels)
    base = next(level for level in sorted(number) if number[level] >= levels.index(level))
    ranks = {level: rank for rank, level in enumerate(sorted(level for level in number if level >= base), 1)}
    depth = 0
    for at, level in found:
        depth = min(ranks.get(level, 1), depth + 1)
        label = draft.labels[at]
        if label is not None and label.depth != depth:
            draft.labels[at] = label._replace(depth=depth)


def _level(unit: Unit) -> int:
    tag = unit.hints.tag if unit.hints is not None else ""
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else _BELOW

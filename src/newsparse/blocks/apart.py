"""Headings that layout alone tells: set apart by blank lines, numbered in a series, the days and hours of a timeline."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from newsparse.blocks.bylines import is_date_line, names_alone
from newsparse.blocks.draft import Draft, Label
from newsparse.blocks.unit import Unit

APART = 8
"""Words of the longest heading that blank lines alone tell."""
SERIES = 14
"""Words of the longest heading in a series."""
STAMPS = 3
"""Days or hours on lines of their own that a timeline has at least."""
STAMP = 6
"""Words of the longest day and hour."""
MASTHEAD = 6
"""Lines of furniture by their place alone that stand above an article; with more of them it is a whole page."""
PROSE = 8
"""Words of a finished unit that is running text."""

_NUMBER = re.compile(
    r"(?P<lead>#\s?|N[ro°º]{1,2}\.?\s?|(?P<word>[^\W\d_]{3,9})\s#?)?(?P<number>\d{1,2})(?:\s?[:.)–—-]|\s(?=[^\W\d_]))\s*\S"
)
_TIME = r"\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?|\s?Uhr|\s?h)?"
_HOUR = re.compile(_TIME, re.IGNORECASE)
_CLOCK = re.compile(rf"{_TIME}(?:\s[A-Z]{{2,4}})?\s?[:|–—-]?\s", re.IGNORECASE)
_LABEL = re.compile(r"[^:.?!]{1,40}:\s")


def label_timelines(draft: Draft) -> None:
    """Label days and hours on lines of their own as headings, where three and more have text below: `6:00 a.m.`."""
    if not draft.units or draft.units[0].hints is not None:
        return  # a page's markup tells what its headings are
    first = next((at for at, unit in enumerate(draft.units) if unit.finished and unit.words >= PROSE), len(draft.units))
    own = [at for at in range(first + 1, len(draft.units) - 1) if _is_stamp(draft, at) and _heads_text(draft, at)]
    clocks = [
        at
        for at, unit in enumerate(draft.units[:-1])
        if unit.words <= 2 and _HOUR.fullmatch(draft.words(at)) is not None and _heads_text(draft, at)
    ]
    own = own if len(own) > len(clocks) else clocks
    if len(own) >= STAMPS:
        for at in own:
            draft.label(at, Label("heading", "heading.timeline", body=draft.units[at].start))
    entries = [
        at
        for at in range(first, len(draft.units) - 1)
        if _is_title(draft.units[at], SERIES + 2)
        and _CLOCK.match(draft.words(at)) is not None
        and _heads_text(draft, at)
    ]
    if len(entries) >= STAMPS:
        for at in entries:
            draft.label(at, Label("heading", "heading.timeline"))


def label_series(draft: Draft) -> None:
    """Label numbered headings, each with text below: `#1: Sleep low`, `Step 2: Sift`, `3. I ask for help.`."""
    found: dict[str, list[tuple[int, int]]] = {}
    if not draft.units or draft.units[0].hints is not None:
        return
    for at, unit in enumerate(draft.units[:-1]):
        if unit.words > SERIES or draft.labels[at] is not None or unit.bullet:
            continue
        match = _NUMBER.match(draft.text, unit.start, unit.end)
        if match is None or not _heads_text(draft, at):
            continue
        word = (match["word"] or "").lower()
        if not word and not unit.number and not match["lead"]:
            continue  # `12 people …`
        if not word or word in draft.lexicon.layout["series_words"]:
            found.setdefault(word or ("#" if match["lead"] else "1"), []).append((at, int(match["number"])))
    for word, series in found.items():
        numbers = [number for _, number in series]
        if len(series) < 2 or any(abs(one - other) != 1 for one, other in pairwise(numbers)):
            continue
        if word == "1" and any(draft.units[at].finished and draft.units[at].words > PROSE for at, _ in series):
            continue  # items of a list, each with more to say
        for at, _ in series:
            draft.label(at, Label("heading", "heading.series"))


def label_apart(draft: Draft) -> None:
    """Label short lines that blank lines set apart from what is above, and that stand over text, a list or facts."""
    last = len(draft.units) - 1
    wanted = [
        at for at in draft.open if draft.labels[at] is None and at < last and _may_be_apart(draft, at, draft.units[at])
    ]
    if not wanted or sum(label is not None and label.rule == "furniture.page" for label in draft.labels) > MASTHEAD:
        return
    copies = Counter(unit.key for unit in draft.units if unit.words <= APART)
    for at in wanted:
        if copies[draft.units[at].key] == 1 and not is_date_line(draft, at):
            rule = _over(draft, at)
            if rule == "heading.leader" or (rule and not names_alone(draft, at)):
                draft.label(at, Label("heading", rule))


def _may_be_apart(draft: Draft, at: int, unit: Unit) -> bool:
    if not at or not unit.blanks or unit.hints is not None or unit.listed or unit.marks or not _is_title(unit, APART):
        return False
    first = draft.text[unit.body]
    return (first.isupper() or first.isdigit() or first in "¿¡") and _LABEL.match(draft.words(at)) is None


def _over(draft: Draft, at: int) -> str:
    """The rule by which a line set apart is a heading, or nothing."""
    unit, under = draft.units[at], draft.units[at + 1]
    label = draft.labels[at + 1]
    if label is not None and label.type not in {"paragraph", "list_item", "table"}:
        return ""
    if under.blanks:
        if under.listed or (label is not None and label.type in {"list_item", "table"}):
            return "heading.apart"
        if draft.text[under.body].islower() or not any(
            one.finished and one.words >= 3 for one in draft.units[at + 1 : at + 3]
        ):
            return ""
        return "heading.apart" if under.finished or _is_fact(draft, at + 1) else ""
    last = at + 1
    while last < len(draft.units) and (last == at + 1 or not draft.units[last].blanks) and last - at <= 2 * APART:
        last += 1
    below = range(at + 1, last)
    if (len(below) < 2 and not (draft.words(at).isupper() and _is_fact(draft, at + 1))) or unit.last == "?":
        return ""
    facts = sum(_is_fact(draft, near) or draft.units[near].listed for near in below)
    # `Ada Lund (Harbour List)` needs one fact below it, other lines two
    boxed = all(_LABEL.match(draft.words(near)) is not None for near in below[: 1 + (draft.words(at)[-1] != ")")])
    if draft.words(at).isupper() or ((boxed or 2 * facts >= len(below)) and not _is_fact(draft, at)):
        return "heading.leader"
    return ""


def _is_fact(draft: Draft, at: int) -> bool:
    """`Distance: 212 light years`, `Milford 2 (Dunn 14, 80)`, `Q: Is it?`."""
    words = draft.words(at)
    return _LABEL.match(words) is not None or any(char.isdigit() for char in words[:200])


def _is_title(unit: Unit, longest: int) -> bool:
    return 0 < unit.words <= longest and (not unit.finished or unit.last in "?!") and unit.last not in ",;:"


def _is_stamp(draft: Draft, at: int) -> bool:
    unit = draft.units[at]
    return unit.words <= STAMP and not unit.bullet and draft.labels[at] is None and is_date_line(draft, at)


def _heads_text(draft: Draft, at: int) -> bool:
    """Whether running text stands right below, or below one more line."""
    for near in range(at + 1, min(at + 3, len(draft.units))):
        unit, label = draft.units[near], draft.labels[near]
        if label is not None and label.type not in {"paragraph", "block_quote", "heading"}:
            return False
        if unit.number or unit.bullet:
            return False
        if unit.finished and unit.words >= 3:
            return True
    return False

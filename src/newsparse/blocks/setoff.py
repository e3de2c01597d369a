"""Quotations set off from the text: pull quotes, those broken over two lines, and the line that says whose words they are."""

from __future__ import annotations

import re

from newsparse.blocks.bylines import credits_of, is_unknown_name, names_alone
from newsparse.blocks.draft import Draft, Label
from newsparse.blocks.unit import CLOSERS, MARKS, Unit

SHORTEST, LONGEST = 5, 30
"""Words of a pull quote."""
AROUND = 8
"""Units before and after a pull quote among which its words stand again."""
PARAGRAPH = 4000
"""Code points of the longest paragraph that is searched for it."""
HALF = 14
"""Words of each line of a quotation that is broken over two."""
CAPTION = 16
"""Words of the longest caption that only the name below it tells."""
SPEAKERS = 24
"""Units around a name among which it stands again if it is a speaker's."""
SOURCE = 10
"""Words of the longest line that says whose words stand above it."""

_OPEN = re.compile(rf"(?:``|[{re.escape(MARKS)}])\s?")
_CLOSE = re.compile(rf"\s?(?:''|[{re.escape(MARKS)}])$")
_EDGES = CLOSERS + MARKS + ".,!"
_ANY_MARK = MARKS + "'‘’"
_ANY = re.compile(rf"``|''|[{re.escape(MARKS)}]")


def label_set_off(draft: Draft) -> None:
    """Label pull quotes, quotations broken over two lines, and the sources of block quotes."""
    for at in draft.open:
        unit = draft.units[at]
        if draft.labels[at] is not None or unit.hints is not None:
            continue
        if SHORTEST <= unit.words <= LONGEST and not unit.listed and unit.last != "?" and _is_pulled(draft, at, unit):
            draft.label(at, Label("block_quote", "block_quote.pulled"))
        elif at + 1 < len(draft.units) and _is_ascribed(draft, at, unit):
            draft.label(at, Label("block_quote", "block_quote.ascribed"))
        elif _is_broken(draft, at, unit):
            draft.label(at, Label("block_quote", "block_quote.broken"))
            draft.label(at + 1, Label("block_quote", "block_quote.broken"))
        elif at > 3 and at + 1 < len(draft.units) and _is_caption_over_name(draft, at, unit):
            draft.label(at, Label("caption", "caption.over-name"))
            draft.label(at + 1, Label("credit", "credit.caption"))
        elif at and _is_source(draft, at, unit):
            draft.label(at, Label("block_quote", "block_quote.source", body=unit.start))


def _is_pulled(draft: Draft, at: int, unit: Unit) -> bool:
    """Whether a paragraph near by has the same words inside: `It may be released in due course`."""
    whole = draft.words(at)
    if (whole[0] in _ANY_MARK) != (whole.rstrip(".,!")[-1:] in _ANY_MARK):
        return False  # a report that stands again: `“A start,” Lee said.`
    # the first word may be another, or written with a capital, only here; the last stop may be a comma there
    words = whole.strip(_EDGES).partition(" ")[2]
    rest = words.split()
    if len(rest) < SHORTEST - 1 or 2 * sum(word[0].islower() for word in rest) <= len(rest):
        return False  # `The Task Force on Public History` is a title, wherever it stands again
    for near in range(max(0, at - AROUND), min(len(draft.units), at + AROUND + 1)):
        other = draft.units[near]
        if other.words >= 2 * unit.words and other.finished and other.stop - other.body <= PARAGRAPH:
            label = draft.labels[near]
            if (label is None or label.type == "paragraph") and draft.text.find(words, other.body + 1, other.stop) >= 0:
                return True
    return False


def _is_ascribed(draft: Draft, at: int, unit: Unit) -> bool:
    """A sentence or two in marks, and below it whose words they are: `“They bought a watch.”` / `— Attorney General Vik`.

    Without marks it is one only where nothing else in the text stands behind a dash like that.
    """
    below = draft.units[at + 1]
    if not 3 <= unit.words <= 2 * LONGEST or unit.listed or below.words > SOURCE or below.finished:
        return False
    if draft.labels[at + 1] is not None:
        return False
    words = draft.words(at)
    quoted = _OPEN.match(words) is not None and _CLOSE.search(words) is not None
    if draft.text[below.start] not in "—–-":
        found = credits_of(draft, at + 1) if quoted and not below.blanks else None
        return found is not None and bool(found.names) and found.given and not found.opened
    if not _is_proper(draft, at + 1):
        return False
    if quoted:
        return True
    alone = all(
        draft.text[draft.units[near].start] not in "—–-"
        for near in range(max(0, at - AROUND), min(len(draft.units), at + AROUND + 1))
        if near != at + 1
    )
    return alone and unit.finished and unit.words <= LONGEST


def _is_caption_over_name(draft: Draft, at: int, unit: Unit) -> bool:
    """`Vecinos ante el mercado, el sábado.` / `Álvaro Pizarro`: a short sentence over a name, and the article has a byline."""
    below = draft.units[at + 1]
    if not 3 <= unit.words <= CAPTION or unit.last != "." or unit.listed or below.words > 4 or below.finished:
        return False
    words = draft.words(at)
    if draft.labels[at + 1] is not None or ". " in words or _ANY.search(words) or ": " in words:
        return False
    if any(char.isdigit() or char == ":" for char in draft.words(at + 1)):
        return False  # `Ann Lee: 00:19:55` speaks
    if not (names_alone(draft, at + 1) or is_unknown_name(draft, at + 1)):
        return False
    near = draft.units[max(0, at - SPEAKERS) : at + SPEAKERS]
    if sum(one.key == below.key for one in near) > 1:
        return False  # a name over each of a speaker's turns
    return any(label is not None and label.rule.startswith("byline.") for label in draft.labels[: min(at, 12)])


def _is_proper(draft: Draft, at: int) -> bool:
    """Whether the words behind a dash begin as a name or an office does: with a capital, and another one soon."""
    words = draft.text[draft.units[at].start : draft.units[at].end].lstrip("—–- ").split()
    return bool(words) and words[0][0].isupper() and (len(words) == 1 or any(word[0].isupper() for word in words[1:4]))


def _is_broken(draft: Draft, at: int, unit: Unit) -> bool:
    """`“A road that is closed` / `is a road that people learn to live without”`: no mark but one at each end."""
    if unit.words > HALF or unit.finished or at + 1 >= len(draft.units) or draft.labels[at + 1] is not None:
        return False
    below = draft.units[at + 1]
    if below.words > HALF or not draft.text[below.body].islower() or below.blanks > unit.blanks:
        return False
    first, second = draft.words(at), draft.words(at + 1)
    opening, closing = _OPEN.match(first), _CLOSE.search(second)
    if opening is None or closing is None:
        return False
    return _ANY.search(first, opening.end()) is None and _ANY.search(second[: closing.start()]) is None


def _is_source(draft: Draft, at: int, unit: Unit) -> bool:
    """`Paul Vik, fisherman` or `— Elin Dahl, farmer` right under a quotation that is set off."""
    above = draft.labels[at - 1]
    if above is None or above.type != "block_quote" or above.rule == "block_quote.lost-marks":
        return False
    if unit.words > SOURCE or unit.finished or unit.last in ":,;":
        return False
    found = credits_of(draft, at)
    if draft.text[unit.start] in "—–-":
        return bool(found.names) or _is_proper(draft, at)
    return bool(found.names) and found.given

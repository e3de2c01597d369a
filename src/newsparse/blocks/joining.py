"""Lines to units: the lines of a hard-wrapped paragraph become one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsparse.blocks.unit import MARKS, Unit
from newsparse.readers import Line

NARROWEST, WIDEST = 36, 140
"""Widths, in code points, at which programs wrap lines."""
SLACK = 16
"""How much narrower than the widest line a full line may be: hyphenless wrapping of long words leaves that much."""
FEW = 100
"""Width of the widest line of a text in which fewer breaks are proof enough: others have paragraphs longer than that."""
FEW_NARROWEST = 55
"""Width above which a line of such a text is full: a headline over `by Ann Lee` is narrower."""
INSIDE = 3
"""Lines that stand between two quotation marks on lines of their own at most."""
PROOF = 3
"""Breaks in mid-sentence that must be seen before a text counts as wrapped."""

_OPENING = {"“": "”“", "”": "”", "„": "“”", "«": "»", "»": "«", "「": "」", '"': '"'}
"""Marks that open a quotation, and what closes it."""
_CLOSED = frozenset(".!?:;'’" + MARKS)


def units_of(text: str, lines: Sequence[Line]) -> list[Unit]:
    """Return the units of `text`: its lines, or where lines are wrapped, its paragraphs."""
    if lines and lines[0].hints is not None:
        return _of_page(text, lines)
    lines = _with_marks(text, lines)
    width = wrap_width(text, lines)
    units: list[Unit] = []
    if not width:
        return [Unit(text, start, end, blanks, 1, hints) for start, end, blanks, _, hints in lines]
    at, count = 0, len(lines)
    while at < count:
        first = last = at
        while last + 1 < count and _runs_on(text, lines[last], lines[last + 1], width):
            last += 1
        start, end = lines[first].start, lines[last].end
        units.append(Unit(text, start, end, lines[first].blanks, last - first + 1, lines[first].hints))
        at = last + 1
    return units


def _of_page(text: str, lines: Sequence[Line]) -> list[Unit]:
    """A unit for each line: a page says itself what belongs together."""
    units: list[Unit] = []
    new, add = Unit.__new__, units.append
    for start, end, blanks, _, hints in lines:
        if hints is None or hints.region != "furniture":
            add(Unit(text, start, end, blanks, 1, hints))
        else:  # hundreds, each made in half the time
            unit = new(Unit)
            unit.text, unit.start, unit.end, unit.blanks, unit.lines, unit.hints = text, start, end, blanks, 1, hints
            unit.apart = True
            add(unit)
    return units


def _with_marks(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """Join quotation marks that stand on lines of their own with what stands between: `“` / `Nobody screamed` / `”`."""
    if not any(end - start == 1 and text[start] in _OPENING for start, end, _, _, _ in lines):
        return lines
    found: list[Line] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        closing = _OPENING.get(text[line.start], "") if line.end - line.start == 1 and line.hints is None else ""
        end = next(
            (near for near in range(at + 2, min(at + 2 + INSIDE, len(lines))) if _is_mark(text, lines[near], closing)),
            at,
        )
        found.append(line if end == at else line._replace(end=lines[end].end))
        at = end + 1
    return found


def _is_mark(text: str, line: Line, closing: str) -> bool:
    return bool(closing) and line.end - line.start == 1 and text[line.start] in closing


def wrap_width(text: str, lines: Sequence[Line]) -> int:
    """Return the width that the lines are wrapped at, or 0 if they are not.

    Lines are wrapped if breaks in mid-sentence ("… the envoy / said on …") are common between neighbouring lines of about
    the same length, and hardly a line is longer than these.
    """
    lengths: list[int] = []
    neighbours = longer = widest = 0
    for line, after in pairwise(lines):
        size = line.end - line.start
        widest = max(widest, size)
        if line.hints is not None:
            return 0
        if after.blanks:
            continue
        neighbours += 1
        if size > WIDEST:
            longer += 1
        elif size >= NARROWEST and text[line.end - 1] not in _CLOSED and text[after.start].islower():
            lengths.append(size)
    if 0 < len(lengths) < PROOF and max(widest, lines[-1].end - lines[-1].start) <= FEW:
        # A short text with a paragraph of two or three lines: every break must be where no more had room
        return max(lengths) if min(lengths) > max(widest - SLACK, FEW_NARROWEST) else 0
    if len(lengths) < PROOF or 5 * len(lengths) < neighbours or longer > len(lengths):
        return 0
    lengths.sort()
    width = lengths[-1 - len(lengths) // 20]
    full = sum(size > width - SLACK for size in lengths)
    return width if 5 * full >= 3 * len(lengths) else 0


def _is_bracket(text: str, line: Line) -> bool:
    """`(Adds union comment, paragraphs 4-6)`: a note of its own, whatever room there is beside it."""
    return text[line.start] == "(" and text[line.end - 1] == ")"


def _runs_on(text: str, line: Line, after: Line, width: int) -> bool:
    """Whether `after` goes on with the paragraph of `line`: no blank line, no new bullet, and no room for its first word."""
    size = line.end - line.start
    if after.blanks or size > width + SLACK or size < 16 or _is_bracket(text, line) or _is_bracket(text, after):
        return False
    first = text.find(" ", after.start, after.end)
    word = (after.end if first < 0 else first) - after.start
    if text[after.start] in "*+-–—•·#>|" or after.indent > line.indent + 1:
        return False
    if text[after.start].islower() and text[line.end - 1] not in ".!?:":
        return size + 1 + word > width - 2 * SLACK
    return size + 1 + word > width - SLACK // 2

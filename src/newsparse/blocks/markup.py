"""What a page's own markup says: headings, list items, quotations, captions, cells, and regions already decided."""

from __future__ import annotations

import re
from typing import get_args

from newsparse.blocks.block import BlockType
from newsparse.blocks.draft import Draft, Label, furniture, marked
from newsparse.blocks.unit import SHORT, is_bare, key_of
from newsparse.model.nodes import FurnitureKind

_NAMED: frozenset[FurnitureKind] = frozenset(get_args(FurnitureKind)) - {"other"}
REGION = "furniture.region"
"""The rule of what the reader sets apart."""
_ASIDE = frozenset(("related", "comments", "subscribe", "share", "advertisement"))
CELL = 40
"""Code points of the longest cell, on an average, between bars."""
_GAP = re.compile(r"(?<=\S)(?: {2,}|\u2003+)(?=\S)")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TYPES: dict[str, BlockType] = {
    "li": "list_item",
    "dt": "list_item",
    "dd": "list_item",
    "blockquote": "block_quote",
    "figcaption": "caption",
    "caption": "caption",
}


def label_markup(draft: Draft) -> None:
    """Label what the tags of a page decide. Plain text has none."""
    labels = draft.labels
    if len(draft.open) < len(draft.units):
        _label_regions(draft)
    for at in draft.open:
        unit = draft.units[at]
        hints = unit.hints
        if hints is None or labels[at] is not None:
            continue
        tag = hints.tag.lower()
        if hints.role in ("caption", "credit"):
            labels[at] = marked(hints.role, f"{hints.role}.markup")
        elif tag in _HEADINGS:
            if tag != "h1" and hints.role != "headline":
                depth = max(1, int(tag[1]) - 1)
                labels[at] = Label("heading", "heading.tag", depth=depth, body=unit.start, stop=unit.end)
        elif hints.quoted and tag not in {"li", "figcaption"}:
            labels[at] = marked("block_quote", "block_quote.tag")
        elif tag in _TYPES and unit.words < 200:
            type_ = _TYPES[tag]
            labels[at] = marked(type_, f"{type_}.tag", max(1, hints.depth), hints.ordered)


def _label_regions(draft: Draft) -> None:
    """Label what the page's own structure sets apart: a page has hundreds of such lines, so each is hardly looked at.

    What kind of furniture a line is, the markup mostly names; where it does not, the line's words may.
    """
    text, labels, known = draft.text, draft.labels, draft.lexicon
    lines, starts = known.lines, known.starts
    named: dict[str, Label] = {kind: furniture(REGION, kind) for kind in _NAMED}
    other = furniture(REGION, "other")
    for at, unit in enumerate(draft.units):
        if not unit.apart or labels[at] is not None:
            continue
        label = None if unit.hints is None else named.get(unit.hints.kind)
        if label is None:
            start, end = unit.start, unit.end
            key = key_of(text[start:end]) if end - start <= SHORT and is_bare(text, start, end) else unit.key
            kind = lines.get(key)
            if kind is None and key.partition(" ")[0] in starts:
                kind = known.kind_of_start(unit)
            label = other if kind is None else furniture(REGION, kind)
        labels[at] = label


def label_idle_headings(draft: Draft) -> None:
    """Label the headings of a page that head none of the article: `Read next`, and those behind its last paragraph."""
    under: FurnitureKind | None = None  # the kind of what follows directly, where that is furniture
    ended = False
    for at in range(len(draft.units) - 1, -1, -1):
        label = draft.labels[at]
        if label is not None and label.type == "furniture":
            under = label.kind
        elif label is not None and label.rule == "heading.tag":
            unit = draft.units[at]
            kind = draft.lexicon.kind_of_line(unit.key) or draft.lexicon.kind_of_start(unit)
            if under is not None and kind in _ASIDE:
                draft.labels[at] = Label("furniture", "furniture.heading.label", kind)
            elif under is not None and not ended and unit.words <= 8 and not unit.finished:
                draft.labels[at] = Label("furniture", "furniture.heading.last", under)
            else:
                ended, under = True, None
        elif label is None or label.type not in {"caption", "credit"}:
            ended, under = True, None


def label_tables(draft: Draft) -> None:
    """Label tables: lines cut by `|` or tabs into the same number of cells, and the cells of a page's data tables."""
    units = draft.units
    done = 0
    for at in draft.open:
        if at < done:
            continue
        cells = _cells(draft, at)
        last = at + 1
        while cells and last < len(units) and _cells(draft, last) == cells:
            last += 1
        if cells and (_is_ruled(draft, at, last) if isinstance(cells, int) else _is_data(draft, at, last)):
            for row in range(at, last):
                draft.label(row, Label("table", "table.rows" if isinstance(cells, int) else "table.cells"))
        done = last


def _cells(draft: Draft, at: int) -> int | str:
    """How many cells a line of plain text has, or which table of a page it stands in; 0 or nothing for other lines."""
    unit = draft.units[at]
    if draft.labels[at] is not None:
        return 0
    if unit.hints is not None:
        return unit.hints.path.rpartition("/tr")[0] if unit.hints.tag in {"td", "th"} else ""
    if unit.words > 60:
        return 0
    line = draft.text[unit.start : unit.end]
    if line[0] == "|" and line[-1] == "|" and len(line) > 2:
        return line.count("|")
    tabs = line.count("\t")
    if tabs:
        return -tabs - 1 if "\t\t" not in line else 0
    pipes = line.count("|")
    if pipes and " | " in line and unit.stop - unit.body <= CELL * (pipes + 1):
        return -100 - pipes
    gaps = len(_GAP.findall(line)) if "  " in line else 0
    return -200 - gaps if gaps >= 2 else 0


def _is_ruled(draft: Draft, first: int, last: int) -> bool:
    """Whether lines with as many cells each are a table: two and more, those of inner bars or of blanks with figures in them.

    `Home | News | Sport` over `Jobs | Cars | Homes` is a menu.
    """
    cells = _cells(draft, first)
    if last - first < 2 or not isinstance(cells, int):
        return False
    if cells > -100:
        return True
    figures = sum(any(char.isdigit() for char in draft.words(at)) for at in range(first, last))
    return 2 * figures >= last - first and (cells > -200 or last - first >= 3)


def _is_data(draft: Draft, first: int, last: int) -> bool:
    """Whether cells hold data: four and more short ones. Pages were laid out in tables once, with many lines to a cell."""
    paths = {hints.path for unit in draft.units[first:last] if (hints := unit.hints) is not None}
    if len(paths) < last - first:
        return False
    words = sum(draft.units[at].words for at in range(first, last))
    return last - first >= 4 and words <= 8 * (last - first)

"""Lines to typed blocks: an ordered list of rules, each of which labels what it knows."""

from __future__ import annotations

from collections.abc import Callable

from newsparse.blocks.apart import label_apart, label_series, label_timelines
from newsparse.blocks.asides import label_asides
from newsparse.blocks.block import Block
from newsparse.blocks.boxes import label_boxes
from newsparse.blocks.contents import label_contents
from newsparse.blocks.draft import Draft, Label
from newsparse.blocks.endings import label_endings
from newsparse.blocks.front import label_front
from newsparse.blocks.furniture import label_furniture
from newsparse.blocks.headings import label_depths, label_headings
from newsparse.blocks.joining import units_of
from newsparse.blocks.letters import label_letters
from newsparse.blocks.lexicon import lexicon
from newsparse.blocks.lists import label_lists
from newsparse.blocks.markup import REGION, label_idle_headings, label_markup, label_tables
from newsparse.blocks.page import label_page
from newsparse.blocks.pleas import label_comments, label_pleas
from newsparse.blocks.setoff import label_set_off
from newsparse.blocks.unit import Unit, is_bare
from newsparse.languages import Language
from newsparse.readers import Source

RULES: tuple[Callable[[Draft], None], ...] = (
    label_contents,
    label_markup,
    label_idle_headings,
    label_tables,
    label_furniture,
    label_pleas,
    label_boxes,
    label_asides,
    label_endings,
    label_page,
    label_comments,
    label_timelines,
    label_front,
    label_letters,
    label_set_off,
    label_series,
    label_lists,
    label_headings,
    label_apart,
    label_depths,
)
"""In order: what a rule has labelled, later ones leave alone."""

PARAGRAPH = Label("paragraph", "paragraph.default")
_made = tuple.__new__
"""Makes a named tuple in half the time, for what a page has hundreds of."""


def classify(source: Source, language: Language) -> tuple[Block, ...]:
    """Return the blocks of `source` in document order; together they hold every line."""
    units = units_of(source.text, source.lines)
    draft = Draft(text=source.text, units=units, lexicon=lexicon(language), labels=[None] * len(units))
    for rule in RULES:
        rule(draft)
    return tuple(_blocks(draft))


def _blocks(draft: Draft) -> list[Block]:
    text, made, block = draft.text, _made, Block
    found: list[Block] = []
    for unit, label in zip(draft.units, draft.labels, strict=True):
        if label is None or label.rule != REGION:
            found.append(_block(unit, label or PARAGRAPH))
            continue
        # What the reader sets apart, most of a page
        start, end, kind = unit.start, unit.end, label.kind
        if (text[start].isupper() and text[end - 1].isalnum()) or is_bare(text, start, end):
            first, last = start, end
        else:
            first, last = unit.body, unit.stop
        found.append(
            made(
                block,
                ("furniture", start, end, first, last, REGION, unit.blanks, 1, False, False, kind, None, unit.hints),
            )
        )
    return found


def _block(unit: Unit, label: Label) -> Block:
    type_, rule, kind, depth, ordered, repeated, first, last, target = label
    hints = unit.hints
    if first < 0:
        first = unit.body
        if label is PARAGRAPH and hints is not None and hints.tag == "p":
            first = (
                unit.start
            )  # what looks like a bullet in a page's `<p>` is one of its words: `<p>– I saw it, he says`
    return _made(
        Block,
        (
            type_,
            unit.start,
            unit.end,
            first,
            unit.stop if last < 0 else last,
            rule,
            unit.blanks,
            depth,
            ordered,
            repeated,
            kind,
            target,
            hints,
        ),
    )

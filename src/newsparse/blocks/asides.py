"""What stands beside the running text: captions, picture credits, corrections, quotations that are set off."""

from __future__ import annotations

import re

from newsparse.blocks.captions import CAPTION, label_caption_below, label_picture
from newsparse.blocks.draft import Draft, Label
from newsparse.blocks.unit import Unit

_SMALL_WORD = re.compile(r"\s[a-zà-ÿ]{1,3}$")
NOTE = 150
"""Words of the longest correction."""


def label_asides(draft: Draft) -> None:
    """Label captions and credits, corrections, and set-off quotations that have lost their marks."""
    for at in draft.open:
        unit, known = draft.units[at], draft.labels[at]
        if known is not None:
            if known.rule == "furniture.media.line" and unit.last in ":,":
                label_caption_below(draft, at)
            continue
        if unit.words <= CAPTION:
            label_picture(draft, at, unit)
        if unit.words <= NOTE and draft.labels[at] is None:
            _label_correction(draft, at, unit)
        if unit.bullet == ">":
            draft.label(at, Label("block_quote", "block_quote.mark"))
        elif unit.stop - unit.body > 2 and draft.text[unit.body + 1] in "\r\n" and draft.text[unit.stop - 2] in "\r\n":
            draft.label(at, Label("block_quote", "block_quote.marks-apart"))
        elif at and _is_lost_quotation(draft, at, unit):
            draft.label(at, Label("block_quote", "block_quote.lost-marks"))


def _label_correction(draft: Draft, at: int, unit: Unit) -> None:
    phrase = draft.lexicon.begins("correction_starts", unit, 7)
    if phrase is None or unit.words < 4:
        return
    # "Correction: …", "Editor’s note — …", or a whole clause of five words and more that nobody else writes.
    opening = draft.text[unit.body : unit.body + len(phrase) + 14]
    if phrase.count(" ") >= 3 or any(mark in opening for mark in ":—–("):
        draft.label(at, Label("correction", "correction.start"))


def _is_lost_quotation(draft: Draft, at: int, unit: Unit) -> bool:
    """`… the union wants` / `and to end this before winter.` / `The mayor …`: one sentence that goes on in mid-sentence."""
    if unit.blanks or unit.words > 30 or unit.last != "." or unit.listed or not draft.text[unit.body].islower():
        return False
    before = draft.units[at - 1]
    if before.words < 8 or before.finished or before.last in ":,;" or before.hints is not None:
        return False
    if _SMALL_WORD.search(draft.words(at - 1)[-5:]):
        # `… bears live in the` / `northern woods.`: a line that was broken within a phrase
        return False
    words = draft.words(at)
    return ". " not in words and words[-1] == "."

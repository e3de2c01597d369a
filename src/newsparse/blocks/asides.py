"""What stands beside the running text: captions, picture credits, corrections, quotations that are set off."""

from __future__ import annotations

import re

from newsparse.blocks.draft import Draft, Label
from newsparse.blocks.unit import Unit, key_of

# "(AP Photo/Ann Lee)", "Photo: Ann Lee", "© Courier", "REUTERS/Ann Lee", "Ann Lee/Getty Images" at the end of a caption.
_CREDIT_END = re.compile(
    r"(?:\((?:AP )?(?:Photo|Foto|Image|Bild|Picture|Photograph|Illustration)s?\b[^()]{0,80}\)"
    r"|\b(?:Photo|Foto|Image|Bild|Picture|Photograph|Fotograf[ií]a|Credit|Photo credit)(?: by)?\s?[:/]\s?[^.!?]{2,60}"
    r"|(?:©|\(c\))\s?[^.!?]{2,50}|\b(?:AP|AFP|EPA|REUTERS|Reuters|dpa|PA|Getty Images|Getty|imago|Shutterstock|iStock)"
    r"(?:/[^.!?/]{2,40}){1,2}|[^.!?/]{2,40}/(?:AP|AFP|EPA|Reuters|REUTERS|dpa|Getty Images|Getty|Shutterstock|iStock))\)?$"
)
_SMALL_WORD = re.compile(r"\s[a-zà-ÿ]{1,3}$")
CAPTION = 60
"""Words of the longest caption."""
NOTE = 150
"""Words of the longest correction."""


def label_asides(draft: Draft) -> None:
    """Label captions and credits, corrections, and set-off quotations that have lost their marks."""
    for at, unit in enumerate(draft.units):
        known = draft.labels[at]
        if known is not None:
            if known.rule == "furniture.media.line" and unit.last in ":,":
                _label_caption_below(draft, at)
            continue
        if unit.words <= CAPTION:
            _label_picture(draft, at, unit)
        if unit.words <= NOTE and draft.labels[at] is None:
            _label_correction(draft, at, unit)
        if unit.bullet == ">":
            draft.label(at, Label("block_quote", "block_quote.mark"))
        elif unit.stop - unit.body > 2 and draft.text[unit.body + 1] in "\r\n" and draft.text[unit.stop - 2] in "\r\n":
            draft.label(at, Label("block_quote", "block_quote.marks-apart"))
        elif at and _is_lost_quotation(draft, at, unit):
            draft.label(at, Label("block_quote", "block_quote.lost-marks"))


def _label_picture(draft: Draft, at: int, unit: Unit) -> None:
    words = draft.words(at)
    layout = draft.lexicon.layout
    head, colon, rest = words.strip("()[] ").partition(":")
    if colon and rest.strip() and len(head) <= 40 and unit.words <= 16 and key_of(head) in layout["credit_labels"]:
        _label_credit(draft, at)
        return
    phrase = draft.lexicon.begins("credit_labels", unit.key)
    if phrase is not None and " " in phrase and unit.words <= 10 and unit.last not in ".!?":
        _label_credit(draft, at)
        return
    if unit.key in layout["caption_starts"] and unit.last in ":," and at + 1 < len(draft.units):
        _label_caption_below(draft, at)
        return
    phrase = draft.lexicon.begins("caption_starts", unit.key)
    if phrase is not None and words[len(phrase) :][:1] in {":", ","} and unit.words > 3:
        draft.label(at, Label("caption", "caption.label"))
        return
    tail = words[-110:]
    if ("/" in tail or ":" in tail or "©" in tail or tail[-1] == ")") and (match := _CREDIT_END.search(tail)):
        if match.start() > 12 or len(words) > len(tail):
            draft.label(at, Label("caption", "caption.credit"))
        elif match.start() == 0:
            _label_credit(draft, at)


def _label_caption_below(draft: Draft, at: int) -> None:
    """`Image caption,` on a line of its own: the next line is the caption, a credit right above it belongs to it."""
    if at + 1 >= len(draft.units) or draft.units[at].key not in draft.lexicon.layout["caption_starts"]:
        return
    if draft.units[at + 1].words > CAPTION or draft.labels[at + 1] is not None:
        return
    draft.labels[at] = Label("caption", "caption.label-line")
    draft.label(at + 1, Label("caption", "caption.label"))
    above = draft.labels[at - 1] if at else None
    if above is not None and above.rule == "furniture.credit.label":
        draft.labels[at - 1] = Label("credit", "credit.caption")


def _label_credit(draft: Draft, at: int) -> None:
    """A credit under its caption is part of the figure; one without a picture is left over."""
    before = draft.labels[at - 1] if at else None
    if before is not None and before.type == "caption":
        draft.label(at, Label("credit", "credit.caption"))
    else:
        draft.furniture(at, "credit", "furniture.credit.label")


def _label_correction(draft: Draft, at: int, unit: Unit) -> None:
    phrase = draft.lexicon.begins("correction_starts", unit.key, 7)
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

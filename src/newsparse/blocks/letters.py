"""Readers' letters: who signs them, and from where."""

from __future__ import annotations

from newsparse.blocks.bylines import whole_credits
from newsparse.blocks.draft import Draft, Label

FEWEST = 2
"""Letters that a text of readers' letters has at least: one may be quoted in an article."""
NAME = 8
"""Words of the longest signature."""
PLACE = 6
"""Words of the longest line under a signature: `Westbay`, `University of Varland`, `(by email)`."""
SIGNATURE = Label("byline", "byline.signature")


def label_letters(draft: Draft) -> None:
    """Label signatures, and the places under them, where two letters and more begin as letters do: `Sir, – The bus …`."""
    first_words = draft.lexicon.first["salutations"]
    letters = sum(draft.units[at].first in first_words and _is_salutation(draft, at) for at in draft.open)
    if letters < FEWEST:
        return
    for at in draft.open:
        if at and draft.labels[at] is None and _ends_letter(draft, at - 1) and _is_name(draft, at):
            draft.label(at, SIGNATURE)
            if at + 1 < len(draft.units) and draft.labels[at + 1] is None and _is_place(draft, at + 1):
                draft.label(at + 1, SIGNATURE)


def _is_salutation(draft: Draft, at: int) -> bool:
    unit = draft.units[at]
    phrase = draft.lexicon.begins("salutations", unit, 3)
    return phrase is not None and draft.text[unit.body + len(phrase) : unit.body + len(phrase) + 3].lstrip()[:1] in {
        ",", "–", "—", "-", ":",
    }  # fmt: skip


def _ends_letter(draft: Draft, at: int) -> bool:
    label = draft.labels[at]
    return draft.units[at].finished and (label is None or label.type in {"paragraph", "list_item"})


def _is_name(draft: Draft, at: int) -> bool:
    unit = draft.units[at]
    if unit.words > NAME or unit.finished or unit.listed or unit.last == ":":
        return False
    found = whole_credits(draft, at)
    return found is not None and bool(found.names) and not found.opened


def _is_place(draft: Draft, at: int) -> bool:
    unit = draft.units[at]
    return unit.words <= PLACE and not unit.finished and not unit.listed and unit.last != ":"

"""What a page asks of its readers above and below an article: to subscribe, to write, to accept its cookies."""

from __future__ import annotations

import re

from newsparse.blocks.draft import Draft
from newsparse.blocks.unit import Unit
from newsparse.model.nodes import FurnitureKind

LONGEST = 40
"""Words of the longest plea."""
TITLE = 20
"""Words of the longest unfinished unit among which pleas stand: a title, a button."""
SIGNS = 2
"""Lines such as `Jill P. says:` or `Reply` that tell readers' comments from what else follows their heading."""
COMMENTS = 80
"""Units below the heading of the comments that are looked at."""
_ABOVE: tuple[FurnitureKind, ...] = ("legal", "subscribe", "advertisement")
# `-30-`, `— ENDS —`, `(END)`, `FIN`: how a text of an agency ends
_END = re.compile(r"[-–—(\s]*30[-–—)\s]*|[-–—(*#\s]*(?P<word>[^\W\d_]{3,5}(?: [^\W\d_]{3,4})?)[-–—)*#.\s]*")


def label_pleas(draft: Draft) -> None:
    """Label pleas: as long as nothing but furniture, titles and pleas stands between them and an end of the text."""
    _label_above(draft)
    _label_below(draft)


def plea_kind(draft: Draft, unit: Unit) -> FurnitureKind | None:
    """What kind of plea the unit may be: one that begins as pleas do and speaks of what pleas are about."""
    if unit.words > LONGEST or unit.words < 3 or unit.listed:
        return None
    lexicon = draft.lexicon
    for kind in ("subscribe", "call_to_action"):
        if lexicon.begins(f"pleas_{kind}", unit, 4) is not None:
            # of a long unit the key has the first words only; that will do
            words = frozenset(unit.key.split()[1:])
            if words & lexicon.layout["plea_words"] or (
                kind == "subscribe" and words & lexicon.layout["plea_weak_words"]
            ):
                return kind
    key = f" {unit.key} "
    if any(f" {phrase} " in key for phrase in lexicon.layout["plea_phrases"]):
        return "call_to_action"
    return None


def is_end_mark(draft: Draft, at: int) -> bool:
    """Whether the unit says that the text ends here: `-30-`, `ENDS`."""
    unit = draft.units[at]
    if unit.words > 3 or unit.stop - unit.body > 14:
        return False
    match = _END.fullmatch(draft.text, unit.start, unit.end)
    if match is None:
        return False
    word = match["word"]
    return word is None or (
        word.lower() in draft.lexicon.layout["end_marks"] and (word.isupper() or unit.last in ")-–—*#")
    )


def _label_above(draft: Draft) -> None:
    """`We use cookies to make this site work.` above everything else."""
    for at in draft.open:
        if draft.is_furniture(at):
            continue
        unit = draft.units[at]
        kind = draft.lexicon.kind_of_start(unit) if draft.labels[at] is None and unit.hints is None else None
        if kind not in _ABOVE or unit.words > 2 * LONGEST:
            return
        draft.furniture(at, kind, f"furniture.{kind}.plea")


def _label_below(draft: Draft) -> None:
    for at in reversed(draft.open):
        if not at:
            return
        label, unit = draft.labels[at], draft.units[at]
        if label is not None:
            if label.type != "furniture":
                return
            continue
        kind = plea_kind(draft, unit)
        if kind is not None:
            draft.furniture(at, kind, f"furniture.{kind}.plea")
        elif is_end_mark(draft, at):
            draft.furniture(at, "other", "furniture.end-mark")
        elif (unit.finished and not unit.ellipsis) or unit.words > TITLE:
            return


def label_comments(draft: Draft) -> None:
    """Label everything below the heading of readers' comments, if it has their signs: `Jill P. says:`, `Reply`."""
    layout = draft.lexicon.layout
    first = max(1, len(draft.units) - COMMENTS)
    for at in draft.open:
        label = draft.labels[at]
        if at < first or label is None or label.kind != "comments" or not label.rule.startswith("furniture.comments"):
            continue
        below = range(at + 1, len(draft.units))
        signs = sum(
            unit.words <= 8
            and (unit.key in layout["replies"] or (unit.last == ":" and _last_word(unit) in layout["comment_signs"]))
            for unit in draft.units[at + 1 :]
        )
        if signs >= SIGNS:
            for one in below:
                draft.furniture(one, "comments", "furniture.comments.below")
        return


def _last_word(unit: Unit) -> str:
    return unit.key.rpartition(" ")[2]

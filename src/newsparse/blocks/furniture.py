"""Furniture that is known by its own words: buttons, forms, menus, notices, leaked templates."""

from __future__ import annotations

import re

from newsparse.blocks.draft import Draft
from newsparse.blocks.pleas import plea_kind
from newsparse.blocks.rows import row_kind
from newsparse.blocks.unit import MARKS, Unit, key_of
from newsparse.model.nodes import FurnitureKind

BUTTON = 14
"""Words of the longest line that can be a button, a label or a notice."""
TITLE = 5
"""Words of the shortest part of two that is a title, and no item of a menu."""
ENDING = 3
"""Units at the end of a text among which a whole paragraph may ask the reader to write, share or subscribe."""

# `{{EXPERT INTERVIEW}}`, `spot_imgspot_img`, `[caption id="4"]`, `<br/>`, `%%title%%`, `[gallery ids="1,2"]`.
_TEMPLATE = re.compile(
    r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|%%\w+%%|(?:spot_img)+|\[/?[a-z_]+(?:\s[^\[\]]*=[^\[\]]*)?\]|</?[a-z][^<>]*>|\$\{[^{}]*\}"
    r"|\[object Object\]|undefined|null|NaN",
)
_IMAGE = re.compile(r"!\[[^\[\]]{0,300}\]\([^()\s]{0,500}\)")  # `![The bridge](bridge.jpg)`
_PARTS = re.compile(r"\s+[|·•»/–—]\s+|\s*\|\s*|\s+[>›]\s+")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\(c\)\s*|©\s*)?(?:\d{4}|[A-Z])", re.IGNORECASE)
_ARROWS = frozenset("→»›▶►➔➜>")
_ARROW = re.compile(r"^[^«‹<]{3,80}\s[→»›▶►➔➜>]+$")  # `Read the full report →`
_PLAYER = re.compile(r"[-–]?\d{1,2}:\d\d(?::\d\d)?\s?/\s?[-–]?\d{1,2}:\d\d(?::\d\d)?|\d(?:[.,]\d{1,2})?\s?[x×]")
_COUNT = re.compile(r"\d{1,3}|\d{1,3}[.,]\d\s?[kKmM]|\d{1,3}\s?[kKM]")
_EDGES = frozenset(("navigation", "media"))
_PLEAS: tuple[FurnitureKind, ...] = ("call_to_action", "comments", "subscribe", "legal", "share")


def label_furniture(draft: Draft) -> None:
    """Label what its own words show to be furniture; words that a heading may have too only beside other furniture."""
    weak: list[tuple[int, FurnitureKind]] = []
    # What stands behind the last paragraph of what a reader took for the article is no menu
    is_page = len(draft.open) < len(draft.units)
    last_body = len(draft.units) if is_page else _last_paragraph(draft)
    first_body = next((at for at in draft.open if _is_body(draft, draft.units[at])), len(draft.units))
    for at in draft.open:
        unit = draft.units[at]
        if draft.labels[at] is not None:
            continue
        if unit.words <= BUTTON or unit.stop - unit.body < 40:
            kind, rule, sure = _button(draft, unit)
            if kind is None:
                continue
            if sure or at < first_body or at > last_body:
                draft.furniture(at, kind, rule)
            else:
                weak.append((at, kind))
        elif at >= len(draft.units) - ENDING and draft.text[unit.body] not in MARKS:
            kind = draft.lexicon.kind_of_start(unit)
            if kind in _PLEAS:
                draft.furniture(at, kind, f"furniture.{kind}.plea")
        elif unit.words < 60 and "©" in draft.words(at) and _RIGHTS.match(draft.words(at)):
            draft.furniture(at, "legal", "furniture.legal.rights")
    known = {at for at, _ in weak}
    for at, kind in weak:
        if any(
            0 <= near < len(draft.units) and (near in known or draft.is_furniture(near)) for near in (at - 1, at + 1)
        ):
            draft.furniture(at, kind, f"furniture.{kind}.beside")


def _button(draft: Draft, unit: Unit) -> tuple[FurnitureKind | None, str, bool]:
    """The kind of furniture that a short line is, by which rule, and whether its words alone are proof of it."""
    words = draft.text[unit.body : unit.stop]
    if not unit.key and not any(char.isalnum() for char in words):
        return "other", "furniture.symbols", True
    if words[0] in "{[<%$sunN" and _TEMPLATE.fullmatch(words.replace(" spot_img", "spot_img")):
        return "other", "furniture.template", True
    if words[0] == "!" and _IMAGE.fullmatch(words):
        return "media", "furniture.media.image", True
    kind = draft.lexicon.kind_of_line(unit.key)
    if kind is not None and (unit.key != "name" or unit.last in "*:e"):
        sure = kind not in _EDGES and not (unit.listed and " " not in unit.key) and unit.last != "."
        return kind, f"furniture.{kind}.line", sure or kind == "legal"
    label = _label(draft, words)
    if label is not None:
        return label[0], label[1], True
    kind = draft.lexicon.kind_of_start(unit)
    if kind is not None and " " in unit.key:
        return kind, f"furniture.{kind}.start", not unit.listed
    if _RIGHTS.match(words) or ("©" in words and unit.words <= 10):
        return "legal", "furniture.legal.rights", True
    if _is_row(draft, unit, words):
        return "navigation", "furniture.navigation.row", False
    return _scrap(draft, unit, words)


def _scrap(draft: Draft, unit: Unit, words: str) -> tuple[FurnitureKind | None, str, bool]:
    """Buttons and names of sections in a row without marks, counts, and what goes with a player or an arrow."""
    if unit.hints is not None:
        return None, "", False  # a page's own markup tells more
    if words[-1] in _ARROWS and _ARROW.search(words) and not unit.listed:
        pleas = ("pleas_call_to_action", "pleas_subscribe")
        known = any(draft.lexicon.begins(name, unit) is not None for name in pleas)
        return "call_to_action", "furniture.call_to_action.arrow", known
    if words[0].isdigit() or words[0] in "-–":
        if _PLAYER.fullmatch(words):
            return "media", "furniture.media.player", "/" in words
        if unit.words <= 5 and unit.key in draft.lexicon.layout["read_times"]:
            return "other", "furniture.read-time", False
        if _COUNT.fullmatch(words):
            return "other", "furniture.count", False
    if unit.finished or unit.last in ",;:" or unit.listed:
        return None, "", False
    if unit.words <= 4 and _is_section(draft, unit, words):
        return "navigation", "furniture.navigation.section", False
    if unit.words <= 4 and _is_more(draft, unit):
        return "related", "furniture.related.section", False
    kind, sure = row_kind(draft.lexicon, words)
    return (kind, f"furniture.{kind}.words", sure) if kind is not None else (None, "", False)


def _is_section(draft: Draft, unit: Unit, words: str) -> bool:
    """`in World`: the section that an article stands in, as publishing systems print it beside the date."""
    phrase = draft.lexicon.begins("filed", unit, 2)
    return phrase is not None and words[0].islower() and unit.key[len(phrase) + 1 :] in draft.lexicon.layout["sections"]


def _is_more(draft: Draft, unit: Unit) -> bool:
    """`More sport`, `Mehr aus der Region`: what names of other articles stand under."""
    phrase = draft.lexicon.begins("more", unit, 3)
    if phrase is None:
        return False
    rest = unit.key[len(phrase) + 1 :]
    return bool(rest) and (
        rest in draft.lexicon.layout["sections"] or rest.partition(" ")[2] in draft.lexicon.layout["sections"]
    )


def _is_row(draft: Draft, unit: Unit, words: str) -> bool:
    """`News | Sport | Weather`: three and more short parts, or two of which the first is known from menus."""
    parts = _PARTS.split(words)
    if len(parts) == 2 and max(part.count(" ") for part in parts) >= TITLE - 1:
        return False  # `Opinion | The case against lists` is a headline
    if len(parts) < 2 or len(words) > 30 * len(parts) or unit.last in ".!?" or "«" in words:  # `« … »` parts nothing
        return False
    return len(parts) > 2 or draft.lexicon.kind_of_line(key_of(parts[0])) is not None


def _label(draft: Draft, words: str) -> tuple[FurnitureKind, str] | None:
    """`Date:`, `Source: …`, `Related: …`: a label with nothing after it, or one of a source or of another article."""
    head, colon, rest = words.partition(":")
    if not colon or len(head) > 40:
        return None
    layout = draft.lexicon.layout
    key = key_of(head)
    if not rest.strip():
        return ("empty_label", "furniture.empty-label") if key in layout["empty_labels"] else None
    if key in layout["source_labels"]:
        return "source", "furniture.source.label"
    if key in layout["tag_labels"]:
        return "navigation", "furniture.navigation.tags"
    if key in layout["link_labels"]:  # "Related: Ferry fares to rise", in the middle of an article as at its end
        return "related", "furniture.related.label"
    return None


def _is_prose(unit: Unit) -> bool:
    return unit.words >= 12 and unit.finished and not unit.ellipsis


def _is_body(draft: Draft, unit: Unit) -> bool:
    """Whether the unit reads as running text, and not as a notice on cookies."""
    return _is_prose(unit) and draft.lexicon.kind_of_start(unit) is None


def _last_paragraph(draft: Draft) -> int:
    """The last unit that reads as running text."""
    for at in reversed(draft.open):
        unit = draft.units[at]
        if _is_body(draft, unit) and plea_kind(draft, unit) is None:
            return at
    return -1

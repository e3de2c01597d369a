"""What a page's own markup says: headings, list items, quotations, captions, cells, and regions already decided."""

from __future__ import annotations

from typing import cast, get_args

from newsparse.blocks.draft import Draft, Label
from newsparse.model.nodes import FurnitureKind

_KINDS = frozenset(get_args(FurnitureKind))
_TYPES = {
    "li": "list_item",
    "dt": "list_item",
    "dd": "list_item",
    "blockquote": "block_quote",
    "figcaption": "caption",
    "caption": "caption",
    "table": "table",
    "tr": "table",
}


def label_markup(draft: Draft) -> None:
    """Label what the tags of a page decide. Plain text has none."""
    for at, unit in enumerate(draft.units):
        hints = unit.hints
        if hints is None:
            continue
        tag = hints.tag.lower()
        if hints.region == "furniture":
            kind = cast("FurnitureKind", hints.kind) if hints.kind in _KINDS else "other"
            if kind == "other":
                kind = draft.lexicon.kind_of_line(unit.key) or draft.lexicon.kind_of_start(unit.key) or "other"
            draft.furniture(at, kind, "furniture.region")
        elif hints.role in ("caption", "credit"):
            draft.label(at, Label(hints.role, f"{hints.role}.markup"))  # type: ignore[arg-type]
        elif len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            if tag != "h1" and hints.role != "headline":
                draft.label(
                    at,
                    Label("heading", "heading.tag", depth=max(1, int(tag[1]) - 1), body=unit.start, stop=unit.end),
                )
        elif hints.quoted and tag not in {"li", "figcaption"}:
            draft.label(at, Label("block_quote", "block_quote.tag"))
        elif tag in _TYPES and unit.words < 200:
            type_ = _TYPES[tag]
            draft.label(
                at,
                Label(type_, f"{type_}.tag", depth=max(1, hints.depth), ordered=hints.ordered),  # type: ignore[arg-type]
            )

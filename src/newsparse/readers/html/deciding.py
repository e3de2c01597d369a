"""What of the page is the article: one decision for every passage."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.readers.html.marking import mark_of
from newsparse.readers.html.walking import Element, Passage

_WHOLE = frozenset(("html", "body", "main", "article"))


@attrs.frozen
class Verdict:
    """Whether a passage belongs to the article; its kind if not, its role if the markup names one."""

    region: str
    kind: str = ""
    role: str = ""


def decide(passages: Sequence[Passage]) -> list[Verdict]:
    """Return the verdict on each of `passages`."""
    best = _container(passages)
    return [_verdict(passage, best) for passage in passages]


def _container(passages: Sequence[Passage]) -> Element | None:
    """The element that most running text stands directly or nearly directly in."""
    scores: dict[Element, float] = {}
    for passage in passages:
        size = len(passage.text)
        if size < 60 or passage.links * 3 > size or passage.element.tag not in ("p", "div", "li", "blockquote"):
            continue
        weight, element = float(size), passage.element.parent
        for _ in range(4):
            if element is None:
                break
            scores[element] = scores.get(element, 0.0) + weight
            weight *= 0.7
            element = element.parent
    return max(scores, key=lambda element: scores[element], default=None)


def _verdict(passage: Passage, best: Element | None) -> Verdict:
    kind = role = ""
    inside = False
    tag = passage.element.tag
    element: Element | None = passage.element
    while element is not None:
        if element is best:
            inside = True
        attributes = element.attributes
        if element.tag in _WHOLE:
            break
        mark = mark_of(element.tag, f"{attributes.get('class') or ''} {attributes.get('id') or ''}")
        if not inside:
            kind = kind or mark.kind
            role = role or mark.role
        if element.tag in ("figure", "figcaption"):
            role = role or "caption"
        element = element.parent
    inside = inside or (element is best and best is not None)
    if tag == "h1":
        return Verdict("content", "", "headline")
    if role in ("caption", "credit") and inside:
        return Verdict("content", "", role)
    if not inside or kind or passage.links * 2 > len(passage.text):
        return Verdict("furniture", kind or "other", role)
    return Verdict("content", "", role if role != "headline" else "")

"""Where a passage stands: what the chain of elements above it says by tags and by names."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.readers.html.marking import mark_of
from newsparse.readers.html.walking import Element, Passage

FIGURE, ARTICLE, LIST, TABLE = 1, 2, 4, 8
"""Bits of `Place.flags`: within a figure, an `<article>`, a list, a table."""
_FLAGS = {
    "figure": FIGURE,
    "figcaption": FIGURE,
    "article": ARTICLE,
    "ul": LIST,
    "ol": LIST,
    "dl": LIST,
    "table": TABLE,
}
_WHOLE = frozenset(("html", "body", "main", "article"))
_APART = frozenset(("comments", "legal"))


class Place:
    """What the chain of elements above a passage says. Elements whose chains have the same tags and names share one.

    `evidence` is the logit of the names, `kinds` how many elements above name a kind of furniture, `near` and `roles` how
    many steps up the next one stands that names a kind, or a role (1: here, 0: nowhere); `thread` is the place that reader
    comments, or legal notices, begin at.
    """

    __slots__ = (
        "above", "evidence", "flags", "kind", "kinds", "lists", "names", "near", "ordered", "parent", "quoted", "role", "roles",
        "tag", "thread",
    )  # fmt: skip

    def __init__(self, parent: Place | None, tag: str, names: str) -> None:
        mark = mark_of(tag, names)
        self.parent = parent
        self.tag = tag
        self.names = names
        evidence, kind, role = 0.0, mark.kind, mark.role
        near = roles = 0
        if parent is None:
            self.flags = self.kinds = self.lists = 0
            self.ordered = self.quoted = False
            self.thread: Place | None = None
            self.kind = self.role = ""
        else:
            evidence, near, roles = parent.above, parent.near, parent.roles
            self.flags, self.kinds, self.lists = parent.flags, parent.kinds, parent.lists
            self.ordered, self.quoted, self.thread = parent.ordered, parent.quoted, parent.thread
            self.kind, self.role = parent.kind, parent.role
        self.evidence: float = evidence + mark.own
        self.above: float = evidence + mark.below
        self.near: int = 1 if kind else near and near + 1
        self.roles: int = 1 if role else roles and roles + 1
        if kind:
            self.kinds += 1
            self.kind = kind
            if self.thread is None and kind in _APART and tag not in _WHOLE:
                self.thread = self
        if role or self.roles > 3:
            self.role = role
        if tag in _FLAGS:
            self.flags |= _FLAGS[tag]
            if tag in ("ul", "ol"):
                self.lists += 1
                self.ordered = tag == "ol"
        elif tag == "blockquote":
            self.quoted = True

    @property
    def template(self) -> tuple[str, ...]:
        """What tells what is set alike: tag and names here and one step up, and the tag above that."""
        above = self.parent
        if above is None:
            return (self.tag, self.names)
        if above.parent is None:
            return (self.tag, self.names, above.tag, above.names)
        return (self.tag, self.names, above.tag, above.names, above.parent.tag)


def settle(passages: Sequence[Passage]) -> tuple[list[Element], list[Place]]:
    """Give every element on the way to a passage its place and its number.

    Returns these elements, parents first, and the place of each passage.
    """
    found: list[Element] = []
    places: list[Place] = []
    top = Place(None, "", "")
    known: dict[tuple[Place, str, str], Place] = {}
    for passage in passages:
        element: Element | None = passage.element
        chain: list[Element] = []
        while element is not None and element.place is None:
            chain.append(element)
            element = element.parent
        place = top if element is None or element.place is None else element.place
        if chain:
            chain.reverse()
            for at, here in enumerate(chain, len(found)):
                names = here.names if here.known_names is None else here.known_names
                key = (place, here.tag, names)
                if key in known:
                    place = known[key]
                else:
                    place = known[key] = Place(*key)
                here.place = place
                here.at = at
            found += chain
        places.append(place)
    return found, places

"""Where a passage stands: what the chain of elements above it says by tags and by names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from selectolax.lexbor import LexborNode

from newsparse.readers.html.marking import mark_of

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
# Attributes whose words tell what an element is for.
_NAMING = ("class", "id", "itemprop", "role", "data-testid", "data-component")
_MORE_NAMING = frozenset((*_NAMING[1:], "aria-hidden"))
# From here on a path counts the element among all of the page, so that deep pages do not have paths without end.
_LONG_PATH = 1_000
_ALONE = frozenset(("html", "body"))  # a page has one of each


class Place:
    """What the chain of elements above a passage says. Elements whose chains have the same tags and names share one.

    `evidence` is the logit of the names, `kinds` how many elements above name a kind of furniture, `near` and `roles` how
    many steps up the next one stands that names a kind, or a role (1: here, 0: nowhere); `thread` is the place that reader
    comments, or legal notices, begin at; `step` is how paths go on to it, up to its number, if it has one.
    """

    __slots__ = (
        "above", "evidence", "flags", "kind", "kinds", "lists", "names", "near", "ordered", "parent", "quoted", "role", "roles",
        "step", "tag", "thread",
    )  # fmt: skip

    def __init__(self, parent: Place | None, tag: str, names: str) -> None:
        mark = mark_of(tag, names)
        self.parent = parent
        self.tag = tag
        self.names = names
        self.step = "" if tag in _ALONE else f"/{_name(tag)}["
        kind, role = mark.kind, mark.role
        if parent is None:
            evidence, near, roles = 0.0, 0, 0
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
        if role or roles > 2:
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


def page_place() -> Place:
    """Return the place of the page itself. Its evidence has been weighed from one step above it on."""
    return Place(Place(None, "", ""), "", "")


class Elements:
    """The elements on the way to passages, by number: parents first, in document order. Number 0 is the page itself.

    Sequences that go by number: `places` and their `tags`, `parents` (-1: none), `orders` (which of its siblings of the same
    tag it is, from 1), and `addresses` of the nodes.
    """

    __slots__ = ("_root", "addresses", "orders", "parents", "places", "tags")

    def __init__(self, entered: Sequence[tuple[Place, int, int, int]], root: LexborNode | None = None) -> None:
        self.places, self.parents, self.orders, self.addresses = zip(*entered, strict=True)
        self.tags = [place.tag for place in self.places]
        self._root = root

    def paths(self) -> list[str]:
        """Return for each element an XPath that finds it in the page."""
        paths = [""]
        ordinals: dict[int, int] | None = None
        for place, parent, order, address in islice(
            zip(self.places, self.parents, self.orders, self.addresses, strict=True), 1, None
        ):
            path, step = paths[parent], place.step
            if len(path) >= _LONG_PATH:
                if ordinals is None:
                    ordinals = self._ordinals()
                paths.append(f"(//{_name(place.tag)})[{ordinals[address]}]")
            elif step:
                paths.append(f"{path}{step}{order}]")
            else:
                paths.append(f"{path}/{place.tag}")
        return paths

    def _ordinals(self) -> dict[int, int]:
        """The number of each element, by its address, among all of its name: what keeps a path short however deep it stands."""
        wanted = set(self.addresses)
        counts: dict[int, int] = {}
        found: dict[int, int] = {}
        if self._root is not None:
            for node in self._root.traverse():
                name = node.tag_id
                counts[name] = counts.get(name, 0) + 1
                if (mark := node.mem_id) in wanted:
                    found[mark] = counts[name]
        return found


def _name(tag: str) -> str:
    """What XPath finds elements of a tag by. A name that it would not take as one is compared as a string."""
    return tag if tag.isalnum() and tag.isascii() else f"*[name()='{tag}']"


def names_of(attributes: dict[str, str | None]) -> str:
    """Return the words of an element's class, id and other attributes that name it."""
    if "class" in attributes and (len(attributes) == 1 or _MORE_NAMING.isdisjoint(attributes)):  # as in most
        return attributes["class"] or ""
    names = " ".join([name for name in map(attributes.get, _NAMING) if name])
    return f"{names} ariahidden" if attributes.get("aria-hidden") == "true" else names

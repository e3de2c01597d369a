"""The section that the article stands in: what markup says, else paths, labels by the headline, the address and menus."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import attrs

from newsparse.model import Sourced
from newsparse.readers.html.metadata.cleaning import clean
from newsparse.readers.html.metadata.evidence import Evidence
from newsparse.readers.html.metadata.json_ld import first_text, texts_of, types_of
from newsparse.readers.html.metadata.lenient_json import Json
from newsparse.readers.html.metadata.names import folded
from newsparse.readers.html.metadata.surroundings import Surroundings
from newsparse.readers.html.metadata.vocabulary import vocabulary

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_CUT = re.compile(r"\s*(?:[>›»→▸▶⟩·|]|::)\s*|\s+[/\\–-]\s+")
_TITLE_CUT = re.compile(r"\s+(?:[-–—·•»«›‹~/|]|::|--)+\s+|\s*[|｜]\s*")
_SLUG = re.compile(r"[a-z][a-z0-9%_.-]*")
_MARK = re.compile(r"[>›»→▸]")
_ENDING = re.compile(r"\.(?:html?|php|aspx?|jsp)$")
_CATEGORY = re.compile(r" category-([a-z0-9-]{2,40})(?=[\s\"'])")
_LONGEST = 40
_MOST_CRUMBS = 8
_NEAR = 3


@attrs.frozen(kw_only=True)
class _Page:
    """What candidates are held against."""

    evidence: Evidence
    html: str = attrs.field(repr=False)
    outlets: frozenset[str]
    title: str
    """The headline, folded."""
    around: Surroundings
    slugs: tuple[str, ...]
    """The parts of the address before the last."""
    path: tuple[str, ...]
    """The letters of those that may be sections."""

    def passes(self, text: str) -> bool:
        """Whether a text may be a section's name: short, not the home page, the site, or the headline."""
        key = folded(text)
        return (
            1 < len(text) <= _LONGEST
            and len(key) > 1
            and not key.isdigit()
            and key not in _home()
            and key not in self.outlets
            and key != self.title
            and len(text.split()) < 6
            and not text.startswith(("http", "/"))
        )

    @property
    def anchor(self) -> LexborNode | None:
        return None if self.around.anchor is None else self.around.anchor.node

    def in_address(self, text: str) -> bool:
        """Whether a part of the address has the letters of a text."""
        return bool(self.path) and not _forms(text).isdisjoint(self.path)

    def in_menu(self, text: str, path: str) -> bool:
        """Whether an element of the page outside its path, whose source is given, has just this text."""
        entry = f">{text}<"
        return self.html.count(entry) > path.count(entry)


def find_section(
    evidence: Evidence, around: Surroundings, outlets: frozenset[str], title: str, html: str
) -> Sourced[str] | None:
    """Return the section's name from the surest source that has one."""
    slugs = _parts(evidence.url)[:-1]
    path = tuple(folded(slug) for slug in slugs if slug not in vocabulary().sections.never and not slug.isdigit())
    page = _Page(
        evidence=evidence, html=html, outlets=outlets, title=folded(title), around=around, slugs=slugs, path=path
    )
    for node in (*evidence.graph.articles, *evidence.graph.works):
        if text := next(filter(page.passes, texts_of(node.get("articleSection"))), ""):
            return Sourced(value=text, source="json-ld")
    for _, text in evidence.all(*vocabulary().sections.meta):
        if page.passes(text):
            return Sourced(value=text, source="meta")
    for one in evidence.marked:
        if "articlesection" in one.properties and page.passes(
            text := clean(one.attributes.get("content")) or one.text()
        ):
            return Sourced(value=text, source="microdata")
    for node in evidence.graph.others:
        if "breadcrumblist" in types_of(node) and (text := _deepest(list(_listed(node)), page)):
            return Sourced(value=text, source="json-ld")
    for source, find in (("breadcrumb", _trodden), ("label", _labelled), ("title", _in_title), ("url", _in_menu)):
        if found := find(page):
            return Sourced(value=found, source=source)
    return None


def _listed(node: dict[str, Json]) -> Iterator[str]:
    """The names of a `BreadcrumbList`, in order of position."""
    items = node.get("itemListElement")
    placed = [one for one in items[:20] if isinstance(one, dict)] if isinstance(items, list) else []
    for one in sorted(placed, key=_position):
        if name := first_text(one, "name", "item"):
            yield name


def _position(item: dict[str, Json]) -> int:
    place = str(item.get("position"))
    return int(place) if place.isdecimal() and len(place) < 4 else 0


def _deepest(crumbs: Sequence[str], page: _Page, source: str = "") -> str:
    """The last crumb that the address or a menu bears out, else the last that may be a section."""
    kept = [crumb for crumb in crumbs if page.passes(crumb) and not _cut_short(crumb, page.title)]
    if found := next(filter(page.in_address, reversed(kept)), ""):
        return found
    if found := next((crumb for crumb in reversed(kept) if page.in_menu(crumb, source)), ""):
        return found
    return kept[-1] if kept and len(crumbs) > 1 else ""


def _cut_short(crumb: str, title: str) -> bool:
    """Whether a crumb is the beginning of the headline: `Rain is com…`."""
    return crumb.endswith(("…", "...")) or (len(crumb) > 15 and title.startswith(folded(crumb)))


def _trodden(page: _Page) -> str:
    """The section by the page's path: an element that is called so, or one above the headline that begins with `Home`."""
    for node in page.evidence.tree.css(_PATHS)[:6]:
        crumbs = list(_crumbs(node))
        if len(crumbs) <= _MOST_CRUMBS and (found := _deepest(crumbs, page, node.html or "")):
            return found
    for node in _above(page.anchor):
        called = _called_path(node)
        crumbs = list(_crumbs(node)) if called or node.tag != "a" else []
        if called and len(crumbs) <= _MOST_CRUMBS and (found := _deepest(crumbs, page, node.html or "")):
            return found
        if 1 < len(crumbs) <= _MOST_CRUMBS and folded(crumbs[0]) in _home() and _descends(node, crumbs, page):
            return _deepest(crumbs, page, node.html or "")
    return ""


_PATHS = "[class*=crumb i],[itemtype*=BreadcrumbList],[itemprop=breadcrumb]"


def _called_path(node: LexborNode) -> bool:
    """Whether the class or id of an element says, in some language, that it is the page's path."""
    attributes = node.attributes
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
    return len(names) > 1 and any(mark in names for mark in vocabulary().sections.paths)


def _crumbs(node: LexborNode) -> Iterator[str]:
    """The steps of a path, without marks between them and what announces it."""
    length = 0
    for one in node.traverse(include_text=True):
        if not one.is_text_node:
            continue
        parent = one.parent
        if parent is not None and parent.tag in ("script", "style"):
            continue
        text = clean(one.text_content)
        length += len(text)
        if length > 400:
            return
        for step in _CUT.split(_here().sub("", text)):
            if bare := step.strip(" :,;/\\-–—<>"):
                yield bare


@cache
def _here() -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(map(re.escape, vocabulary().sections.here))})\s*:?\s*", re.IGNORECASE)


@cache
def _home() -> frozenset[str]:
    return frozenset(map(folded, vocabulary().sections.home))


def _above(anchor: LexborNode | None) -> Iterator[LexborNode]:
    """The small elements before the headline, nearest first."""
    here, steps = anchor, 0
    while here is not None and steps < 24:
        steps += 1
        previous = here.prev
        if previous is None:
            here = here.parent
            if here is None or here.tag == "body":
                return
            continue
        here = previous
        if here.tag in ("div", "p", "ol", "ul", "nav", "span", "table", "section", "font", "small", "a"):
            yield here


def _descends(node: LexborNode, crumbs: Sequence[str], page: _Page) -> bool:
    """Whether steps lead down, not to places side by side as a menu's: by marks between them, the headline, or their links."""
    if folded(crumbs[-1]) == page.title or _MARK.search(node.text(separator=" ")[:300]):
        return True
    parts = [_parts(link.attributes.get("href") or "") for link in node.css("a[href]")[:_MOST_CRUMBS]]
    below = parts[1:] if parts and not parts[0] else parts
    if not below or len(below) > 3 or len(below) == 1 != len(crumbs) - 1:
        return False
    return all(len(one) > len(above) and one[: len(above)] == above for above, one in pairwise(below))


def _labelled(page: _Page) -> str:
    """A label by the headline that links to a section or has the letters of one in the address."""
    for count, node in enumerate(_above(page.anchor)):
        links = [node] if node.tag == "a" else node.css("a[href]")
        text = node.text(separator=" ")[:200]
        if count > 5 or node.tag == "nav" or len(links) > 3 or len(text) > 120:
            break  # a menu, or the end of another article
        for link in links:
            name = clean(link.text(separator=" ")[:100])
            if _leads_to_section(name, link.attributes.get("href") or "", page):
                return name
        if page.passes(text := clean(text)) and page.in_address(text):
            return text
    for node in page.evidence.tree.css("a[rel~=category]")[:3]:
        if page.passes(text := clean(node.text(separator=" ")[:100])):
            return text
    if found := _classed(page):
        return found
    for line in page.around.after[:_NEAR]:
        for piece in line.pieces:
            if piece.href and _leads_to_section(piece.text, piece.href, page, surely=True):
                return piece.text
    return ""


def _classed(page: _Page) -> str:
    """What the page's links call the category that its class has: `<article class="post category-harbour">`."""
    at = page.html.find(" category-")
    match = _CATEGORY.match(page.html, at) if at > 0 else None
    return _linked(match[1], page) if match else ""


def _linked(slug: str, page: _Page, path: tuple[str, ...] = ()) -> str:
    """What links call the part of an address that they lead to."""
    for node in page.evidence.tree.css(f'a[href$="/{slug}"],a[href$="/{slug}/"],a[href$="/{slug}.html"]')[:6]:
        text = clean(node.text(separator=" ")[:100])
        if page.passes(text) and (
            folded(slug) in _forms(text) or (path and _parts(node.attributes.get("href") or "") == path)
        ):
            return text
    return ""


def _leads_to_section(text: str, href: str, page: _Page, *, surely: bool = False) -> bool:
    """Whether a link leads to a section: to a part of the page's own address, or (not `surely`) one called as its text is."""
    parts = _parts(href)
    if not parts or len(parts) > 4 or "?" in href or not page.passes(text):
        return False
    filed = vocabulary().sections.filed
    if any(part in _UNFILED for part in parts[:-1]):
        return False
    if (not surely and folded(parts[len(parts) - 1]) in _forms(text)) or (len(parts) > 1 and parts[-2] in filed):
        return True
    return tuple(map(folded, parts)) == page.path[: len(parts)]


_UNFILED = frozenset(
    (
        "tag",
        "tags",
        "author",
        "authors",
        "autor",
        "autoren",
        "auteur",
        "auteurs",
        "autore",
        "people",
        "person",
        "profile",
        "topic",
        "topics",
        "thema",
        "dossier",
        "user",
        "users",
        "by",
        "redaktion",
        "staff",
    )
)


def _in_title(page: _Page) -> str:
    """The part of the title beside headline and site that the address bears out: `Rain is coming | Weather | The Paper`."""
    parts = _TITLE_CUT.split(page.evidence.page_title[:400])
    return next((part for part in parts[::-1] if len(parts) > 1 and page.passes(part) and page.in_address(part)), "")


def _in_menu(page: _Page) -> str:
    """What a menu calls the deepest part of the address that it leads to."""
    slugs = page.slugs
    own = _parts(page.evidence.url)[-1:]
    if not slugs or (own and _SLUG.fullmatch(own[0]) and _linked(own[0], page)):
        return ""  # a section's own front
    for depth in range(min(3, len(slugs)), 0, -1):
        slug = slugs[depth - 1]
        if (
            _SLUG.fullmatch(slug)
            and slug not in vocabulary().sections.never
            and (found := _linked(slug, page, slugs[:depth]))
        ):
            return found
    for slug in reversed(slugs):
        bare = slug.replace("-", " ").replace("_", " ")
        for text in (bare.capitalize(), bare.title(), bare.upper(), bare):
            if page.passes(text) and page.in_address(text) and f">{text}<" in page.html:
                return text
    return ""


def _parts(href: str) -> tuple[str, ...]:
    """The parts of an address's path, lower-cased, endings cut."""
    try:
        path = urlsplit(href).path
    except ValueError:
        return ()
    parts = [unquote(part).lower() for part in path.split("/") if part and part != "."]
    if parts and parts[-1].startswith(("index.", "default.")):
        parts.pop()
    elif parts:
        parts[-1] = _ENDING.sub("", parts[-1])
    return tuple(parts)


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae"})


def _forms(text: str) -> set[str]:
    """The letters of a name as addresses have them: `Food & Drink` is `food-drink`, `food-and-drink`."""
    low = text.casefold()
    found = {folded(low), folded(low.translate(_UMLAUTS))}
    if "&" in low:
        found.update(folded(low.replace("&", f" {joint} ")) for joint in vocabulary().joints_of_names)
    else:
        joints = vocabulary().joints_of_names
        found.add(folded("".join(word for word in low.split() if word not in joints)))
    return found

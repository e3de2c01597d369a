"""Who wrote it: people's names, from markup that says so or from the line under the headline that does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsparse.model import Sourced
from newsparse.readers.address import host_of
from newsparse.readers.html.metadata.bylines import EASTERN, led, led_by, linked_with, near_headline, says_by, unjoined
from newsparse.readers.html.metadata.cleaning import clean
from newsparse.readers.html.metadata.evidence import Evidence, Marked
from newsparse.readers.html.metadata.json_ld import first_text, texts_of, types_of
from newsparse.readers.html.metadata.lenient_json import Json
from newsparse.readers.html.metadata.names import folded, has_given_name, is_given_name, is_person, names_in
from newsparse.readers.html.metadata.signatures import led_anywhere, mailed, owner, scripted, signed_below
from newsparse.readers.html.metadata.surroundings import Surroundings
from newsparse.readers.html.metadata.vocabulary import vocabulary
from newsparse.readers.html.metadata.words import words

_AUTHOR_CLASS = re.compile(
    r"byline|author|autor(?!ad)|verfasser|redakteur|writer|contributor|\bcreator|by-line|posted-by|signature|\bpen\b"
)
_NAME_CLASS = re.compile(
    r"\bauthor vcard\b|\bvcard author\b|(?:author|autor|byline|writer)[\w-]*name|name[\w-]*author|author[_-]+link"
    r"|author-title|byline-link"
)
_NOT_AUTHOR_CLASS = re.compile(
    r"comment|avatar|image|img|photo|related|sidebar|widget|teaser|footer|nav|authori[sz]|authorit|search|caption|credit"
)
_BRACKETED = re.compile(r"\s*\([^()]{0,80}\)\s*$")
# `<meta name="author" content="Roe Web Design GmbH">` names who made the site.
_COMPANY = re.compile(
    r"\b(?:GmbH|Inc|LLC|Ltd|Limited|Corp|eG|e\.\s?V|KG|AG|SE|plc|S\.A|S\.r\.l|S\.p\.A|B\.V|N\.V|a\.\s?s|s\.r\.o|sp\.\sz\so|Oyj?|ApS|A/S|Kft)\b"
    r"|Copyright|All rights reserved",
    re.IGNORECASE,
)

_TAIL = re.compile(r"\S\s+[|–—·•»-]\s+\S$")
# `jroe`: what the system calls who entered the text; an author only where the page shows it.
_ACCOUNT = re.compile(r"[a-z]{4,}")


# `Roe, Jane`, as catalogues have it
_INVERTED = re.compile(r"[\w'’-]+, [\w'’-]+")
_CATALOGUE = frozenset(("citation_author", "dc.creator", "dcterms.creator"))


class Found(NamedTuple):
    """Names and where they come from."""

    source: str
    names: tuple[str, ...]


def find_authors(
    evidence: Evidence, around: Surroundings, outlets: frozenset[str], title: str, html: str
) -> Sourced[tuple[str, ...]] | None:
    """Return the authors of the surest source that names any; a person's name goes before an account's."""
    fallback: Found | None = None
    headline = folded(title)
    collective = _collective(evidence, around, outlets)
    news = any("news" in kind for node in evidence.graph.articles for kind in types_of(node))
    account = news and all(name.isalpha() and name.istitle() and folded(name) not in outlets for name in collective)
    for found in _sources(evidence, around, outlets, signed=not collective or account):
        if not found.names or (found.source == "byline" and all(folded(name) in headline for name in found.names)):
            continue
        if any(is_person(name) for name in found.names):
            if found.source in ("json-ld", "meta") and (shown := _contradiction(found.names, around, outlets)):
                return Sourced(value=shown, source="byline")
            return _with_colleagues(found, evidence, around, outlets)
        fallback = fallback or found
    if collective:
        if fallback is None or fallback.source == "json-ld":
            fallback = Found("json-ld", collective)
    elif fallback is None or (fallback.source == "byline" and not all(map(is_given_name, fallback.names))):
        fallback = next((found for found in _signatures(evidence, around, outlets, html) if found.names), fallback)
    return None if fallback is None else Sourced(value=fallback.names, source=fallback.source)


def _collective(evidence: Evidence, around: Surroundings, outlets: frozenset[str]) -> tuple[str, ...]:
    """The agency, account or outlet that JSON-LD names as the author; an outlet only where it publishes news."""
    graph = evidence.graph
    for node in (*graph.articles, *graph.works, *graph.pages):
        news = any("news" in kind for kind in types_of(node))
        names = _json_ld_names(evidence, node.get("author") or node.get("creator"))
        names = [name for name in names if news or not _ACCOUNT.fullmatch(name) or around.shows(name)]
        if names_in(names, outlets=frozenset() if news else outlets):
            return names_in(names)  # beside an agency the outlet is an author too: `The Paper and AP`
    return ()


def _contradiction(names: tuple[str, ...], around: Surroundings, outlets: frozenset[str]) -> tuple[str, ...]:
    """The people of a visible byline, where it names others than the markup does: who enters a text may not have written it."""
    shown = folded(" ".join(line.text for line in (*around.after[:14], *around.before[:5])))
    if any(folded(name) in shown for name in names):
        return ()
    visible = led_by(around.after[:8], outlets)
    return visible if any(is_person(name) for name in visible) else ()


def _with_colleagues(
    found: Found, evidence: Evidence, around: Surroundings, outlets: frozenset[str]
) -> Sourced[tuple[str, ...]]:
    """The authors, with those whom the byline or another `<meta>` names beside them: JSON-LD often has the first alone."""
    if found.source == "json-ld" and len(found.names) == 1:
        first = found.names[0]
        others = [
            Found("meta", names_in(evidence.meta[name], outlets=outlets, strict=True))
            for name in ("article:author_name", "author")
            if name in evidence.meta
        ]
        others += [Found("byline", linked_with(line, outlets)) for line in around.after[:8] if first in line.text]
        for other in others:
            if len(other.names) > 1 and first in other.names:
                return Sourced(value=other.names, source=other.source)
    return Sourced(value=found.names, source=found.source)


def outlet_names(evidence: Evidence) -> frozenset[str]:
    """The site's own names, folded: an outlet is no author."""
    names = {
        text
        for _, text in evidence.all("og:site_name", "application-name", "al:ios:app_name", "dc.publisher", "publisher")
    }
    for node in (*evidence.graph.articles, *evidence.graph.pages, *evidence.graph.works):
        names.update(texts_of(node.get("publisher")))
    for node in evidence.graph.others:
        if not types_of(node).isdisjoint(vocabulary().organisations):
            names.add(first_text(node, "name"))
    host = host_of(evidence.url)
    parts = host.removeprefix("www.").split(".")
    names.update((host, host.removeprefix("www."), "".join(parts[:-1]), parts[-2] if len(parts) > 1 else ""))
    names.update([_BRACKETED.sub("", name) for name in names])  # `The Paper (www.thepaper.example)`
    return frozenset(key for name in names if (key := folded(name)))


def _sources(evidence: Evidence, around: Surroundings, outlets: frozenset[str], *, signed: bool) -> Iterator[Found]:
    """Names by source, surest first; each is worked out only when those before it gave none.

    Where markup names an outlet (not `signed`), only a byline that says `By` names someone else.
    """
    graph = evidence.graph
    news = any("news" in kind for node in graph.articles for kind in types_of(node))
    for node in (*graph.articles, *graph.works, *graph.pages):
        names = _json_ld_names(evidence, node.get("author") or node.get("creator"))
        names = [name for name in names if not _ACCOUNT.fullmatch(name) or around.shows(name)]
        people = names_in(names, outlets=_impersonal(outlets, names))
        # beside a person an agency, or the outlet, is an author too: `Jane Roe`, `AP`
        yield Found("json-ld", names_in(names) if any(is_person(name) for name in people) else people)
    for name in vocabulary().people:
        if name == "author" and not (news or _stands_for_article(evidence, around)):
            continue
        if name in evidence.meta and (lines := _meta_lines(evidence, name, outlets, news=news)):
            yield Found("meta", names_in(lines, outlets=_impersonal(outlets, lines)))
    if (label := evidence.first("twitter:label1")) and words().by.match(f"{label[1]} "):
        yield Found("meta", names_in([text for _, text in evidence.all("twitter:data1")], outlets=outlets))
    for label_name in ("rel", "itemprop"):
        marked = [one for one in evidence.marked if "author" in (one.attributes.get(label_name) or "").lower().split()]
        if label_name == "itemprop" and (named := _named(marked, outlets)):
            yield Found(label_name, named)
        yield Found(label_name, _first_group(marked, outlets))
    yield Found("byline", near_headline(around, outlets) if signed else led(around, outlets))
    if not signed:
        return
    classed = tuple(evidence.signed())
    for pattern in (_NAME_CLASS, _AUTHOR_CLASS):
        marked = [one for one in classed if pattern.search(one.names) and not _NOT_AUTHOR_CLASS.search(one.names)]
        marked = [one for one in marked[:12] if not _of_another(one, around)]
        yield Found("byline", _first_group(marked, outlets, strict=pattern is _AUTHOR_CLASS))


def _of_another(one: Marked, around: Surroundings) -> bool:
    """Whether an element stands in an `<article>` or list item with another heading than the page's: a teaser's byline."""
    here = one.node.parent
    for _ in range(5):
        if here is None or here.tag in ("body", "main"):
            return False
        if here.tag in ("article", "li"):
            headings = here.css("h1,h2,h3,h4")[:20]
            anchor = around.anchor.node.mem_id if around.anchor is not None else 0
            return bool(anchor and headings) and all(heading.mem_id != anchor for heading in headings)
        here = here.parent
    return False


def _stands_for_article(evidence: Evidence, around: Surroundings) -> bool:
    """Whether `<meta name="author">` can be the article's author, not who made the site.

    Templates put the latter on every page; a page that says in no other way that it is an article must show the name.
    """
    if evidence.graph.articles or not evidence.meta.get("author"):
        return True
    if any(name.startswith("article:") for name in evidence.meta) or evidence.first(*vocabulary().published):
        return True
    kind = evidence.first("og:type")
    if kind is not None and kind[1].lower() == "article":
        return True
    return any(around.shows(name) for name in evidence.meta["author"][:5] if name)


def _meta_lines(evidence: Evidence, name: str, outlets: frozenset[str], *, news: bool) -> list[str]:
    """The author lines of the `<meta>` elements of one name, without those that name the site or who made it."""
    lines = [
        text
        for text in evidence.meta[name]
        if text
        and not text.startswith(("http", "/"))
        and not _COMPANY.search(text)
        and (news or not _names_site(text, outlets, evidence.page_title))
    ]
    if len(lines) > 1 and all(text.count(", ") == 1 for text in lines):  # `Roe, Jane` and `Doe, John`, as in catalogues
        return [" ".join(reversed(text.split(", "))) for text in lines]
    if len(lines) == 1 and name in _CATALOGUE and _INVERTED.fullmatch(lines[0]):
        return [" ".join(reversed(lines[0].split(", ")))]
    return lines


def _names_site(text: str, outlets: frozenset[str], title: str) -> bool:
    """Whether `<meta name="author">` names the site or its owner: `Harbour Museum, Whitport`, where that is the museum's site.

    The name is the site's, has all of its words in another order, or goes on with an address; or the page's title ends in it.
    """
    if is_person(text) and has_given_name(text):
        return False
    lead, key = folded(text.split(",", 1)[0]), folded(text)
    if lead in outlets or (title.endswith(text) and _TAIL.search(title, 0, len(title) - len(text) + 1)):
        return True
    letters = sorted(key)
    return len(key) > 6 and any(key in name or letters == sorted(name) for name in outlets)


def _signatures(evidence: Evidence, around: Surroundings, outlets: frozenset[str], html: str) -> Iterator[Found]:
    """The people that a page without markup and byline names as authors elsewhere, surest first."""
    yield Found("byline", _namesake(evidence, around, outlets))
    yield Found("byline", signed_below(around, outlets))
    yield Found("byline", led_anywhere(around, outlets))
    yield Found("byline", mailed(around, outlets))
    yield Found("site", owner(evidence, around))
    yield Found("script", scripted(html, outlets))


def _namesake(evidence: Evidence, around: Surroundings, outlets: frozenset[str]) -> tuple[str, ...]:
    """The person whose name the site bears, where markup and a byline both name them: `By Jane Roe` on the site of Jane Roe."""
    graph = evidence.graph
    nodes = (*graph.articles, *graph.works, *graph.pages)
    for name in (
        *(name for node in nodes for name in _json_ld_names(evidence, node.get("author"))),
        *evidence.meta.get("author", ()),
    ):
        if folded(name) in outlets and is_person(name) and says_by(around, name):
            return names_in([name])
    return ()


def _impersonal(outlets: frozenset[str], names: Sequence[str]) -> frozenset[str]:
    """The outlets that are no person: a site may bear its author's name (`Jane Roe` at janeroe.example)."""
    return outlets - {folded(name) for name in names if is_person(name) and not EASTERN.search(name)}


def _json_ld_names(evidence: Evidence, value: Json) -> list[str]:
    """The names of `author`: persons, references to persons, or plain text."""
    found: list[str] = []
    waiting = [value]
    while waiting and len(found) < 100:
        person = waiting.pop(0)
        match person:
            case list():
                waiting[:0] = person[:100]
                continue
            case {"@list": list() as listed} | {"@set": list() as listed}:
                waiting[:0] = listed[:100]
                continue
            case {"@id": str() as identity} if not person.get("name"):
                person = evidence.graph.by_id.get(identity, person)
        named = person
        if isinstance(person, dict):
            named = person.get("name") or " ".join(texts_of([person.get("givenName"), person.get("familyName")]))
        found += [text for text in texts_of(named) if not text.startswith("http")]
    return found


def _named(marked: Sequence[Marked], outlets: frozenset[str]) -> tuple[str, ...]:
    """The names of microdata's persons, without their offices: `<p itemprop=author>… <b itemprop=name>Jane Roe</b>`."""
    for one in marked[:12]:
        if (inner := one.node.css_first("[itemprop=name]")) is None or inner.tag == "meta":
            continue
        parent = one.node.parent
        beside = [other for other in marked[:12] if parent is not None and other.node.parent == parent]
        nodes = [node for other in beside or [one] for node in other.node.css("[itemprop=name]")[:4]]
        return names_in([clean(node.text(separator=" ")[:200]) for node in nodes], outlets=outlets)
    return ()


def _first_group(marked: Sequence[Marked], outlets: frozenset[str], *, strict: bool = False) -> tuple[str, ...]:
    """The names of the first element that has any, and of its like right after it (one element for each author)."""
    for at, one in enumerate(marked[:12]):
        if names := names_of_element(one, outlets, strict=strict):
            parent = one.node.parent
            for other in marked[at + 1 : at + 12]:
                if (
                    other.names == one.names
                    and other.tag == one.tag
                    and parent is not None
                    and other.node.parent == parent
                ):
                    names += tuple(
                        name for name in names_of_element(other, outlets, strict=strict) if name not in names
                    )
            return names
    return ()


def names_of_element(one: Marked, outlets: frozenset[str], *, strict: bool) -> tuple[str, ...]:
    """The names in an element, whose parts may be label, name, role, date: `By | Jane Roe | Senior writer | 3 May`."""
    parts = tuple(one.parts())
    if not parts or len(parts) > 25:
        return ()
    found: list[str] = []
    joined = True
    for part in parts:
        bare = part.strip(" ,;|/·•&–—-")
        if not bare or words().joint_only.fullmatch(bare):
            joined = True
            continue
        if words().by_only.fullmatch(bare):
            joined = True
            continue
        if found and not (joined or words().joint_first.match(part) or is_person(part)):
            break
        part = unjoined(part) if found else part  # noqa: PLW2901 - `and Jane Roe` after `John Doe`
        names = names_in([part], outlets=outlets, strict=strict or len(parts) > 6)
        if not names:
            if found:
                break
            continue
        found += [name for name in names if name not in found]
        joined = part.rstrip().endswith((",", "&", ";", "|")) or part.rstrip().split(" ")[-1].lower() in (
            "and",
            "und",
            "et",
            "y",
        )
    return tuple(found)

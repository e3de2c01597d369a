"""Who wrote it: people's names, from markup that says so or from the line under the headline that does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from newsparse.model import Sourced
from newsparse.readers.html.metadata.evidence import Evidence, Marked
from newsparse.readers.html.metadata.json_ld import first_text, texts_of, types_of
from newsparse.readers.html.metadata.lenient_json import Json
from newsparse.readers.html.metadata.moments import find_moments
from newsparse.readers.html.metadata.names import folded, is_person, names_in
from newsparse.readers.html.metadata.surroundings import Line, Surroundings
from newsparse.readers.html.metadata.vocabulary import vocabulary
from newsparse.readers.html.metadata.words import words

_AUTHOR_CLASS = re.compile(
    r"byline|author|autor(?!ad)|verfasser|redakteur|writer|contributor|\bcreator|by-line|posted-by|signature|\bpen\b"
)
_NAME_CLASS = re.compile(
    r"(?:author|autor|byline|writer)[\w-]*name|name[\w-]*author|author[_-]+link|author-title|byline-link"
)
_NOT_AUTHOR_CLASS = re.compile(
    r"comment|avatar|image|img|photo|related|sidebar|widget|teaser|footer|nav|authori[sz]|authorit|search|caption|credit"
)
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|in|es)?|auteurs?|people|profiles?|contributors?|writers?|staff|journalists?|redakteure?|redaktion/\w|by|"
    r"team|bio|users?|experts?|columnists?|correspondents?|mitarbeiter|personen?|journalisten?|autore|firma|profil|skribent)s?[/?=]|[?&]author=",
)
_BRACKETED = re.compile(r"\s*\([^()]{0,80}\)\s*$")
_TOPIC_PAGE = re.compile(
    r"/(?:categor(?:y|ies)|kategorien?|tags?|topics?|themen?|themes?|sections?|rubriken?|search)[/?=]"
)
# `<meta name="author" content="Roe Web Design GmbH">` names who made the site.
_COMPANY = re.compile(
    r"\b(?:GmbH|Inc|LLC|Ltd|eG|e\.\s?V|KG|AG|plc|S\.A|S\.r\.l|B\.V)\b|Copyright|All rights reserved", re.IGNORECASE
)

_EASTERN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")


class Found(NamedTuple):
    """Names and where they come from."""

    source: str
    names: tuple[str, ...]


def find_authors(
    evidence: Evidence, around: Surroundings, outlets: frozenset[str], title: str
) -> Sourced[tuple[str, ...]] | None:
    """Return the authors of the surest source that names any; a person's name goes before an account's."""
    fallback: Found | None = None
    headline = folded(title)
    collective = _collective(evidence, outlets)
    for found in _sources(evidence, around, outlets, signed=not collective):
        if not found.names or (found.source == "byline" and all(folded(name) in headline for name in found.names)):
            continue
        if any(is_person(name) for name in found.names):
            if found.source in ("json-ld", "meta") and (shown := _contradiction(found.names, around, outlets)):
                return Sourced(value=shown, source="byline")
            return Sourced(value=found.names, source=found.source)
        fallback = fallback or found
    fallback = fallback or (Found("json-ld", collective) if collective else None)
    return None if fallback is None else Sourced(value=fallback.names, source=fallback.source)


def _collective(evidence: Evidence, outlets: frozenset[str]) -> tuple[str, ...]:
    """The agency, account or outlet that JSON-LD names as the author; an outlet only where it publishes news."""
    graph = evidence.graph
    for node in (*graph.articles, *graph.works, *graph.pages):
        news = any("news" in kind for kind in types_of(node))
        names = _json_ld_names(evidence, node.get("author") or node.get("creator"))
        if found := names_in(names, outlets=frozenset() if news else outlets):
            return found
    return ()


def _contradiction(names: tuple[str, ...], around: Surroundings, outlets: frozenset[str]) -> tuple[str, ...]:
    """The people of a visible byline, where it names others than the markup does: who enters a text may not have written it."""
    shown = folded(" ".join(line.text for line in (*around.after[:14], *around.before[:5])))
    if any(folded(name) in shown for name in names):
        return ()
    visible = _led_by(around.after[:8], outlets)
    return visible if any(is_person(name) for name in visible) else ()


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
    host = urlsplit(evidence.url).hostname or ""
    parts = host.removeprefix("www.").split(".")
    names.update((host, host.removeprefix("www."), "".join(parts[:-1]), parts[-2] if len(parts) > 1 else ""))
    names.update([_BRACKETED.sub("", name) for name in names])  # `The Paper (www.thepaper.example)`
    return frozenset(key for name in names if (key := folded(name)))


def _sources(evidence: Evidence, around: Surroundings, outlets: frozenset[str], *, signed: bool) -> Iterator[Found]:
    """Names by source, surest first; each is worked out only when those before it gave none.

    Where markup names an outlet (not `signed`), only a byline that says `By` names someone else.
    """
    graph = evidence.graph
    for node in (*graph.articles, *graph.works, *graph.pages):
        names = _json_ld_names(evidence, node.get("author") or node.get("creator"))
        people = names_in(names, outlets=_impersonal(outlets, names))
        # beside a person an agency, or the outlet, is an author too: `Jane Roe`, `AP`
        yield Found("json-ld", names_in(names) if any(is_person(name) for name in people) else people)
    for name in vocabulary().people:
        lines = [
            text
            for text in evidence.meta.get(name, ())
            if text and not text.startswith(("http", "/")) and not _COMPANY.search(text)
        ]
        yield Found("meta", names_in(lines, outlets=_impersonal(outlets, lines)))
    if (label := evidence.first("twitter:label1")) and words().by.match(f"{label[1]} "):
        yield Found("meta", names_in([text for _, text in evidence.all("twitter:data1")], outlets=outlets))
    for label_name in ("rel", "itemprop"):
        marked = [one for one in evidence.marked if "author" in (one.attributes.get(label_name) or "").lower().split()]
        yield Found(label_name, _first_group(marked, outlets))
    yield Found("byline", _byline_below(around, outlets) if signed else _led(around, outlets))
    if not signed:
        return
    classed = tuple(evidence.signed())
    for pattern in (_NAME_CLASS, _AUTHOR_CLASS):
        marked = [one for one in classed if pattern.search(one.names) and not _NOT_AUTHOR_CLASS.search(one.names)]
        yield Found("byline", _first_group(marked, outlets, strict=pattern is _AUTHOR_CLASS))


def _impersonal(outlets: frozenset[str], names: Sequence[str]) -> frozenset[str]:
    """The outlets that are no person: a site may bear its author's name (`Jane Roe` at janeroe.example)."""
    return outlets - {folded(name) for name in names if is_person(name) and not _EASTERN.search(name)}


def _json_ld_names(evidence: Evidence, value: Json) -> list[str]:
    """The names of `author`: persons, references to persons, or plain text."""
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        person = one
        if isinstance(one, dict) and isinstance(one.get("@id"), str) and not one.get("name"):
            person = evidence.graph.by_id.get(one["@id"], one)
        named = person.get("name") if isinstance(person, dict) else person
        found += [text for text in texts_of(named) if not text.startswith("http")]
    return found


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
        part = _unjoined(part) if found else part  # noqa: PLW2901 - `and Jane Roe` after `John Doe`
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


def _byline_below(around: Surroundings, outlets: frozenset[str]) -> tuple[str, ...]:
    """The names of a line near the headline that begins with `By`, links to an author's page, or stands beside a date."""
    lines = (*around.after[:14], *around.before[:5])
    if names := _led(around, outlets):
        return names
    for line in lines:
        linked = [piece.text for piece in line.pieces if piece.href and _AUTHOR_PAGE.search(piece.href)]
        if linked and len(line.text) < 300 and (names := names_in(linked, outlets=outlets, strict=True)):
            return names
    return _beside_date(around.after[:12], outlets) or _beside_date(around.before[:4], outlets)


def _led(around: Surroundings, outlets: frozenset[str]) -> tuple[str, ...]:
    """The names after `By` below the headline or else above it; people go before accounts."""
    below = _led_by(around.after[:14], outlets)
    if any(is_person(name) for name in below):
        return below
    above = _led_by(tuple(reversed(around.before[:5])), outlets)
    return above if any(is_person(name) for name in above) else below or above


def _led_by(lines: Sequence[Line], outlets: frozenset[str]) -> tuple[str, ...]:
    """The names of the first line that begins with `By`."""
    for at, line in enumerate(lines):
        match = words().by.match(line.text + " ") if len(line.text) < 200 else None
        if match is None:
            continue
        if match.end() >= len(line.text) and at + 1 < len(lines):  # `By` on a line of its own
            line = Line(f"{line.text} {lines[at + 1].text}", (*line.pieces, *lines[at + 1].pieces))  # noqa: PLW2901
        if names := _line_names(line, match.end(), outlets):
            return names
    return ()


def _line_names(line: Line, start: int, outlets: frozenset[str]) -> tuple[str, ...]:
    """The names after `By`: the pieces that are names, as far as they follow each other."""
    if len(line.pieces) > 1:
        found: list[str] = []
        for piece in line.pieces:
            text = _unjoined(piece.text) if found else piece.text
            names = names_in([text], outlets=outlets, strict=not (piece.href and _AUTHOR_PAGE.search(piece.href)))
            if names:
                found += [name for name in names if name not in found]
            elif found and not words().joint_only.fullmatch(piece.text.strip(" ,;")) and piece.text.strip(" ,;|"):
                break
        if found:
            return tuple(found)
    if names := names_in([line.text[start:]], outlets=outlets, strict=True):
        return names
    # `By Jane on 3 May`, `von roe22`: an account or a first name, if the line has nothing else
    names = names_in([line.text[start:]], outlets=outlets) if len(line.text) < 70 else ()
    return (
        names
        if len(names) == 1 and len(names[0].split()) == 1 and len(names[0]) > 2 and not words().never.search(names[0])
        else ()
    )


def _beside_date(lines: Sequence[Line], outlets: frozenset[str]) -> tuple[str, ...]:
    """A line that is nothing but full names, where a date stands in it or next to it, above the running text."""
    head: list[Line] = []
    long = 0
    for line in lines:
        long += len(line.text) > 140
        if long > 1:
            break
        head.append(line)
    dated = [at for at, line in enumerate(head) if len(line.text) < 100 and next(find_moments(line.text), None)]
    for at in dated[:2]:
        for other in (at, at - 1, at + 1, at - 2, at + 2):
            if 0 <= other < len(head) and (names := _only_names(head[other], outlets)):
                return names
    return ()


def _only_names(line: Line, outlets: frozenset[str]) -> tuple[str, ...]:
    """The names of a line that has nothing else but a date; a link must lead to somebody's page."""
    if len(line.text) > 100:
        return ()
    found: list[str] = []
    for piece in line.pieces:
        names = names_in([piece.text], outlets=outlets, strict=True)
        for name in names:
            if _EASTERN.search(name) or (piece.href and not _leads_to(piece.href, name)):
                return ()
        if not names and not found and next(find_moments(piece.text), None) is None and len(piece.text) > 3:
            return ()
        found += [name for name in names if name not in found]
    return tuple(found) if len(found) < 4 else ()


def _leads_to(href: str, name: str) -> bool:
    """Whether an address is that of a person's page."""
    if _TOPIC_PAGE.search(href):
        return False
    return _AUTHOR_PAGE.search(href) is not None or folded(name.rsplit(maxsplit=1)[-1]) in folded(href)


def _unjoined(text: str) -> str:
    """A piece of a byline without the conjunction or comma it begins with: `and Jane Roe` is `Jane Roe`."""
    match = words().joint_first.match(text)
    return text if match is None else text[match.end() :]

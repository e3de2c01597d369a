"""The lines around the headline that say who wrote the article: led by `By`, linked to an author's page, or beside a date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsparse.readers.html.metadata.moments import find_moments
from newsparse.readers.html.metadata.names import folded, has_given_name, is_person, names_in
from newsparse.readers.html.metadata.surroundings import Line, Surroundings
from newsparse.readers.html.metadata.words import may_lead, words

_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|in|es)?|auteurs?|people|profiles?|contributors?|writers?|staff|journalists?|redakteure?|redaktion/\w|by|"
    r"team|bio|users?|experts?|columnists?|correspondents?|mitarbeiter|personen?|journalisten?|autore|firma|profil|skribent)s?[/?=]|[?&]author=",
)
_TOPIC_PAGE = re.compile(
    r"/(?:categor(?:y|ies)|kategorien?|tags?|topics?|themen?|themes?|sections?|rubriken?|search)[/?=]"
)
_CLOCK = re.compile(r"(?:\s+(?:Uhr|um|at|h))?[\s,;|/·•–—-]*")
_DIGIT = re.compile(r"\d")
EASTERN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")


def near_headline(around: Surroundings, outlets: frozenset[str]) -> tuple[str, ...]:
    """The names of a line near the headline that begins with `By`, links to an author's page, or stands beside a date.

    What stands above the running text goes before what stands in it or, on a short page, below it.
    """
    head, above = _head(around.after[:14]), around.before[:5]
    # what follows a heading below the text is another article's: `Gulls win`, `By Jane Roe`
    rest = [line for at, line in enumerate(around.after[:14]) if at >= len(head) and not around.after[at - 1].heading]
    below = led_by(head, outlets)
    if any(is_person(name) for name in below):
        return below
    return (
        _linked(head, outlets)
        or _beside_date(head[:12], outlets)
        or _led(head, above, outlets)
        or _linked(above, outlets)
        or _beside_date(above[:4], outlets)
        or led_by(rest, outlets)
        or _linked(rest, outlets)
    )


def led(around: Surroundings, outlets: frozenset[str]) -> tuple[str, ...]:
    """The names after `By` below the headline or else above it, or linked to authors' pages; people go before accounts."""
    found = _led(around.after[:14], around.before[:5], outlets)
    return found or _linked(_head(around.after[:14]), outlets)


def says_by(around: Surroundings, name: str) -> bool:
    """Whether a line above the text begins with `By` and that name."""
    for line in (*_head(around.after[:14]), *around.before[:5]):
        match = _lead(line.text, words().by) if name in line.text and len(line.text) < 200 else None
        if match is not None and line.text.startswith(name, match.end()):
            return True
    return False


def _led(after: Sequence[Line], before: Sequence[Line], outlets: frozenset[str]) -> tuple[str, ...]:
    below = led_by(after, outlets)
    if any(is_person(name) for name in below):
        return below
    above = led_by(tuple(reversed(before)), outlets)
    return above if any(is_person(name) for name in above) else below or above


def _head(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines above the running text, and the standfirst: all before the second long line."""
    long = 0
    for at, line in enumerate(lines):
        long += len(line.text) > 100
        if long > 1:
            return lines[:at]
    return lines


def _linked(lines: Sequence[Line], outlets: frozenset[str]) -> tuple[str, ...]:
    """The names of the first line that links to an author's page."""
    for line in lines:
        names = linked_with(line, outlets)
        if any(map(has_given_name, names)) or (names and all(_has_page(line, name) for name in names)):
            return names
    return ()


def _has_page(line: Line, name: str) -> bool:
    """Whether an address in the line has the name: `/author/jane-roe`."""
    return any(folded(name) in folded(piece.href) for piece in line.pieces)


def linked_with(line: Line, outlets: frozenset[str]) -> tuple[str, ...]:
    """The names in a line that link to authors' pages."""
    linked = [piece.text for piece in line.pieces if piece.href and _AUTHOR_PAGE.search(piece.href)]
    return names_in(linked, outlets=outlets, strict=True) if linked and len(line.text) < 300 else ()


def led_by(lines: Sequence[Line], outlets: frozenset[str], lead: re.Pattern[str] | None = None) -> tuple[str, ...]:
    """The names of the first line that begins with `By`, or with what `lead` matches."""
    lead = lead or words().by
    for at, line in enumerate(lines):
        match = _lead(line.text, lead) if len(line.text) < 200 else None
        if match is None:
            continue
        if match.end() >= len(line.text) and at + 1 < len(lines):  # `By` on a line of its own
            whole = Line(f"{line.text} {lines[at + 1].text}", (*line.pieces, *lines[at + 1].pieces))
        else:
            whole = line
        if names := _line_names(whole, match.end(), outlets):
            return names
    return ()


def _lead(text: str, lead: re.Pattern[str]) -> re.Match[str] | None:
    """Where a line begins with what `lead` matches, or has it right after a date: `3 May 2021, 13:30 by Jane Roe`."""
    if may_lead(text) and (match := lead.match(text + " ")):
        return match
    if len(text) > 100:
        return None
    if "：" in text or ":" in text:
        labelled = words().labelled.search(text)
        if labelled and (match := lead.match(text + " ", labelled.start(1))):
            return match
    if (moment := next(find_moments(text), None)) is None:
        return None
    clock = _CLOCK.match(text, moment.end)
    return lead.match(text + " ", clock.end() if clock else moment.end)


def _line_names(line: Line, start: int, outlets: frozenset[str]) -> tuple[str, ...]:
    """The names after `By`: the pieces that are names, as far as they follow each other."""
    if len(line.pieces) > 1:
        found: list[str] = []
        for piece in line.pieces:
            text = unjoined(piece.text) if found else piece.text
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
        if len(names) == 1
        and len(names[0].split()) == 1
        and len(names[0]) > 2
        and not words().never.search(names[0])
        and line.text[start:].lstrip(' :*-–—"').startswith(names[0])
        else ()
    )


def _beside_date(lines: Sequence[Line], outlets: frozenset[str]) -> tuple[str, ...]:
    """A line that is nothing but full names, where a date stands in it or next to it, above the running text."""
    head = _head(lines)
    dated = [at for at, line in enumerate(head) if len(line.text) < 100 and _tells_when(line.text)]
    for at in dated[:2]:
        nearest: tuple[str, ...] = ()
        for other in (at, at - 1, at + 1, at - 2, at + 2):
            names = _only_names(head[other], outlets) if 0 <= other < len(head) else ()
            if names and all(map(has_given_name, names)):
                return names  # before a place that stands nearer: `Jane Roe`, `Port Sable`, `4 May`
            if abs(other - at) < 2:
                nearest = nearest or names
        if nearest:
            return nearest
    return ()


def _tells_when(text: str) -> bool:
    """Whether a line has a date, or says that it tells one: `Published 2 hours ago`, `Updated 15.59`."""
    if next(find_moments(text), None) is not None:
        return True
    return (
        len(text) < 60
        and _DIGIT.search(text) is not None
        and (words().published.match(text) or words().modified.match(text)) is not None
    )


def _only_names(line: Line, outlets: frozenset[str]) -> tuple[str, ...]:
    """The names of a line that has nothing else but a date; a link must lead to somebody's page."""
    if len(line.text) > 100 or line.heading:
        return ()
    found: list[str] = []
    for piece in line.pieces:
        names = names_in([piece.text], outlets=outlets, strict=True)
        if names and _says_more(piece.text, names):
            return ()
        for name in names:
            unsigned = EASTERN.search(name) and not words().role_last.search(piece.text)
            if unsigned or (piece.href and not _leads_to(piece.href, name)):
                return ()
        if not names and not found and next(find_moments(piece.text), None) is None and len(piece.text) > 3:
            return ()
        found += [name for name in names if name not in found]
    return tuple(found) if len(found) < 4 else ()


def _says_more(text: str, names: Sequence[str]) -> bool:
    """Whether a text is more than names, their offices and a date: a caption, say, or a picture's credit."""
    moment = next(find_moments(text), None)
    said = len(text[: moment.start if moment else None].split()) - sum(len(name.split()) for name in names)
    after = len(text[moment.end :].split()) if moment else 0
    return said > 5 or after > 8 or words().pictures.search(text) is not None


def _leads_to(href: str, name: str) -> bool:
    """Whether an address is that of a person's page."""
    if _TOPIC_PAGE.search(href):
        return False
    return _AUTHOR_PAGE.search(href) is not None or folded(name.rsplit(maxsplit=1)[-1]) in folded(href)


def unjoined(text: str) -> str:
    """A piece of a byline without the conjunction or comma it begins with: `and Jane Roe` is `Jane Roe`."""
    match = words().joint_first.match(text)
    return text if match is None else text[match.end() :]

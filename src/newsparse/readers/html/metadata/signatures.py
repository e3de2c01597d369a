"""Who wrote the article, where no markup and no line by the headline says it: who signs it, whose site it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from newsparse.readers.address import host_of
from newsparse.readers.html.metadata.bylines import led_by
from newsparse.readers.html.metadata.evidence import Evidence
from newsparse.readers.html.metadata.json_ld import first_text, types_of
from newsparse.readers.html.metadata.names import folded, has_given_name, is_person, names_in
from newsparse.readers.html.metadata.surroundings import Line, Piece, Surroundings
from newsparse.readers.html.metadata.words import may_lead, words

_TAIL = re.compile(r"\s[|–—·•-]\s")
_POSSESSIVE = re.compile(r"['’]s\s.*$")
# `"articleAuthor":"Jane Roe"`, `"authors":["Jane Roe"`, also escaped in a string
_SCRIPTED = re.compile(
    r"[Aa]uthors?(?:[_-]?[Nn]ames?)?\\?[\"']\s{0,3}:\s{0,3}\[?\s{0,3}\\?([\"'])([^\"'\\<>{}\[\]]{4,80})\\?\1"
)
_MAIL = re.compile(r"([\w.+-]{3,64})@[\w-]{2,63}\.")
_MOST_SCRIPTED, _MOST_SIGNED, _MOST_NAMES = 60, 20, 20


def signed_below(around: Surroundings, outlets: frozenset[str]) -> tuple[str, ...]:
    """The people of the first line, anywhere after the headline, that says it names the author: `Written by Jane Roe`.

    It may stand in brackets: `(Reporting by Jane Roe; editing by …)`.
    """
    lead = words().signed
    lines = around.below()
    leading = (
        at
        for at, text in enumerate(lines)
        if len(text) < 200 and (may_lead(text) or text[:1] == "(") and lead.match(f"{text.removeprefix('(')} ")
    )
    for at in islice(leading, _MOST_SIGNED):
        shown = [Line(one, (Piece(one, ""),)) for one in (lines[at].removeprefix("("), *lines[at + 1 : at + 2])]
        names = led_by(shown, outlets, lead)
        if any(is_person(name) for name in names):
            return names
    return ()


def led_anywhere(around: Surroundings, outlets: frozenset[str]) -> tuple[str, ...]:
    """The people of the first line that begins with `By`, on a page without a heading to look around."""
    if around.anchor is not None:
        return ()
    names = led_by([Line(text, (Piece(text, ""),)) for text in around.lines()[:60]], outlets)
    return names if any(is_person(name) for name in names) else ()


def mailed(around: Surroundings, outlets: frozenset[str]) -> tuple[str, ...]:
    """The person who stands by themselves above, or before, a mail address that has their name: `Jane Roe | jane.roe@…`."""
    found: list[str] = []
    before = ""
    for line in around.lines():
        match = _MAIL.search(line, 0, 200) if "@" in line[:200] else None
        if match is not None:
            local = folded(match[1])
            names = names_in([line[: match.start()] or before], outlets=outlets, strict=True)
            if len(names) == 1 and folded(names[0].split()[-1]) in local and names[0] not in found:
                found += names
        before = line
    return tuple(found) if len(found) < 3 else ()  # more are a masthead


def owner(evidence: Evidence, around: Surroundings) -> tuple[str, ...]:
    """The person whose name the site bears, in its title and in its address, or where it tells whose it is.

    `Jane Roe` writes janeroe.example, and the site that says `© Jane Roe` or `Posted by Jane Roe` and is called by her name.
    """
    address = folded(host_of(evidence.url).removeprefix("www.").rpartition(".")[0])
    for name in islice(dict.fromkeys(_site_names(evidence)), _MOST_NAMES):
        bare = _POSSESSIVE.sub("", name)
        if (
            has_given_name(bare)
            and is_person(bare)
            and (folded(bare) in address or _owns(bare, around))
            and (found := names_in([bare], strict=True))
        ):
            return found
    return ()


def _owns(name: str, around: Surroundings) -> bool:
    """Whether a line of the page says that the site, or what stands there, is `name`'s."""
    for line in around.lines():
        at = line.find(name)
        if at >= 0 and (line[:at].rstrip(" -–0123456789").endswith(("©", "(c)")) or words().by.fullmatch(line[:at])):
            return True
    return False


def _site_names(evidence: Evidence) -> Iterator[str]:
    """What the site calls itself."""
    yield from (text for _, text in evidence.all("og:site_name", "application-name", "author", "twitter:data1"))
    for node in (*evidence.graph.others, *evidence.graph.pages):
        if not types_of(node).isdisjoint(("website", "person")):
            yield first_text(node, "name")
    parts = _TAIL.split(evidence.page_title)
    if len(parts) > 1:
        yield parts[-1]


def scripted(html: str, outlets: frozenset[str]) -> tuple[str, ...]:
    """The first person that the data of the page's scripts calls an author."""
    at = -1
    for _ in range(_MOST_SCRIPTED):
        at = html.find("uthor", at + 1)
        if at < 1:
            break
        if (match := _SCRIPTED.match(html, at - 1)) and (names := names_in([match[2]], outlets=outlets, strict=True)):
            return names
    return ()

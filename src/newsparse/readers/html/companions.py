"""What goes with an article's text and looks like none of it: captions, pull quotes, the title of a table, facts in a list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from selectolax.lexbor import LexborHTMLParser

from newsparse.readers.html.deciding import Verdict
from newsparse.readers.html.evidence import Clues, letters
from newsparse.readers.html.marking import mark_of, markup, tokens_of
from newsparse.readers.html.places import Place
from newsparse.readers.html.survey import FINAL
from newsparse.readers.html.walking import Passages

_CLOCK = re.compile(r"\d[:.]\d\d\b")
_PROSE = 60
_FEWEST = 3
"""Paragraphs whose common element is the body of the article."""
_CAPTION = 400
"""Characters of the longest caption."""
_LEAST = 4
"""Words of the shortest caption, or quotation that is set off."""
_NEAR = 8
"""Passages above the text among which its first caption stands, where no headline is known."""
_PICTURES = 400
_FRONT = 5
"""Passages from the first of the text on among which a byline stands."""
_BYLINE = 120
_STANDFIRST = 40
"""Characters of the shortest standfirst that is a heading below the headline."""


def with_companions(
    passages: Passages, verdicts: Sequence[Verdict], clues: Clues, tree: LexborHTMLParser
) -> list[Verdict]:
    """Return the verdicts with those on captions, bylines, quotations and facts set right that stand with the text."""
    found = _with_headline(passages, list(verdicts), clues)
    content = [at for at, verdict in enumerate(found) if verdict.region == "content" and not verdict.role]
    if not content:
        return found
    headline = next((at for at, verdict in enumerate(found) if verdict.role == "headline"), -1)
    first = headline + 1 if 0 <= headline < content[0] else max(0, content[0] - _NEAR)
    pictured = _pictured(tree)
    body = _body(passages, content)
    for at in range(first, min(len(found), content[-1] + 12)):
        verdict = found[at]
        if verdict.region == "content" or _kind(passages.elements.places[passages.blocks[at]]) not in ("", "media"):
            continue
        if (role := _role(passages, at, pictured, inside=at < content[-1])) == "byline":
            if at < content[0] + _FRONT and len(passages.texts[at]) <= _BYLINE:
                found[at] = verdict._replace(role=role)
        elif role:
            found[at] = Verdict("content", "", role)
        elif at == headline + 1 and _is_standfirst(passages, at, headline):
            found[at] = Verdict("content", "", "standfirst")
        elif content[0] < at < content[-1] and _is_set_off(passages, found, at):
            found[at] = Verdict("content", "", "")
    return _with_facts(passages, found, content, body)


def _with_headline(passages: Passages, verdicts: list[Verdict], clues: Clues) -> list[Verdict]:
    """The headline where blocks stand within its element: `<h1><div>Floods</div><div>A night on the roof</div></h1>`."""
    if any(verdict.role == "headline" for verdict in verdicts):
        return verdicts
    tags, parents = passages.elements.tags, passages.elements.parents
    inside = [at for at, block in enumerate(passages.blocks) if parents[block] >= 0 and tags[parents[block]] == "h1"]
    if not inside or len({parents[passages.blocks[at]] for at in inside}) > 1:
        return verdicts
    told = [at for at in inside if (own := letters(passages.texts[at])) and own in clues.title]
    headline = max(told or inside, key=lambda at: len(passages.texts[at]))
    for at in inside:
        verdicts[at] = Verdict("content", "", "headline" if at == headline else "")
    return verdicts


def _role(passages: Passages, at: int, pictured: set[int], *, inside: bool) -> str:
    """The role of a passage that was taken for furniture: caption or byline by name, or caption by its picture."""
    elements = passages.elements
    block = passages.blocks[at]
    place, text = elements.places[block], passages.texts[at]
    if _kind(place):
        return ""
    roles = _roles(place)
    if "byline" in roles:
        return "byline"
    if len(text) > _CAPTION or passages.links[at] * 2 > len(text) or text.count(" ") < _LEAST - 1 or not inside:
        return ""
    if place.tag in ("h1", "h2", "h3", "h4", "li", "td"):
        return ""
    if _CLOCK.search(text) and len(text) < _PROSE:
        return ""  # `4 May 2024, 17:19 • 8 min read`
    if "caption" in roles:
        return "caption"
    alone = elements.addresses[elements.parents[block]] in pictured
    return "caption" if alone and (text[-1] in FINAL or "©" in text) else ""


def _kind(place: Place | None) -> str:
    """The kind of furniture that the elements above name, `<body class="sidebar-left">` aside."""
    while place is not None and place.tag not in ("html", "body"):
        if kind := mark_of(place.tag, place.names).kind:
            return kind
        place = place.parent
    return ""


def _is_standfirst(passages: Passages, at: int, headline: int) -> bool:
    """Whether a heading right below the headline, in the same element, is long enough to be what the article opens with."""
    blocks, parents = passages.blocks, passages.elements.parents
    return (
        headline >= 0
        and passages.elements.tags[blocks[at]] in ("h2", "h3")
        and parents[blocks[at]] == parents[blocks[headline]]
        and not passages.links[at]
        and len(passages.texts[at]) >= _STANDFIRST
    )


def _pictured(tree: LexborHTMLParser) -> set[int]:
    """The addresses of elements that directly hold one picture."""
    held = Counter(
        parent.mem_id for node in tree.css("img,amp-img,picture")[:_PICTURES] if (parent := node.parent) is not None
    )
    return {address for address, count in held.items() if count == 1}


def _is_set_off(passages: Passages, verdicts: Sequence[Verdict], at: int) -> bool:
    """Whether a passage is a quotation within the text, or the title of a table that is content."""
    block = passages.blocks[at]
    place, text = passages.elements.places[block], passages.texts[at]
    if _kind(place) or passages.links[at]:
        return False
    if place.tag == "caption":
        after = at + 1
        return after < len(verdicts) and verdicts[after].region == "content"
    return place.tag == "blockquote" and text.count(" ") >= _LEAST and text[-1] in FINAL


def _body(passages: Passages, content: Sequence[int]) -> int:
    """The element that most of the article's paragraphs stand in, or -1."""
    texts, blocks, parents = passages.texts, passages.blocks, passages.elements.parents
    prose = [parents[blocks[at]] for at in content if len(texts[at]) >= _PROSE and texts[at][-1] in FINAL]
    element, count = Counter(prose).most_common(1)[0] if prose else (-1, 0)
    return element if count >= _FEWEST and count * 5 >= len(prose) * 3 else -1


def _with_facts(passages: Passages, verdicts: list[Verdict], content: Sequence[int], body: int) -> list[Verdict]:
    """Facts that stand in a list directly in the body, no item of which is a link, and the heading over them."""
    if body < 0:
        return verdicts
    blocks, parents, places, tags = (
        passages.blocks,
        passages.elements.parents,
        passages.elements.places,
        passages.elements.tags,
    )
    lists: dict[int, list[int]] = {}
    for at in range(content[0], min(len(verdicts), content[-1] + 40)):
        whole = parents[blocks[at]]
        if tags[blocks[at]] == "li" and parents[whole] == body:
            lists.setdefault(whole, []).append(at)
    for items in lists.values():
        if any(verdicts[at].region == "content" or _kind(places[blocks[at]]) or passages.links[at] for at in items):
            continue
        told = [at for at in items if passages.texts[at].count(" ") >= _LEAST and passages.texts[at][-1] in FINAL]
        if len(items) < 2 or len(told) * 2 < len(items):
            continue
        for at in items:
            verdicts[at] = Verdict("content", "", "")
        above = items[0] - 1
        if (
            above >= 0
            and parents[blocks[above]] == body
            and tags[blocks[above]] in ("h2", "h3", "h4")
            and not passages.links[above]
        ):
            verdicts[above] = Verdict("content", "", "")
    return verdicts


@cache
def _names() -> dict[str, str]:
    return {name: role for role, names in markup()["companions"].items() for name in names}


def _roles(place: Place) -> set[str]:
    """What the names of an element, and of the one above it, say of its text."""
    known = _names()
    above = place.parent
    tokens = tokens_of(place.tag, place.names) + (tokens_of(above.tag, above.names) if above is not None else [])
    return {known[token] for token in tokens if token in known}

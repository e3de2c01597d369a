"""The article that a page only carries in the state of its scripts, from which a browser would build what readers see.

`<script id="__NEXT_DATA__" type="application/json">{"props": {"story": {"bodyHtml": "<p>The ferry …</p><p>…`
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from selectolax.lexbor import LexborHTMLParser

from newsparse.readers.html.places import FIGURE
from newsparse.readers.html.taming import tame
from newsparse.readers.html.walking import passages_of

_Json: TypeAlias = Any

MOST = 4_000_000
"""Code points of the longest script that is read."""

_STARTS = re.compile(r"[\[{\"]")
_JSON = re.compile(r"\s*(?:\w{1,8}:)?[\[{\"]")  # also in rows: `5:["$","div",null,{"html":"…"}]`
_PARAGRAPH = re.compile(r"<p\b|&lt;p\b", re.IGNORECASE)
_FEWEST, _LEAST, _PROSE = 3, 400, 40
"""Paragraphs of the shortest article, its characters, and the characters of what is prose for sure."""
_DEEPEST = 3
"""How often a state may be written as a string within a state."""
_KINDS = {
    **dict.fromkeys(("text", "paragraph", "p", "core/paragraph"), "p"),
    **dict.fromkeys(("heading", "header", "h2", "subheadline", "core/heading"), "h2"),
}
"""What parts of an article are called, and the tag that says the same."""
_TAGS = frozenset(("h2", "h3", "h4", "li", "blockquote"))
_BESIDE = frozenset(("caption", "credit"))
_PLACEHOLDER = re.compile(r"[^\w\s]{2}[\w .:-]{1,60}[^\w\s]{2}")  # `$$ADVERT$$`, `{{ teaser.1 }}`
_WORDS = ("content", "text", "html", "value", "body")

Told: TypeAlias = tuple[str, str]
"""The tag and the words of one block."""


def told_in_state(page: bytes) -> tuple[list[Told], int]:
    """Return the blocks of the one article that a script's state holds, and the script's number; else nothing.

    Where two texts might be the article, as in the state of a section front, neither is.
    """
    found: dict[tuple[Told, ...], int] = {}
    for number, script in enumerate(LexborHTMLParser(page).css("script"), 1):
        text = script.text()
        if _LEAST < len(text) <= MOST:
            for value in _states(text):
                for blocks in _articles(value):
                    found.setdefault(tuple(blocks), number)
    ranked = sorted(found, key=_size, reverse=True)
    if not ranked or (len(ranked) > 1 and 2 * _size(ranked[1]) > _size(ranked[0])):
        return [], 0
    return list(ranked[0]), found[ranked[0]]


def _size(blocks: Sequence[Told]) -> int:
    return sum(len(text) for _, text in blocks)


def _states(script: str) -> Iterator[_Json]:
    """What a script is, assigns or passes on, as far as it is JSON: `window.state = {…}`, `push([1, "…"])`."""
    decode = json.JSONDecoder(strict=False).raw_decode
    at, tries = 0, 0
    while tries < 20 and (start := _STARTS.search(script, at)):
        try:
            value, at = decode(script, start.start())
        except (ValueError, RecursionError):
            tries, at = tries + 1, start.end()
        else:
            tries += not _holds_text(value)
            yield value


def _holds_text(value: _Json) -> bool:
    return isinstance(value, dict | list) or (isinstance(value, str) and len(value) >= _LEAST)


def _articles(state: _Json) -> Iterator[list[Told]]:
    """Every text in `state` that might be the article: marked up in one string, or a list of paragraphs."""
    waiting = [(state, 0)]
    while waiting:
        value, depth = waiting.pop()
        if isinstance(value, str):
            if len(value) < _LEAST:
                continue
            inner = (
                [one for one in _states(value) if _holds_text(one)] if _JSON.match(value) and depth < _DEEPEST else []
            )
            if inner:
                waiting.extend((one, depth + 1) for one in inner)
            elif len(_PARAGRAPH.findall(value)) >= _FEWEST:
                yield from _long_enough(_blocks(value))
        elif isinstance(value, dict):
            waiting.extend((inner, depth) for inner in value.values())
        elif isinstance(value, list):
            parts = [part for one in value if (part := _part(one))]
            if len(parts) >= _FEWEST and 2 * len(parts) >= len(value):
                yield from _long_enough(_blocks("\n".join(parts)))
            else:
                waiting.extend((inner, depth) for inner in value)


def _part(value: _Json) -> str:
    """The markup of one part of an article that is kept part by part: `{"type": "paragraph", "text": "The ferry …"}`."""
    if not isinstance(value, dict) or (kind := value.get("type", value.get("blockName"))) not in _KINDS:
        return ""
    words = next((text for key in _WORDS if isinstance(text := value.get(key), str) and text.strip()), "")
    tag = _KINDS[kind]
    return f"<{tag}>{words}</{tag}>" if words else ""


def _blocks(markup: str) -> list[Told]:
    """The blocks of `markup`, without captions, placeholders of advertisements, and what consists of links."""
    passages = passages_of(LexborHTMLParser(tame(markup[max(markup.find("<"), 0) :].encode("utf-8", "replace"))))
    places = passages.elements.places
    return [
        (place.tag if place.tag in _TAGS else "p", text)
        for text, at, links in zip(passages.texts, passages.blocks, passages.links, strict=True)
        if 2 * links < len(text)
        and not (place := places[at]).flags & FIGURE
        and place.role not in _BESIDE
        and not _PLACEHOLDER.fullmatch(text)
    ]


def _long_enough(blocks: list[Told]) -> Iterator[list[Told]]:
    prose = [text for _, text in blocks if len(text) >= _PROSE]
    if len(prose) >= _FEWEST and sum(map(len, prose)) >= _LEAST:
        yield blocks

"""What the page says of its article apart from showing it: title, description, and its text in JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import unescape

import regex
from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsparse.readers.html.deciding import Verdict
from newsparse.readers.html.evidence import Clues, letters
from newsparse.readers.html.state import Told, told_in_state
from newsparse.readers.html.walking import Passages

_TOLD = 'meta[property="og:title"],meta[name="description"],meta[property="og:description"]'
_MOST = 2_000_000
_SHORT = 400
"""Letters that are hardly any of an article."""
_ARTICLE_BODY = regex.compile(r'"articleBody"\s*+:\s*+("(?:[^"\\]++|\\.)*+")', regex.DOTALL)
_TAG = regex.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_BREAKS = regex.compile(r"[\r\n\u2028\u2029]|</p>|<br ?/?>")


def clues_of(tree: LexborHTMLParser, html: str) -> Clues:
    """Return what the page says of its article: the evidence that its blocks are compared with."""
    head = tree.head
    title, description = _told(head) if head is not None else ("", "")
    if not title and tree.root is not None:  # a `<p>` before them, and all that follows stands in the body
        title, description = _told(tree.root)
    copy, script = _article_body(tree) if '"articleBody"' in html else ("", 0)
    return Clues(title, description, letters(_TAG.sub(" ", copy)), copy, script)


def _told(part: LexborNode) -> tuple[str, str]:
    """Title and description, letters only."""
    title = description = ""
    for node in part.css(_TOLD):
        attributes = node.attributes
        content = letters(attributes.get("content") or "")
        if attributes.get("property") == "og:title":
            title = title or content
        else:
            description = description or content
    if not title and (element := part.css_first("title")) is not None:
        title = letters(element.text())
    return title, description


def _article_body(tree: LexborHTMLParser) -> tuple[str, int]:
    """The longest text that a script of the page gives as its article's, and the script's number; nothing if it is short."""
    best, script = "", 0
    for number, node in enumerate(tree.css("script"), 1):
        text = node.text()
        if '"articleBody"' not in text or len(text) > _MOST:
            continue
        for match in _ARTICLE_BODY.finditer(text):
            try:
                body = unescape(json.loads(match[1], strict=False))
            except ValueError:
                continue
            if len(body) > len(best):
                best, script = body, number
    return (best, script) if len(best) > 200 else ("", 0)


def unseen_body(passages: Passages, verdicts: Sequence[Verdict], clues: Clues, page: bytes) -> tuple[list[Told], int]:
    """Return the blocks of the article that only a script holds, and its number, where the page shows hardly any of it."""
    enough = len(clues.body) // 4 + 1 if len(clues.body) >= _SHORT else _SHORT
    shown = 0
    for text, verdict in zip(passages.texts, verdicts, strict=True):
        if verdict.region == "content" and not verdict.role:
            shown += len(letters(text))
            if shown >= enough:
                return [], 0
    blocks: list[Told] = []
    script = told = 0
    if len(clues.body) >= _SHORT:
        blocks = [("p", " ".join(_TAG.sub(" ", part).split())) for part in _BREAKS.split(clues.copy)]
        script, told = clues.script, len(clues.body)
    else:
        blocks, script = told_in_state(page)
        told = sum(len(letters(text)) for _, text in blocks)
    if shown * 4 > told:
        return [], 0
    everywhere = "".join(map(letters, passages.texts))
    return [
        (tag, text) for tag, text in blocks if (own := letters(text)) and (len(own) < 40 or own[:60] not in everywhere)
    ], script

"""Labels for the passages of a page, from what people, or other programs, took for its article."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_WORD = re.compile(r"\w+")


def read_pages(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def content_of(page: dict[str, Any]) -> str | bytes:
    return base64.b64decode(page["html_base64"]) if page.get("html_base64") else page["html"]


def publisher(page: dict[str, Any]) -> str:
    """The registered domain, roughly: what keeps one publisher's pages in one fold."""
    host = urlsplit(page.get("url") or "").hostname or page["doc_id"]
    parts = host.split(".")
    size = 3 if len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2 else 2
    return ".".join(parts[-size:])


def words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def labels(texts: list[str], page: dict[str, Any]) -> list[tuple[float, float]]:
    """A pair for each passage: how far it belongs to the article, and what the label weighs (0: unknown)."""
    body = page.get("body")
    if body:
        return _by_body(texts, body)
    if page.get("with"):
        return _by_snippets(texts, page)
    return [(0.0, 0.0)] * len(texts)


def _by_body(texts: list[str], body: str | list[str]) -> list[tuple[float, float]]:
    lines = body.split("\n") if isinstance(body, str) else body
    whole = words("\n".join(lines))
    known = {" ".join(words(line)) for line in lines}
    shingles = {tuple(whole[at : at + 3]) for at in range(len(whole) - 2)}
    flow = f" {' '.join(whole)} "
    found: list[tuple[float, float]] = []
    for text in texts:
        here = words(text)
        if not here:
            found.append((0.0, 0.0))
        elif " ".join(here) in known:
            found.append((1.0, 1.0))
        elif len(here) < 5:
            held = f" {' '.join(here)} " in flow
            found.append((float(held), 0.15 if held else 1.0))
        else:
            share = sum(tuple(here[at : at + 3]) in shingles for at in range(len(here) - 2)) / (len(here) - 2)
            found.append((1.0, 1.0) if share > 0.7 else (0.0, 1.0) if share < 0.25 else (share, 0.5))
    return found


def _by_snippets(texts: list[str], page: dict[str, Any]) -> list[tuple[float, float]]:
    kept = [" ".join(snippet.split()) for snippet in page["with"]]
    left = [" ".join(snippet.split()) for snippet in page.get("without") or ()]
    found: list[tuple[float, float]] = []
    for text in texts:
        if any(snippet in text or (len(text) > 30 and text in snippet) for snippet in kept):
            found.append((1.0, 1.0))
        elif any(snippet in text or (len(text) > 30 and text in snippet) for snippet in left):
            found.append((0.0, 1.0))
        else:
            found.append((0.0, 0.0))
    return found

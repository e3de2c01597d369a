"""Values as people would read them: entities decoded, tags and invisible characters gone, white space single."""

from __future__ import annotations

import html
import re

LONGEST = 5_000
"""Characters of a value that are looked at; a longer one is no title, name or description."""

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_SPACE = re.compile(r"[\s\u00ad\u200b\u200e\u200f\u2060\ufeff\x00-\x1f\x7f]+")
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u200e\u200f\u2060\ufeff\ufffe\uffff")


def clean(value: object) -> str:
    """Return `value` as one line of visible text, or an empty string if it is no text."""
    if not isinstance(value, str):
        return ""
    text = value[:LONGEST]
    for _ in range(2):  # `&amp;#8217;` is encoded twice
        if "&" not in text:
            break
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    text = " ".join(text.split())
    if text.isprintable():
        return text
    text = text.translate(_INVISIBLE)
    return " ".join(_SPACE.sub(" ", text).encode("utf-8", "ignore").decode("utf-8").split())

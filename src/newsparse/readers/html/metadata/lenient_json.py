"""JSON as pages really have it: comments, CDATA, trailing commas, raw control characters, unescaped quotes, cut-off ends."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

import regex

Json: TypeAlias = Any
"""What `json.loads` gives; its shape is the page's affair, so everything that reads it checks types."""

DEEPEST = 60
"""Containers nested deeper than this are read over: no vocabulary nests so deep, and no reader of the result can overflow."""

_WRAPPING = regex.compile(r"(?:\s++|<!--|//\s*+<!\[CDATA\[|/\*\s*+<!\[CDATA\[\s*+\*/|<!\[CDATA\[|\ufeff)*+")
# A quotation mark closes a string only before punctuation or at the end: "He said "no" again", is one string.
_TOKEN = regex.compile(
    r"""[\s\ufeff,;]++ | //[^\n]*+ | /\*(?:[^*]|\*(?!/))*+(?:\*/)?
      | (?P<open>[{\[]) | (?P<close>[}\]]) | (?P<colon>:)
      | "(?P<double>(?:[^"\\]++|\\.|"(?!\s*+(?:[,:}\]]|$)))*+)(?:"|\\?$)
      | '(?P<single>(?:[^'\\]++|\\.|'(?!\s*+(?:[,:}\]]|$)))*+)(?:'|\\?$)
      | (?P<word>[^\s,:;{}\[\]"']++)
      | .""",
    regex.VERBOSE | regex.DOTALL,
)
_ESCAPE = regex.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", regex.DOTALL)
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_WORDS: dict[str, Json] = {"true": True, "false": False, "null": None, "undefined": None, "NaN": None}


def read_json(text: str) -> Json:
    """Return what `text` holds, strictly read if it can be, else as much as can be made out. Never raises; linear."""
    wrapping = _WRAPPING.match(text)
    text = text[wrapping.end() if wrapping else 0 :]
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return _read_leniently(text)


def _read_leniently(text: str) -> Json:
    """Every token has its meaning whatever stands around it; what is missing is taken as read."""
    top: list[Json] = []
    stack: list[list[Json] | dict[str, Json]] = [top]
    keys: list[str | None] = [None]
    skipped = 0
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        match kind:
            case None:
                continue
            case "open":
                if len(stack) > DEEPEST:
                    skipped += 1
                    continue
                made: list[Json] | dict[str, Json] = {} if token.group() == "{" else []
                _put(stack, keys, made)
                stack.append(made)
                keys.append(None)
            case "close":
                if skipped:
                    skipped -= 1
                elif len(stack) > 1:
                    stack.pop()
                    keys.pop()
            case "colon":
                continue
            case _:
                if not skipped:
                    _put(stack, keys, _value(kind, token.group(kind)))
    return top[0] if len(top) == 1 else top


def _put(stack: list[list[Json] | dict[str, Json]], keys: list[str | None], value: Json) -> None:
    """Add `value` to the innermost container: to an object as key first, then as its value."""
    inner = stack[-1]
    if isinstance(inner, list):
        inner.append(value)
    elif keys[-1] is not None:
        inner.setdefault(keys[-1], value)
        keys[-1] = None
    elif not isinstance(value, dict | list):
        keys[-1] = str(value)


def _value(kind: str, text: str) -> Json:
    if kind == "word":
        if text in _WORDS:
            return _WORDS[text]
        return text
    if "\\" not in text:
        return text
    plain = _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else _NAMED.get(m[2], m[2]), text)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

"""Companies: names with a ticker, with a legal form, or with a last word that says what they do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsparse import Span
from newsparse.analysis import find_places
from newsparse_markets.context import Context
from newsparse_markets.model import Company
from newsparse_markets.rates import is_bank
from newsparse_markets.tokens import is_grammar
from newsparse_markets.words import table


_RELATED = ("-based", "-listed", "-owned", "-backed", "-headquartered", "-traded", "-born", "-run")


class Name(NamedTuple):
    """A name that may be a company's, and what stands in brackets after it."""

    start: int
    end: int
    ticker: str | None
    exchange: str | None


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(table("companies")[key])


@cache
def _names() -> re.Pattern[str]:
    """`Volta Motors (NYSE: VLT)`, `Banco do Vale SA`, `Johnson & Sons Co`."""
    word = r"(?:(?:[A-Z]\.){1,3}(?!\w)|[A-ZÀ-ÞĀ-Ž](?:[\w&’'/-]|\.(?=\w))*)"
    form = r",\s(?:Inc|Ltd|LLC|Corp|LP|PLC|S\.A)\b"
    joint = r"(?:(?:&|and|of|do|da|de|del|di|du|des|van|von|für|y|e)\s)?"
    exchange = table("companies")["exchanges"]
    code = r"[A-Z]{1,5}\d?(?:[.-][A-Z]{1,3})?|\d{3,6}(?:\.[A-Z]{1,3})?|[A-Z]\d{2,5}"
    return re.compile(
        rf"(?<![\w&.’'-])(?P<name>{word}(?:\s{joint}(?:{word}|plc\b|hf\b)){{0,6}}(?:{form})?(?:\sde\sC\.?V)?)"
        rf"(?P<dot>\.)?(?:,?\s(?:[(\[<]|(?=(?:{exchange})\s?:))(?:(?P<exchange>{exchange})\s?[:;]\s?)?(?:(?:ticker|symbol|stock code)?:?\s?)?\$?(?P<ticker>{code})\b)?"
    )


def find_companies(context: Context) -> tuple[Company, ...]:
    """Return the companies that a sentence names."""
    found = [_company(context, one) for one in _found(context)]
    return tuple(one for one in found if one is not None)


def _found(context: Context) -> Iterator[Name]:
    """Names cut as they are: what is no part of one taken off both ends."""
    for match in _names().finditer(context.text, context.start, context.end):
        at = match.start("name")
        words = [(at + one.start(), one[0]) for one in re.finditer(r"\S+", match["name"])]
        for part in _cut(words):
            start, end = part[0][0], part[-1][0] + len(part[-1][1])
            last = end == match.end("name")
            # `Haldor Steel's orders`
            genitive = re.search(r"['’]s?$", part[-1][1])
            end -= len(genitive[0]) if genitive else 0
            yield Name(start, end, *((match["ticker"], match["exchange"]) if last else (None, None)))


def _cut(words: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """`Kenya's Safiri Airways` after the genitive, `Volta Inc Buys Halden Energy` before the verb."""
    part: list[tuple[int, str]] = []
    for at, (start, word) in enumerate(words):
        rest = [one for _, one in words[at + 1 :]]
        if _is_break(word):
            yield from [part] if part and not word.endswith(_RELATED) else []
            part = []
        elif _owns(word, rest) or (word in ("and", "of") and _is_split(word, part, rest)):
            yield part if word in ("and", "of") else [*part, (start, word)]
            part = []
        elif word.rstrip(",") in _list("forms") and part and not (rest and rest[0].rstrip(",") in {*_list("forms"), "de", "Inc"}):
            yield [*part, (start, word)]
            part = []
        elif word[0].isupper() or part:
            part.append((start, word))
    if part:
        yield part


def _owns(word: str, rest: list[str]) -> bool:
    """`Kenya's Safiri Airways`, but `McDonald's Corp`."""
    legal = bool(rest) and rest[0].rstrip(",") in _list("forms")
    return word.endswith(("'s", "’s", "s'", "s’")) and bool(rest) and not legal


def _is_split(word: str, part: list[tuple[int, str]], rest: list[str]) -> bool:
    """`Lupo and Halden Energy` are two, `Pratt and Whitby Ltd` is one; `Dana Price of Rueda Inc`, but `Bank of Ostra Ltd`."""
    if word == "of":
        return len(part) > 1 and part[0][1] not in _list("heads") and _says(rest)
    return _says([one for _, one in part]) or rest[-1].rstrip(".,") not in _list("forms") or len(part) > 1


def _is_break(word: str) -> bool:
    return word in _list("breaks") or word.endswith(_RELATED) or (word[0].isupper() and is_grammar(word.lower(), "vVorp"))


def _company(context: Context, one: Name) -> Company | None:
    name = context.text[one.start : one.end].rstrip(".")
    words = name.split()
    # `European Central Bank (ECB)`: initials of the name are no ticker.
    initials = "".join(word[0] for word in words if word[0].isupper())
    listed = one.ticker is not None and (one.exchange is not None or "." in one.ticker or one.ticker != initials)
    if listed and one.exchange is None and (one.ticker or "").isdigit():
        listed = False
    if listed and one.exchange is None and not _says(words) and find_places(name):
        return None
    if not listed and not _says(words) or any(each in name for each in _list("public")) or is_bank(name):
        return None
    span = Span(one.start, one.start + len(name))
    return Company(
        evidence=context.sentence,
        span=span,
        name=name,
        ticker=one.ticker if listed else None,
        exchange=one.exchange if listed else None,
        entity=next((entity for mention, entity in context.named if mention.overlaps(span)), None),
    )


def _says(words: list[str]) -> bool:
    """Whether the words of a name say that it is a company's."""
    if len(words) < 2:
        return False
    last = words[-1].rstrip(".")
    return last in _list("forms") or last in _list("trades") or (words[0] in _list("heads") and words[1] not in ("of", "for"))


def bare(name: str) -> str:
    """A name without its legal form: `Volta Motors` of `Volta Motors Inc`."""
    words = name.split()
    while len(words) > 1 and words[-1].rstrip(".,") in _list("forms"):
        words.pop()
    return " ".join(words)

"""Companies: names with a ticker, with a legal form, or with a last word that says what they do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsparse import Span
from newsparse_markets.context import Context
from newsparse_markets.model import Company
from newsparse_markets.rates import is_bank
from newsparse_markets.tokens import is_grammar
from newsparse_markets.words import table, words

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
        r"(?P<dot>\.)?"
        rf"(?:,?\s(?:[(\[<]|(?=(?:{exchange})\s?:))(?:(?P<exchange>{exchange})\s?[:;]\s?)?"
        rf"(?:(?:ticker|symbol|stock code)?:?\s?)?\$?(?P<ticker>{code})\b)?"
    )


@cache
def _telling() -> re.Pattern[str]:
    """The words one of which a name without a ticker must have."""
    telling = sorted(_list("forms") | _list("trades") | _list("heads"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, telling))})(?!\w)")


def find_companies(context: Context) -> tuple[Company, ...]:
    """Return the companies that a sentence names."""
    found = [_company(context, one) for one in _found(context)]
    return tuple(one for one in found if one is not None)


def _found(context: Context) -> Iterator[Name]:
    """Names cut as they are: what is no part of one taken off both ends."""
    for match in _names().finditer(context.text, context.start, context.end):
        if match["ticker"] is None and _telling().search(match["name"]) is None:
            continue
        at = match.start("name")
        words = [(at + one.start(), one[0]) for one in re.finditer(r"\S+", match["name"])]
        if at == context.start and len(words) > 1 and _is_opener(context, words[0][1].lower()):
            del words[0]
        for part in _cut(words):
            start, end = part[0][0], part[-1][0] + len(part[-1][1])
            last = end == match.end("name")
            # `Haldor Steel's orders`
            genitive = re.search(r"['’]s?$", part[-1][1])
            end -= len(genitive[0]) if genitive else 0
            yield Name(start, end, *((match["ticker"], match["exchange"]) if last else (None, None)))


def _is_opener(context: Context, word: str) -> bool:
    """`Chipmaker Lupo`: a word that has its capital from the sentence it begins."""
    return word in words("deals", "lists", "business") or word in words("grammar", "openers") or word in context.common


def _cut(words: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """`Kenya's Safiri Airways` after the genitive, `Volta Inc Buys Halden Energy` before the verb."""
    part: list[tuple[int, str]] = []
    for at, (start, word) in enumerate(words):
        rest = [one for _, one in words[at + 1 :]]
        if _is_break(word):
            yield from [part] if part and not word.endswith(_RELATED) else []
            part = []
        elif _owns(word, rest) or (word in ("and", "of") and _is_split(word, part, rest)):
            part = part if word in ("and", "of") else [*part, (start, word)]
            yield from [part] if part else []
            part = []
        elif (
            word.rstrip(",") in _list("forms")
            and part
            and not (rest and rest[0].rstrip(",") in {*_list("forms"), "de", "Inc"})
        ):
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
    return (
        word in _list("breaks") or word.endswith(_RELATED) or (word[0].isupper() and is_grammar(word.lower(), "vVorp"))
    )


def _company(context: Context, one: Name) -> Company | None:
    name = context.text[one.start : one.end].rstrip(".")
    words = name.split()
    # `European Central Bank (ECB)`: initials of the name are no ticker.
    initials = "".join(word[0] for word in words if word[0].isupper())
    listed = one.ticker is not None and (one.exchange is not None or _is_ticker(context, one, words, initials))
    if not listed and (_is_title_case(context) or _is_person(context, one)) and not _is_legal(words):
        return None
    if (not listed and not _says(words)) or any(each in name for each in _list("public")) or is_bank(name):
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


def _is_ticker(context: Context, one: Name, words: list[str], initials: str) -> bool:
    """Whether what stands in brackets without an exchange is a ticker: `VLT.L`, `Volta Inc (VLT)`, `Kestrel (KST) shares`."""
    code, _, system = (one.ticker or "").partition(".")
    if system:
        return system in _list("systems")
    if not code.isalpha() or len(code) < 2 or code == initials or "-" in code:
        return False
    return _says(words) or _SHARES.search(context.text, one.end, one.end + 20) is not None


_SHARES = re.compile(r"\)[’']?s?\s(?:shares?|stock)\b")


def _says(words: list[str]) -> bool:
    """Whether the words of a name say that it is a company's."""
    if len(words) < 2:
        return False
    last = words[-1].rstrip(".")
    return (
        last in _list("forms")
        or last in _list("trades")
        or (words[0] in _list("heads") and words[1] not in ("of", "for"))
    )


def _is_legal(words: list[str]) -> bool:
    """Whether a name ends with a legal form."""
    return len(words) > 1 and words[-1].rstrip(".") in _list("forms")


def _is_person(context: Context, one: Name) -> bool:
    """`Cheryl Mills`: whom the article knows as a person."""
    span = Span(one.start, one.end)
    people = [(mention, entity) for mention, entity in context.named if entity.kind == "person"]
    return any((entity.honorifics or len(entity.mentions) > 1) and mention.overlaps(span) for mention, entity in people)


def _is_title_case(context: Context) -> bool:
    """Whether a headline has a capital in each word: no capital tells a name there."""
    return context.index == 0 and not any(word.islower() and len(word) > 4 for word in context.sentence.text.split())


def bare(name: str) -> str:
    """A name without its legal form: `Volta Motors` of `Volta Motors Inc`."""
    words = name.split()
    while len(words) > 1 and words[-1].rstrip(".,") in _list("forms"):
        words.pop()
    return " ".join(words)

"""Tells whether what a sentence reports is planned, proposed, under way, held, cancelled or denied."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeAlias, get_args

import attrs

from newsparse.model import Span

Modality: TypeAlias = Literal["cancelled", "denied", "proposed", "planned", "ongoing", "held"]

REACH = 160
"""Code points on either side of an act in which its clause may reach."""
_PAST, _PRESENT, _PROGRESSIVE, _NOUN, _OTHER = "\ue001\ue002\ue003\ue004\ue005"
"""Stand for the act when its clause is matched with the rules, by what kind of word it is."""
_SIGNS = (
    ("[@§]", "[\ue001-\ue005]"), ("[@-#]", "[\ue002\ue003\ue005]"), ("@", "[\ue002-\ue005]"),
    ("§", _PAST), (r"\$", _PRESENT), ("%", _PROGRESSIVE), ("#", _NOUN),
)  # fmt: skip
_HELPED = re.compile(
    r"\b(?:has|have|had|having|be|been|being|was|were|is|are|get|got|to|not|n[’']t|never)\s(?:(?:\w+ly|also|again|just|now|yet|last|first|already)\s)*$"
)
_AUXILIARY = re.compile(
    r"\b(?:to|will|would|could|can|may|might|shall|should|must|not|n[’']t|let|[’']ll|do|does|did|never)\s(?:(?:\w+ly|also|again|just|now|yet)\s)*$"
)
_GOING_ON = re.compile(
    r"\b(?:is|are|was|were|be|been|am)\s(?:(?:\w+ly|also|again|still|now|already|this\sweek|today)\s)*$"
)
_BEGIN = re.compile(
    r"[;:“”\"()\n]\s*|(?:,|—|–)?\s(?:but|which|who|where|while|because|although|though|whose)\s|,\s(?:and|as|when)\s"
    r"|\s(?=after\s|following\s|before\s|when\s|ahead\sof\s)"
)
_END = re.compile(
    r"[;:()\n]|(?<=[.,:;?!])[”\"]|(?<=[,:]\s)[“\"]|\.(?:\s|$)|,?\s(?:which|who|where|while|because|although|though|whose|after|before|when|ahead\sof)\s|,\s(?:and|as)\s"
)

_OF_IT = re.compile(r",?\s(?:which|that)\s(?=(?:is|are|was|were|will|has|have|had|would|lasted|began|ended)\s)")


@attrs.frozen(kw_only=True)
class Status:
    """A modality and the words that say so; no words where it is the plain past."""

    modality: Modality
    evidence: Span | None = None


def find_status(text: str, start: int = 0, end: int | None = None, *, act: Span | None = None) -> Status:
    """Return the modality of the sentence from `start` to `end`, or of the `act` in it.

    Of a sentence, the first that words speak for: cancelled, denied, proposed, planned, ongoing, held. Of an act, its clause
    decides: what it is governed by, and what is said of it. Held where nothing speaks.
    """
    stop = len(text) if end is None else end
    if act is not None:
        return _status_of(text, start, stop, act)
    for modality, pattern in _patterns():
        if match := pattern.search(text, start, stop):
            return Status(modality=modality, evidence=Span(match.start(), match.end()))
    return Status(modality="held")


def _status_of(text: str, start: int, end: int, act: Span) -> Status:
    first, last = max(start, act.start - REACH), min(end, act.end + REACH)
    begin = max((one.end() for one in _BEGIN.finditer(text, first, act.start)), default=first)
    # What a relative clause says right behind the act is said of it: `the talks, which are due to begin on Monday`.
    behind = match.end() if (match := _OF_IT.match(text, act.end, last)) else act.end
    stop = match.start() if (match := _END.search(text, behind, last)) else last
    clause = f"{text[begin : act.start]}{_kind(text, begin, act)}{text[act.end : stop]}"
    for modality, pattern in _rules():
        if match := pattern.search(clause):
            return Status(modality=modality, evidence=_evidence(match, begin, act))
    return Status(modality="held")


def _kind(text: str, begin: int, act: Span) -> str:
    """The sign for what kind of word the act begins with."""
    word = act.of(text).split()[0].lower()
    if word.endswith("ed") or word in _table()["past"]:
        return _OTHER if _HELPED.search(text, begin, act.start) else _PAST
    if word.endswith("ing") and _GOING_ON.search(text, begin, act.start):
        return _PROGRESSIVE
    if word in _table()["present"]:
        return _OTHER if _AUXILIARY.search(text, begin, act.start) else _PRESENT
    if not word.endswith(("s", "ing")) and _AUXILIARY.search(text, begin, act.start):
        return _OTHER
    return _NOUN


def _evidence(match: re.Match[str], begin: int, act: Span) -> Span:
    """Where the words that a rule matched stand in the text."""
    grown = act.end - act.start - 1
    inner = begin + match.start(), begin + match.end()
    return Span(*(at if at <= act.start else max(act.end, at + grown) for at in inner))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("newsparse.analysis") / "modality.toml").read_text("utf-8"))


@cache
def _patterns() -> tuple[tuple[Modality, re.Pattern[str]], ...]:
    table = _table()["sentence"]
    modalities: tuple[Modality, ...] = get_args(Modality)
    return tuple((name, re.compile(rf"\b(?:{'|'.join(table[name])})\b", re.IGNORECASE)) for name in modalities)


@cache
def _rules() -> tuple[tuple[Modality, re.Pattern[str]], ...]:
    return tuple((modality, re.compile(_readable(rule), re.IGNORECASE)) for modality, rule in _table()["rules"])


def _readable(rule: str) -> str:
    """`cancel~ @`: a word, up to eight more, the act."""
    words = rule.replace("~ ", r"~\s").replace("~", r",?(?:\s[^\s]+){0,8}").replace(" ", r"\s")
    for sign, meaning in _SIGNS:
        words = words.replace(sign, meaning)
    return rf"(?<![\w-])(?:{words})(?!\w)"

"""What a phrase stands for: something traded, something measured, a name, or nothing of markets."""

from __future__ import annotations

from functools import cache
from typing import Literal, TypeAlias

from newsparse_markets.context import Context
from newsparse_markets.segments import Part
from newsparse_markets.words import Index, listed, scan, words

Sort: TypeAlias = Literal["traded", "measured", "named", "other"]


def sort_of(context: Context, part: Part | None) -> Sort:
    """What the words of a phrase stand for; the last word that tells decides (`oil exports` are measured)."""
    if part is None:
        return "other"
    head = _head(context, part)
    if _is_measured(context, part[0], head):
        return "measured"
    last = context.tokens[head - 1]
    # `oil producer Halden`, `the copper miner`
    if not _is_traded(last.word) and (last.tag in "ng" or last.word in words("deals", "lists", "business")):
        return "other" if elsewhere(context) else "named"
    for at in reversed(range(part[0], head)):
        word = context.tokens[at].word
        if word in words("instruments", "elsewhere"):
            return "other"
        # `Lead`, `the Dow`: what is traded may be a name, what is measured is none.
        if word in words("instruments", "measured"):
            return "measured"
        if _is_traded(word) and (word in words("instruments", "traded") or not _is_name(context, part[0], at)):
            return "traded"
    if any(one.tag in "ng" for one in context.tokens[part[0] : part[1]]) and not elsewhere(context):
        return "named"
    return "other"


def _is_traded(word: str) -> bool:
    return word in words("instruments", "traded") or word in words("instruments", "goods")


def _is_measured(context: Context, first: int, last: int) -> bool:
    """`Consumer prices`: whether the phrase ends with what results and forecasts measure."""
    return any(hit.last == last for hit in scan(context.tokens[:last], measures()) if hit.first >= first)


@cache
def measures() -> Index:
    """The words for what results and forecasts measure."""
    verbs = words("figures", "lists", "verbs")
    return {first: rows for first, rows in listed("figures", "measures", "head").items() if first not in verbs}


def _is_name(context: Context, first: int, at: int) -> bool:
    """`Haldor Steel` is no steel."""
    return at > first and context.tokens[at].tag == "n" and context.tokens[at - 1].tag == "n"


def _head(context: Context, part: Part) -> int:
    """Where the phrase before its first `of` or `in` ends: `the yield on the note` is a yield."""
    for at in range(part[0] + 1, part[1]):
        if context.tokens[at].tag == "p":
            return at
    return part[1]


def elsewhere(context: Context) -> bool:
    """Whether a sentence tells of polls, games or the weather."""
    return any(one.word in words("instruments", "elsewhere") for one in context.tokens)

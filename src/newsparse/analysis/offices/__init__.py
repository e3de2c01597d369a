"""The grammar of an office: `former Norwegian deputy foreign minister`, `head of Germany's Federal Network Agency`.

An office turns on a head word. To its left stand whose it is (country, body) and what it deals with (`owners`); to its right
the same after `of`, `for`, `at` (`ranges`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsparse.analysis.offices.bodies import body_in
from newsparse.analysis.offices.owners import Owner, owner_of
from newsparse.analysis.offices.ranges import Range, phrase_end, range_of
from newsparse.analysis.offices.vocabulary import POSSESSIVE, names_body, words


class Office(NamedTuple):
    """An office that a phrase states; `start` and `end` are where it and whose it is stand."""

    role: str
    start: int
    end: int
    organization: str | None = None
    country: str | None = None
    former: bool = False


def office_before(text: str, start: int, end: int) -> Office | None:
    """Return the office that stands right before `end`, its clause beginning at `start`: nothing but it reaches to `end`."""
    for head in words().heads.finditer(text, start, end):
        after = range_of(text, head.end(), end, _role(head))
        inner = words().heads.search(text, head.end(), end)
        if inner and inner[0][0].isupper():
            continue  # `an aide to Prime Minister …`: the name is the minister's
        if after is not None and not text[after.end : end].strip() and not POSSESSIVE.search(text, start, after.end):
            return _office(owner_of(text, start, head.start(), _role(head), whole=False), head, after)
    return None


def office_after(text: str, start: int, end: int) -> Office | None:
    """Return the office that begins at `start`: what stands left of its head belongs to it."""
    chosen: tuple[re.Match[str], Owner] | None = None
    for head in words().heads.finditer(text, start, end):
        owner = owner_of(text, start, head.start(), _role(head), whole=True)
        if owner.start <= start:
            chosen = head, owner  # of `deputy commander`, the last word is the head
        elif chosen:
            break
    if chosen is None:
        return None
    head, owner = chosen
    stop = end
    while (after := range_of(text, head.end(), stop, _role(head))) is None:
        stop = max(text.rfind(" ", head.end(), stop - 1), head.end())
    return _office(owner, head, after)


def whose(text: str, start: int, end: int) -> tuple[str | None, str | None]:
    """Return the body and the country that a phrase from `start` on, not beyond `end`, names: `the University of Padua`."""
    start += len("the ") if text.startswith("the ", start) else 0
    return body_in(text, start, phrase_end(text, start, end))


def _role(head: re.Match[str]) -> str:
    role = " ".join(head[0].lower().split())
    return role[:-1] if role.endswith("s") and role != "chargé d'affaires" else role


def _office(owner: Owner, head: re.Match[str], after: Range) -> Office:
    # `Middle East director at Human Rights Watch`: what stands right is surely a body, what stands left may be none
    outdone = owner.organization and after.organization and not names_body(owner.organization)
    return Office(
        # `Lagos state governor`: those of states are governors
        role=" ".join(f"{owner.role} {_role(head)} {after.role}".split()).replace("state governor", "governor"),
        start=owner.start,
        end=after.end,
        organization=after.organization if outdone else owner.organization or after.organization,
        country=owner.country or after.country,
        former=owner.former,
    )

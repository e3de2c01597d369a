"""The words that bylines and date lines are known by, of all languages at once: a page's language is not yet known here."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import attrs

from newsparse.languages import load
from newsparse.languages.loader import BUILT_IN


@attrs.frozen(kw_only=True, eq=False)
class Words:
    """Every language's `[metadata]` table, merged and compiled."""

    months: Mapping[str, int]
    by: re.Pattern[str]
    """Matches what introduces an author at the start of a line."""
    by_only: re.Pattern[str]
    """Matches what introduces an author and stands alone: `By`, `Written by:`."""
    signed: re.Pattern[str]
    """Matches what introduces an author wherever it stands: `Written by`, `Author:`."""
    starts: frozenset[str]
    """The first two letters of what `by` and `signed` match, lower-cased: most lines begin otherwise."""
    joints: re.Pattern[str]
    """Matches what stands between two authors."""
    joint_first: re.Pattern[str]
    """Matches a conjunction or a comma that a piece of a byline begins with."""
    joint_only: re.Pattern[str]
    """Matches a conjunction that stands alone between two authors."""
    credit: re.Pattern[str]
    """Matches where a picture's credit begins."""
    pictured: re.Pattern[str]
    """Matches what introduces a photographer after a name, without a colon: `Jane Roe Beeld Piet Groot`."""
    others: re.Pattern[str]
    """Matches what introduces those who did something else: `Translated by`."""
    hands: frozenset[str]
    """The first words of what the two before match, lower-cased: most bylines have none of them."""
    role: re.Pattern[str]
    """Matches an office that a piece of a byline ends with: `Political Editor`."""
    labelled: re.Pattern[str]
    """Matches a label that introduces an author within a line: `3 May | Politics | Author: `."""
    pictures: re.Pattern[str]
    """Matches a picture agency after a photographer: `/Getty`."""
    role_last: re.Pattern[str]
    """Matches an office that follows a name."""
    published: re.Pattern[str]
    modified: re.Pattern[str]
    nobody: frozenset[str]
    """Bylines that name no one: `staff`, `redaktion`."""
    nobody_parts: re.Pattern[str]
    """Words that no person's name has: `team`, `editorial`."""
    never: re.Pattern[str]
    """Words of buttons, sections and organisations, which are no part of a person's name."""


def may_lead(text: str) -> bool:
    """Whether `text` begins with the first letters of a phrase that introduces an author."""
    start = text[:2].lower()
    return start in words().starts or start[:1] in words().starts


@cache
def words() -> Words:
    """Return the words, read once."""
    tables = [load(code).table("metadata") for code in BUILT_IN]
    roles = [{"role": load(code).table("layout").get("byline_roles", ())} for code in BUILT_IN]
    more = tomllib.loads((files("newsparse.readers.html.metadata") / "words.toml").read_text("utf-8"))
    tables += more.values()
    return Words(
        months=_months(tables),
        by=re.compile(rf"(?:{_any(tables, 'by')})(?:\s*[:：]\s*|\s+|(?=[^\w\s]))", re.IGNORECASE),
        by_only=re.compile(rf"(?:{_any(tables, 'by')})\s*[:：]?", re.IGNORECASE),
        signed=re.compile(rf"(?:{_any(tables, 'signed')})(?:\s*[:：]\s*|\s+|(?=[^\w\s]))", re.IGNORECASE),
        starts=frozenset(
            phrase[:2].lower() for table in tables for key in ("by", "signed") for phrase in table.get(key, ())
        ),
        joint_first=re.compile(rf"\s*(?:[,;&]\s*)?(?:{_any(tables, 'and')})\s+|\s*[,;&]\s+", re.IGNORECASE),
        joint_only=re.compile(rf"(?:{_any(tables, 'and')})|[&;/|•·,、，／]+", re.IGNORECASE),
        joints=re.compile(
            rf"\s*[&;/|•·,、，／]\s*(?:(?:{_any(tables, 'and')})\s+)?|\s+(?:{_any(tables, 'and')})\s+", re.IGNORECASE
        ),
        credit=re.compile(rf"(?:©|(?<!\w)(?:{_any(tables, 'credit')})\s*(?:\[\w\]\s*)?[:：.©])", re.IGNORECASE),
        pictured=re.compile(
            rf"[\s,;/|]+(?i:{_any(tables, 'credit')})\s+(?i:(?:by|von|de|di|par|door|av|af)\s+)?(?=[^\W\d_a-z])"
        ),
        others=re.compile(rf"[\s.,;|/–—-]+(?:{_any(tables, 'others')})\b", re.IGNORECASE),
        hands=frozenset(
            phrase.split()[0].lower()
            for table in tables
            for key in ("credit", "others")
            for phrase in table.get(key, ())
        ),
        role=re.compile(rf"(?<!\w)(?:{_any(roles, 'role')})$", re.IGNORECASE),
        labelled=re.compile(rf"(?:[|/·•–—,]\s?|\s(?=[\u3040-\u9fff]))({_any(tables, 'by')})\s?[:：]\s*", re.IGNORECASE),
        pictures=re.compile(rf"[/|,(]\s?(?:{_any(tables, 'pictures')})\b", re.IGNORECASE),
        role_last=re.compile(rf"(?<=\w)\s*(?:{_any(tables, 'role_last')})(?:\s*[=·].*)?$"),
        published=re.compile(rf"\b(?:{_any(tables, 'published')})\b", re.IGNORECASE),
        modified=re.compile(rf"\b(?:{_any(tables, 'modified')})\b", re.IGNORECASE),
        nobody=frozenset(word for table in tables for word in table.get("nobody", ())),
        never=re.compile(rf"\b(?:{_any(tables, 'never')})\b", re.IGNORECASE),
        nobody_parts=re.compile(rf"\b(?:{_any(tables, 'nobody_parts')})\b", re.IGNORECASE),
    )


def _any(tables: Iterable[Mapping[str, Any]], key: str) -> str:
    """An alternation of all languages' phrases, longest first."""
    phrases = {phrase for table in tables for phrase in table.get(key, ())}
    return "|".join(
        re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=lambda one: (-len(one), one))
    )


def _months(tables: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """Names and abbreviations by the month's number; the first language that has a word decides."""
    found: dict[str, int] = {}
    for table in tables:
        for number, names in enumerate(table.get("months", ()), 1):
            for name in names.split():
                found.setdefault(name, number)
    return found

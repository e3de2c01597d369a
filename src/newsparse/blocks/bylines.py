"""Bylines and date lines: who wrote an article, and when."""

from __future__ import annotations

import re

from newsparse.blocks.credits import PARTICLES, Credits, is_hopeless, read_credits
from newsparse.blocks.draft import Draft

BYLINE = 24
"""Words of the longest byline, its dates included."""
NAMES = 14
"""Words of the longest byline that is not read to its end."""

_NAME = re.compile(rf"(?:[^\W\d_a-zß-öø-ÿ][\w'’.-]*|(?:{'|'.join(sorted(PARTICLES))})(?=\s))")
_NUMERIC = re.compile(r"\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4}\b.*|(?:1[89]|20)\d\d|\d{1,2}[:.]\d\d")
_FIGURE = re.compile(r"\d")
_STAMP = re.compile(r"^[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s|\s[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?$")
_ADDRESS = re.compile(r"(?:e-?mail:?\s)?[\w.+-]*@[\w.-]{3,}", re.IGNORECASE)
_PROPER = re.compile(r"[^\W\d_a-zß-öø-ÿ](?:[’'][^\W\d_])?[a-zß-öø-ÿ]+(?:[-’'][^\W\d_]+)*|[^\W\d_a-zß-öø-ÿ]\.")
_PIECE = re.compile(r"\s[|·•]\s")
_ASIDE = re.compile(r"\([^()]{1,30}\)")
_LONGEST_NAME = 3
"""Words of the longest name, small ones aside, that a page's markup tells."""
READ = 6
"""Words of the longest line that says how long reading takes."""
NEAR = 8
"""Units after a time on a recording among which the next one stands."""


def credits_of(draft: Draft, at: int) -> Credits:
    """Return what unit `at` credits. Several rules ask; it is read once."""
    known = draft.credits.get(at)
    if known is None:
        unit = draft.units[at]
        known = draft.credits[at] = read_credits(draft.text, unit.body, unit.stop, draft.lexicon)
    return known


def whole_credits(draft: Draft, at: int) -> Credits | None:
    """Return what unit `at` credits if it was read to its end; None for all other lines, most of them unread."""
    unit = draft.units[at]
    if at in draft.credits:
        found = draft.credits[at]
    elif is_hopeless(draft.text, unit.body, unit.stop, draft.lexicon):
        found = draft.credits[at] = None
    else:
        found = credits_of(draft, at)
    return found if found is not None and found.whole else None


def byline_rule(draft: Draft, at: int) -> str:
    """The rule by which unit `at` is a byline, or nothing: `By Ann Lee`, `Ann Lee, Staff Writer`, `Ann Lee | 4 May 2024`."""
    unit = draft.units[at]
    if unit.words > BYLINE or unit.last in "!?:":
        return ""
    words = draft.words(at)
    if words.islower() or not any(char.isupper() for char in words):
        return ""
    if _is_stamped(draft, at) and any(_is_stamped(draft, near) for near in range(at + 1, at + NEAR)):
        return ""
    found = whole_credits(draft, at)
    if found is not None and found.opened and (found.names or found.others):
        return "byline.start"
    if unit.words <= NAMES and _opens(draft, at):
        return "byline.start"
    if found is None or not found.names:
        return ""
    if found.role and (found.given or found.plain):
        return "byline.role"
    return "byline.name-and-date" if found.dated and found.given else ""


def _is_stamped(draft: Draft, at: int) -> bool:
    """`[00:00:05] Nora Lind`, `Nora Lind 1:14`: a speaker and the time on a recording, where more such lines follow."""
    return at < len(draft.units) and draft.units[at].words <= 6 and _STAMP.search(draft.words(at)) is not None


def names_alone(draft: Draft, at: int) -> bool:
    """Whether unit `at` is nothing but names that begin with given names, and where their bearers are."""
    unit = draft.units[at]
    if unit.words > NAMES or unit.last in ".!?:" or unit.listed:
        return False
    found = whole_credits(draft, at)
    return found is not None and found.given and not found.opened


def is_marked_byline(draft: Draft, at: int) -> bool:
    """Whether a page names a line as a byline, and it holds only names: `Ana Ruiz`, `Jo Bell (now) and Kit Ray (earlier)`."""
    unit = draft.units[at]
    if unit.hints is None or unit.hints.role != "byline" or unit.words > NAMES or unit.last in "!?:":
        return False
    joins, size = draft.lexicon.layout["and_words"] | {"&", ","}, 0
    for part in _ASIDE.sub(" ", draft.words(at)).replace(",", " , ").split():
        if part in joins:
            if size < 2:  # `Sport and Weather`
                return False
            size = 0
        elif part not in PARTICLES:
            size += 1
            if size > _LONGEST_NAME or _PROPER.fullmatch(part) is None:
                return False
    return size > 1


def _opens(draft: Draft, at: int) -> bool:
    """Whether a phrase such as `By` stands before words of which half are written as names are."""
    unit = draft.units[at]
    phrase = draft.lexicon.begins("byline_starts", unit, 3)
    if phrase is None or len(phrase) == len(unit.key):
        return False
    rest = draft.words(at).lstrip("([")[len(phrase) :].lstrip(" :")
    # `By Ann Lee · 4 May 2024 · 3 comments`: the names end where the next piece begins
    parts = (_PIECE.split(rest, maxsplit=1)[0] if unit.hints is not None else rest).split()
    share = sum(_NAME.match(part) is not None for part in parts)
    return bool(_NAME.match(rest)) and 2 * share >= len(parts) and not (unit.last == "." and unit.words > 8)


def is_date_line(draft: Draft, at: int) -> bool:
    """`March 4, 2025`, `Updated 5 April 2013, 10:08 GMT`, `Oslo - 4 March 2025`: nothing but a date and what goes with one."""
    unit = draft.units[at]
    if unit.words > BYLINE or not _FIGURE.search(draft.words(at)) or is_read_time(draft, at):
        return False
    if all(_is_of_date(draft, word) for word in unit.key.split()):
        return bool(unit.key) or _NUMERIC.fullmatch(draft.words(at)) is not None
    if not any(word in draft.lexicon.layout["months"] for word in unit.key.split()) or unit.finished:
        return False
    found = whole_credits(draft, at)
    return found is not None and found.dated and not found.names and not found.opened


def is_read_time(draft: Draft, at: int) -> bool:
    """`Reading time: 4 minutes`, `3 min read`: a figure, and nothing but words that stand with it."""
    words = draft.units[at].key.split()
    return (
        1 < len(words) <= READ
        and draft.lexicon.read_words.issuperset(words)
        and _FIGURE.search(draft.words(at)) is not None
    )


def is_date_label(draft: Draft, at: int) -> bool:
    """`Published`, `Last updated`: the label of a date that stands on the next line."""
    unit = draft.units[at]
    return (
        0 < unit.words <= 3
        and bool(unit.key)
        and all(word in draft.lexicon.layout["date_words"] for word in unit.key.split())
    )


def is_role_line(draft: Draft, at: int) -> bool:
    """`Political editor`, `Business reporter, Oslo`: what the person is whom the byline above names."""
    unit = draft.units[at]
    if unit.words > 6 or unit.finished:
        return False
    found = whole_credits(draft, at)
    return found is not None and found.role and not found.names


def is_desk(draft: Draft, at: int) -> bool:
    """`Sports Desk`, `Staff and agencies`, `Compiled by our political staff`: those who wrote it have no names."""
    unit = draft.units[at]
    if unit.words > 6 or unit.finished or unit.last == ":" or not unit.key:
        return False
    desks = draft.lexicon.layout["byline_desks"]
    first, _, rest = unit.key.partition(" ")
    last = rest.rpartition(" ")[2] or first
    if draft.lexicon.begins("byline_starts", unit, 4) is not None:
        return last in desks
    return unit.words <= 4 and draft.text[unit.body].isupper() and (last in desks or (first in desks and not rest))


def is_address(draft: Draft, at: int) -> bool:
    """`alee@courier.example`, `@annlee`: where the writer can be reached."""
    unit = draft.units[at]
    return unit.words <= 2 and unit.stop - unit.body <= 60 and _ADDRESS.fullmatch(draft.words(at)) is not None


def is_agency(draft: Draft, at: int) -> bool:
    """`(dpa/lno)`, `AFP`, `EFE`: the agency that a text is from, at its end."""
    unit = draft.units[at]
    return unit.words <= 2 and unit.stop - unit.body <= 16 and unit.first in draft.lexicon.layout["agencies"]


def is_unknown_name(draft: Draft, at: int) -> bool:
    """Two or three words written as a name is, none of which the text writes in small letters: `Conall Duane`.

    What an outlet is called may follow: `Conall Duane, Hill Courier`.
    """
    unit = draft.units[at]
    if unit.words > 8 or unit.listed or unit.last in ".!?:,;":
        return False
    name, comma, rest = draft.words(at).partition(", ")
    words = name.split()
    if not 2 <= len(words) <= 3 or not all(_PROPER.fullmatch(word) for word in words):
        return False
    if comma and ("," in rest or not all(word[0].isupper() or word in PARTICLES for word in rest.split())):
        return False
    known = draft.lexicon.days | draft.lexicon.layout["agencies"] | draft.lexicon.layout["sections"]
    lower = [word.lower() for word in words]
    return known.isdisjoint(lower) and draft.alphabetic.isdisjoint(lower)


def _is_of_date(draft: Draft, word: str) -> bool:
    layout = draft.lexicon.layout
    return word in layout["months"] or word in layout["weekdays"] or word in layout["date_words"]

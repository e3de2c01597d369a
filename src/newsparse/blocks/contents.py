"""Tables of contents: a title, entries, and the lines that the entries name."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from functools import cache, lru_cache, partial
from itertools import product
from string import ascii_letters
from typing import TypeAlias

from newsparse.blocks.draft import Draft, Label
from newsparse.blocks.lexicon import Lexicon
from newsparse.blocks.unit import OPENING, key_of
from newsparse.model import Span

LONGEST = 60
"""Words of the longest entry: some tables list whole questions of an interview."""
SURE = 0.6
"""Share of the entries that must be lines of the text again where the title alone does not tell a table of contents."""
PROSE = 8
"""Words of a finished unit that is running text."""
TITLE = 20
"""Words of the longest heading that an entry may nearly name."""
REACH = 300
"""Units below the entries among which such headings are looked for."""
ALIKE = 0.6
"""Share of their words that an entry and a heading have in common at least."""
GROUP = 20
"""Lines of the longest table that only blank lines bound."""
TRIES = 12
"""Titles whose entries are looked for: each time the whole text is read, and an article has one table."""
FRONT = 30
"""A table without a title is looked for among so many first units."""

_Places: TypeAlias = "dict[str, list[int]]"
"""Where each short line stands, by its key."""

_TEMPLATE = re.compile(r"^(?:\{\{[^{}]{0,80}\}\}|\[[^\[\]]{0,80}\])\s*")


def label_contents(draft: Draft) -> None:
    """Label the tables of contents, and the headings that their entries name."""
    titles, maybe = draft.lexicon.layout["contents_titles"], draft.lexicon.layout["contents_maybe"]
    openings, first = _openings(draft.lexicon)
    text = draft.text
    lines = cache(partial(_lines, draft))
    tries = 0
    for at, unit in enumerate(draft.units):
        opening = text[unit.start : unit.start + 3]
        if opening not in openings and opening.isalpha():
            continue  # as hundreds of a page's lines
        if unit.apart and not _may_begin(text[unit.start : unit.end], first):
            continue
        if tries == TRIES:
            break
        if unit.words <= 7 and (unit.key in titles or unit.key in maybe) and draft.labels[at] is None:
            tries += 1
            entries = _entries(draft, at + 1, lines)
            # `At a glance` may stand over facts as well as over the headings of the article
            if entries and (unit.key in titles or _share_named(draft, entries) >= SURE):
                draft.label(at, Label("contents_title", "contents.title"))
                _label_entries(draft, entries, "contents.entry")
                return
    entries = _untitled(draft)
    if entries:
        _label_entries(draft, entries, "contents.untitled")


@lru_cache(maxsize=64)
def _openings(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """The three letters that titles, or numbers before them (`iii) Contents`), begin with in any case; their first words."""
    titles = lexicon.layout["contents_titles"] | lexicon.layout["contents_maybe"]
    found = {title[:3] for title in titles} | {"".join(letters) for letters in product("ivx", repeat=3)}
    cased = ("".join(letters) for one in found for letters in product(*((letter, letter.upper()) for letter in one)))
    return frozenset(cased), lexicon.first["contents_titles"] | lexicon.first["contents_maybe"]


def _may_begin(line: str, first: frozenset[str]) -> bool:
    """Whether a line of a page's menus may begin with one of the words `first`, after a bullet or the like at most."""
    word = line.partition(" ")[0].lower()
    if word.isalpha() or word[0].isdigit():
        return word in first
    return key_of(line[:OPENING]).partition(" ")[0] in first


def _entries(draft: Draft, first: int, lines: Callable[[bool], _Places]) -> range:
    """The entries after a title: all that have the first one's bullet; without bullets, all that the text repeats.

    `lines` gives where the lines stand that entries name, which are apart or not.
    """
    units = draft.units
    if first >= len(units):
        return range(0)
    if units[first].listed:
        bullet, numbered = units[first].bullet, bool(units[first].number)
        last = first
        while (
            last < len(units)
            and units[last].listed
            and units[last].bullet == bullet
            and units[last].words <= LONGEST
            and (bullet or bool(units[last].number) == numbered)
        ):
            last += 1
        return range(first, last)
    named = lines(units[first].apart)
    last = first
    while last < len(units) and units[last].words <= LONGEST:
        copies = named.get(units[last].key)
        if not copies or copies[-1] <= last or draft.lexicon.kind_of_line(units[last].key) == "share":
            break
        last += 1
    group = _group(draft, first, named)
    return group if len(group) > last - first else range(first, last) if last - first >= 2 else range(0)


def _group(draft: Draft, first: int, named: _Places) -> range:
    """Short lines that blank lines bound, if the text has half of them again or nearly so, and two of them word for word."""
    units = draft.units
    last = first
    while last < len(units) and (last == first or not units[last].blanks) and last - first <= GROUP:
        if units[last].words > TITLE or (units[last].finished and units[last].last not in "?!…"):
            return range(0)
        last += 1
    run = range(first, last)
    if not 2 <= len(run) <= GROUP or last == len(units):
        return range(0)
    exact = [max(named.get(units[at].key, (-1,))) >= last for at in run]
    if sum(exact) == len(run):
        return run
    titles = _titles(draft, run)
    near = sum(known or _nearly(draft, at, titles) is not None for at, known in zip(run, exact, strict=True))
    return run if near >= 2 and 2 * near >= len(run) else range(0)


def _untitled(draft: Draft) -> range:
    """A list near the top whose items, most of them, are lines of the text again."""
    units = draft.units
    first = next((at for at, unit in enumerate(units[:FRONT]) if unit.listed and unit.words <= LONGEST), -1)
    if first < 0 or draft.labels[first] is not None or units[first].bullet == "—":  # a dash opens direct speech
        return range(0)
    last = first
    while last < len(units) and units[last].listed and units[last].words <= LONGEST:
        last += 1
    if last - first < 3:
        return range(0)
    run = range(first, last)
    return run if _share_named(draft, run) >= SURE else range(0)


def _share_named(draft: Draft, run: range) -> float:
    """The share of entries that are headings further on; the same list again has no text under its lines."""
    units, named = draft.units, _named(draft, run)
    targets = {target for at in run if (target := _target(draft, at, named)) is not None and target + 1 < len(units)}
    return sum(units[target + 1].words >= 8 for target in targets) / len(run)


def _named(draft: Draft, entries: range) -> _Places:
    """Where the lines stand that one of `entries` may name.

    Those of a page's menus name no other line of its menus: `Contents`, `Search` above all else are links into the page.
    """
    others = _none_of(draft, entries, draft.lexicon.layout["headline_labels"])
    return _lines(draft, all(draft.units[at].apart for at in entries), entries, others)


def _lines(
    draft: Draft,
    apart: bool,  # noqa: FBT001 - cached by place
    without: range = range(0),
    others: frozenset[str] = frozenset(),
) -> _Places:
    """Where each short line stands; a line with a label stands under its words too.

    What entries name that are `apart` is not. Lines that begin with one of the letters `others`, or stand in `without`, are
    left out.
    """
    places: _Places = {}
    labels, text, units = draft.lexicon.layout["headline_labels"], draft.text, draft.units
    for at in draft.open if apart else range(len(units)):
        unit = units[at]
        if text[unit.body] in others or at in without:
            continue
        if (unit.stop - unit.body > LONGEST and unit.words > LONGEST) or not unit.key:
            continue
        places.setdefault(unit.key, []).append(at)
        head, _, rest = unit.key.partition(" ")
        if head in labels and rest:
            places.setdefault(rest, []).append(at)
    return places


def _none_of(draft: Draft, entries: range, labels: frozenset[str]) -> frozenset[str]:
    """The letters that no line begins with which one of `entries` names, or that a label stands before."""
    keys = {draft.units[at].key for at in entries} | labels
    keys |= {key_of(_TEMPLATE.sub("", draft.words(at))) for at in entries if draft.words(at)[0] in "{["}
    first = {letter for key in keys if key for letter in (key[0], unicodedata.normalize("NFD", key)[0])}
    return frozenset(ascii_letters) - first - {letter.upper() for letter in first}


def _target(draft: Draft, at: int, named: _Places) -> int | None:
    """The line that entry `at` names: the first after it, else the first before it."""
    unit = draft.units[at]
    places = named.get(unit.key)
    if places is None and draft.text[unit.body] in "{[":
        words = draft.words(at)
        stripped = _TEMPLATE.sub("", words)
        if stripped != words:
            places = named.get(key_of(stripped))
    if not places:
        return None
    after = bisect_right(places, at)
    return places[after] if after < len(places) else places[0]


def _label_entries(draft: Draft, entries: range, rule: str) -> None:
    named = _named(draft, entries)
    labels = _labels(draft, entries)
    headline = _headline_below(draft, entries)
    titles = _titles(draft, entries) if any(_target(draft, at, named) is None for at in entries) else []
    for at in entries:
        target = _target(draft, at, named)
        if target is None:
            target = _nearly(draft, at, titles)
        unit = draft.units[at]
        span = None
        if target is not None:
            named_unit = draft.units[target]
            span = Span(named_unit.start, named_unit.end)
            # A turn of an interview, `Courier: What next?`, is listed too; its label stands before other lines as well.
            if target > at and named_unit.words <= 30 and labels[_label(draft, target)] < 2 and target != headline:
                draft.label(target, Label("heading", "heading.contents-match"))
        draft.label(at, Label("contents_entry", rule, ordered=bool(unit.number), target=span))


def _headline_below(draft: Draft, entries: range) -> int:
    """The line below a table that stands above everything else, if a byline or the like is below it, else -1."""
    at = entries.stop
    above = any(draft.labels[one] is None or not draft.is_furniture(one) for one in range(entries.start - 1))
    if above or at + 1 >= len(draft.units):
        return -1
    below = draft.units[at + 1]
    return -1 if below.finished and below.words >= PROSE else at


def _titles(draft: Draft, entries: range) -> list[tuple[int, tuple[str, ...], frozenset[str]]]:
    """Short lines below the entries that may be headings, with their words, frequent small ones left out."""
    found = []
    for at in range(entries.stop, min(len(draft.units) - 1, entries.stop + REACH)):
        unit = draft.units[at]
        if not unit.apart and unit.words <= TITLE and (not unit.finished or unit.last in "?!") and unit.key:
            words = tuple(unit.key.split())
            found.append((at, words, frozenset(words) - draft.lexicon.small))
    return found


def _nearly(draft: Draft, at: int, titles: list[tuple[int, tuple[str, ...], frozenset[str]]]) -> int | None:
    """The one heading that entry `at` nearly names: cut short, with a page's number, `&` for `and`, a word changed."""
    words = tuple(draft.units[at].key.split())
    own = frozenset(words) - draft.lexicon.small
    if not own or len(words) > TITLE:
        return None
    found = []
    for target, others, rest in titles:
        size = min(len(words), len(others))
        begun = size >= 2 and words[:size] == others[:size]
        alike = len(own) > 1 and len(own & rest) >= ALIKE * len(own | rest)
        if begun or alike:
            found.append(target)
    return found[0] if len(found) == 1 else None


def _label(draft: Draft, at: int) -> str:
    """What stands before the first colon, if that is near, else nothing."""
    start = draft.units[at].body
    colon = draft.text.find(":", start, min(start + 60, draft.units[at].stop))
    return draft.text[start:colon] if colon > 0 else ""


def _labels(draft: Draft, without: range) -> Counter[str]:
    """How often each label stands before a line outside `without`."""
    found = Counter(_label(draft, at) for at in range(len(draft.units)) if at not in without)
    del found[""]
    return found

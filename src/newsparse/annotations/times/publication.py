"""When the article was published and changed, as far as its text and its address say. Nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache, lru_cache, partial

import attrs

from newsparse.annotations.times.calendar import day_of
from newsparse.annotations.times.finding import times_in
from newsparse.annotations.times.numeric import day_first
from newsparse.annotations.times.spoken import spoken
from newsparse.languages import Language
from newsparse.model import (
    Byline,
    Dateline,
    Furniture,
    Heading,
    Headline,
    Metadata,
    Node,
    Paragraph,
    Sourced,
    Span,
    TimeExpression,
)
from newsparse.model.nodes import AnyLeaf, leaves_of

FRONT = 12
"""Leaves from the start, menus aside, among which a line with nothing but a date is the article's."""
LABELLED = 160
"""A line with a label is at most this long, in code points; a longer one is a sentence."""
GAP = 6
"""Code points between a day and its time of day at most: ` à `, `, um `."""
ELSEWHERE = frozenset({"related", "teaser", "comments", "navigation", "advertisement", "subscribe", "legal"})
"""Furniture whose dates are other articles'."""

_PATH_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_DIGIT = re.compile(r"\d")
_FULL = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d.*)?")
_WIRE = re.compile(r"\s*(?:\([^)\n]{1,40}\)\s*)?(?:[—–:]|--?\s)")

Found = Sourced[date | datetime]


@attrs.frozen(kw_only=True)
class Reader:
    """Reads full dates from stretches of one text, each as if it knew no other date."""

    text: str
    language: Language
    order: Callable[[], bool | None]

    def dates(self, span: Span) -> Iterator[tuple[Span, Found]]:
        """Every date with day, month and year, and where it stands."""
        day: TimeExpression | None = None
        for one in times_in(self.text, span, self.language, self.order):
            if not (
                one.value and one.type in ("DATE", "TIME") and _FULL.fullmatch(one.value) and one.start is not None
            ):
                continue
            if day is not None and _is_its_time(day, one):
                where, day = Span(day.span.start, one.span.end), None
                yield where, Sourced(value=one.start, source="text", span=where)
                continue
            if day is not None:
                yield _dated(day)
            day = one if one.type == "DATE" else None
            if day is None:
                yield _dated(one)
        if day is not None:
            yield _dated(day)


def _is_its_time(day: TimeExpression, other: TimeExpression) -> bool:
    """Whether a time follows a day and is of it: `03/05/2024 à 17h30`."""
    same = other.type == "TIME" and (other.value or "").startswith(day.value or "?")
    return same and other.span.start - day.span.end <= GAP


def _dated(one: TimeExpression) -> tuple[Span, Found]:
    start = one.start
    if start is None:
        raise ValueError(f"{one.text!r} has no interval")
    return one.span, Sourced(value=start if one.type == "TIME" else start.date(), source="text", span=one.span)


def with_dates(
    text: str, children: tuple[Node, ...], metadata: Metadata, url: str | None, language: Language
) -> Metadata:
    """Return `metadata` with the dates that dateline, byline, labels (`Published: …`) and URL give, where it has none.

    `source` says which it was: `label`, `byline`, `dateline`, `date-line` (a line that is only a date) or `url`. Only a
    date with day, month and year counts, and no numeric one whose order nothing settles.
    """
    if metadata.date_published is not None and metadata.date_modified is not None:
        return metadata
    published, modified = _in_text(text, children, url, language)
    published = published or _in_url(url)
    return attrs.evolve(
        metadata,
        date_published=metadata.date_published or published,
        date_modified=metadata.date_modified or modified,
    )


def _in_text(
    text: str, children: tuple[Node, ...], url: str | None, language: Language
) -> tuple[Found | None, Found | None]:
    language = spoken(text, language)
    labels = _labels(language)
    if labels is None:
        return None, None
    best: dict[str, Found] = {}
    modified: Found | None = None
    body = False
    read = Reader(text=text, language=language, order=cache(partial(day_first, text, language, url)))
    number = -1
    for leaf in leaves_of(children):
        if isinstance(leaf, Furniture) and leaf.kind in ELSEWHERE:
            continue
        number += 1
        line = text[leaf.span.start : leaf.span.end]
        changed: set[Span | None] = set()
        if len(line) <= LABELLED:
            for kind, found in _labelled(line, leaf, labels, read):
                if kind == "modified":
                    modified = modified or found
                    changed.add(found.span)
                else:
                    best.setdefault("label", found)
            if number < FRONT and not body and not isinstance(leaf, Headline | Heading):
                _note_line(line, leaf, best, read, changed)
        if isinstance(leaf, Paragraph) and not body:
            wired = None if changed else _dateline(leaf, read)
            body = wired is not None or len(line) > LABELLED
            if wired is not None:
                best.setdefault("dateline", wired)
        if body and number >= FRONT and "label" in best:
            break
    order = ("label", "byline", "dateline", "date-line")
    return next((best[source] for source in order if source in best), None), modified


@lru_cache(maxsize=32)
def _labels(language: Language) -> re.Pattern[str] | None:
    """The labels of a language, longest first: group 1 is one of publication, group 2 one of change."""
    tables = language.table("times").get("labels", {})
    if not tables:
        return None
    groups = []
    for kind in ("published", "modified"):
        words = sorted(tables.get(kind, ()), key=len, reverse=True)
        groups.append("|".join(re.escape(word).replace("\\ ", r"\s") for word in words) or r"(?!)")
    return re.compile(rf"(?<!\w)(?:({groups[0]})|({groups[1]}))(?!\w)\s?:?", re.IGNORECASE)


def _labelled(line: str, leaf: AnyLeaf, labels: re.Pattern[str], read: Reader) -> Iterator[tuple[str, Found]]:
    """Dates that directly follow a label, with the kind of the label."""
    if not _has_digit(line) or not (matches := list(labels.finditer(line))):
        return
    dates = list(read.dates(leaf.span))
    for number, match in enumerate(matches):
        limit = matches[number + 1].start() if number + 1 < len(matches) else len(line)
        for span, found in dates:
            at = span.start - leaf.span.start
            ends = span.end - leaf.span.start  # `el` of `publicado el 3 de mayo` belongs to label and date
            if match.start() < at < limit and ends > match.end() and not _words_between(line[match.end() : at]):
                yield "published" if match[1] else "modified", attrs.evolve(found, source="label")
                break


def _has_digit(line: str) -> bool:
    """Whether a digit of any sort stands in a line; a superscript is one that only the slow look finds."""
    return _DIGIT.search(line) is not None or (not line.isascii() and any(map(str.isdigit, line)))


def _words_between(between: str) -> bool:
    """Whether more than a few small words (`on`, `am`, `le`) stand between label and date."""
    return len(between) > 12 or any(mark in between for mark in ".!?\n")


def _note_line(line: str, leaf: AnyLeaf, best: dict[str, Found], read: Reader, changed: set[Span | None]) -> None:
    """Keep the date of a byline, of a dateline or of a line that holds nothing else; none of those in `changed`."""
    if not _has_digit(line):
        return
    dates = [(span, found) for span, found in read.dates(leaf.span) if found.span not in changed]
    if not dates:
        return
    span, first = dates[0]
    alone = 2 * (span.end - span.start) > len(line.strip()) and len({found.value for _, found in dates}) == 1
    if alone and not (isinstance(leaf, Byline) and leaf.authors):
        best.setdefault("date-line", attrs.evolve(first, source="date-line"))
    elif isinstance(leaf, Byline | Dateline):
        best.setdefault(leaf.type, attrs.evolve(first, source=leaf.type))


def _dateline(leaf: Paragraph, read: Reader) -> Found | None:
    """`GENEVA, Feb. 3, 2025 (Wire) —` at the start of the first paragraph."""
    start = leaf.span.start
    for span, found in read.dates(Span(start, min(leaf.span.end, start + 100))):
        before = read.text[start : span.start].strip(" ,(")
        if before and before[0].isupper() and len(before) <= 40 and _WIRE.match(read.text, span.end):
            return attrs.evolve(found, source="dateline")
    return None


def _in_url(url: str | None) -> Found | None:
    """`/2025/02/18/`, `/2025-02-18-` or `/20250218` in the address."""
    for found in _PATH_DATE.finditer(url or ""):
        day = day_of(int(found[1]), int(found[3]), int(found[4]))
        if day is not None and (found[2] or found.end() - found.start() == 8):
            return Sourced(value=day, source="url")
    return None

"""Quotations in the headline: mostly cut from one below it, where the text says whose it is.

`“Nobody told us”: villagers learn of quarry`, and below, `“Nobody told us a thing,” said Ann Lee.`
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import attrs

from newsparse.annotations.entities import Mention
from newsparse.annotations.quotations.announcing import is_titled
from newsparse.annotations.quotations.lexicon import Lexicon
from newsparse.model import AlternativeHeadline, Headline, Node, Quotation, Span
from newsparse.model.nodes import leaves_of

MOST = 8
"""Quotations in headlines that are looked at."""
CERTAIN = 3
"""Words that are an echo wherever they stand in a quotation; fewer only where it, or a sentence of it, begins."""
LONGEST_LABEL = 4
"""Words of an office before a colon."""
LONGEST = 400
"""Code points of a quotation below that are looked at."""
_HEADLINES = (Headline, AlternativeHeadline)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE = re.compile(r"[.!?…]\s+")
_MARKS = " \t\"'“”„‟«»‹›‘’‚`"


class Echo(NamedTuple):
    """A part of a quotation below a headline: its words, and the same in small letters, for a first look."""

    quote: Quotation
    words: str
    lower: str


def with_echoes(
    text: str,
    children: tuple[Node, ...],
    quotes: Sequence[Quotation],
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    roles: Callable[[str], bool],
) -> tuple[Quotation, ...]:
    """Return the quotations, those of headlines with the speakers that the quotations below have."""
    lines = [leaf.content for leaf in leaves_of(children) if isinstance(leaf, _HEADLINES)]
    starts = [line.start for line in lines]  # a text may be thousands of lines that repeat its first
    above = {at: line for at, quote in enumerate(quotes) if (line := _line_around(quote, lines, starts)) is not None}
    if not above or len(above) > MOST:
        return tuple(quotes)
    below = list(_below(text, quotes, set(above)))
    found = list(quotes)
    for at, line in above.items():
        found[at] = _told(text, line, quotes[at], below, mentions, lexicon, roles)
    return tuple(found)


def _line_around(quote: Quotation, lines: Sequence[Span], starts: Sequence[int]) -> Span | None:
    """The line that holds the quotation; `lines` are disjoint and in order."""
    place = bisect_right(starts, quote.span.start) - 1
    return lines[place] if place >= 0 and quote.span.end <= lines[place].end else None


def _below(text: str, quotes: Sequence[Quotation], above: set[int]) -> Iterator[Echo]:
    for at, quote in enumerate(quotes):
        if at not in above and quote.function == "speech" and quote.kind != "indirect":
            for part in quote.parts:
                words = text[part.start : min(part.end, part.start + LONGEST)]
                yield Echo(quote, words, words.lower())


def bare(words: str, lexicon: Lexicon | None = None) -> str:
    """The words alone, in small letters, each between blanks; with a `lexicon`, without an article before them."""
    found = [word.lower().replace("’", "'") for word in _WORD.findall(words)]
    if lexicon is not None and found and found[0] in lexicon.articles:
        del found[0]
    return f" {' '.join(found)} "


def _told(
    text: str,
    line: Span,
    quote: Quotation,
    below: Sequence[Echo],
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    roles: Callable[[str], bool],
) -> Quotation:
    """The quotation of a headline with its speaker, if the text below or the words beside it tell."""
    if quote.function == "speech" and quote.cue is not None:
        return quote
    words, start = bare(quote.text), bare(quote.text, lexicon)
    long = words.count(" ") - 1 >= CERTAIN
    if not long and _is_spoken_about(text, line, quote, lexicon):
        return quote
    rarest = max((word for word in start.split() if word.isascii()), key=len, default="")
    for one in below:
        if rarest in one.lower and _echoes(one.words, words if long else "", start, lexicon):
            source = one.quote.source or quote.source
            return attrs.evolve(quote, function="speech", source=source, rule="quotation.echo")
    if quote.function == "speech" or not long or not _is_said(text, line, quote, lexicon):
        return quote
    return attrs.evolve(
        quote, function="speech", source=_named_before(text, line, quote, mentions, roles), rule="quotation.headline"
    )


def _echoes(below: str, words: str, start: str, lexicon: Lexicon) -> bool:
    """Whether a quotation has the `words` somewhere, if there are any, or one of its sentences begins with those of `start`."""
    if words and words in bare(below):
        return True
    return bool(start.strip()) and any(bare(one, lexicon).startswith(start) for one in _SENTENCE.split(below))


def _is_spoken_about(text: str, line: Span, quote: Quotation, lexicon: Lexicon) -> bool:
    """`What is a “ghost ship”?`, `THE PHRASE “MOSS RAGE” EXPLAINED`: a word, not what somebody says."""
    before = text[line.start : quote.span.start].lower().split()
    explained = text[line.start : line.end].rstrip(_MARKS).endswith("?")
    return quote.function in ("term", "title") or explained or (bool(before) and before[-1] in lexicon.articles)


def _is_said(text: str, line: Span, quote: Quotation, lexicon: Lexicon) -> bool:
    """Whether a colon beside says so: `Fire chief: “We had eleven minutes”`, `“We had no time”: chief tells inquiry`."""
    before, behind = text[line.start : quote.span.start].rstrip(), text[quote.span.end : line.end].strip(_MARKS)
    inner = quote.text
    if is_titled(inner, lexicon) and not inner.isupper() and not lexicon.nouns_are_capitalised:
        return False
    if not before.strip(_MARKS) and not behind.strip(".!?"):
        spoken = {word.lower().replace("’", "'") for word in _WORD.findall(inner)}
        return not lexicon.talking.isdisjoint(spoken)  # a line that is nothing else: `“We heard it before we saw it”`
    if before.endswith(":") and not behind.strip(".!?"):
        label = before[:-1].lower()
        return label not in lexicon.labels and label.rsplit(" ", 1)[-1] not in lexicon.labels
    return not before.strip(_MARKS) and behind[:1] in (":", "–", "—") and len(behind) > 1


def _named_before(
    text: str, line: Span, quote: Quotation, mentions: Sequence[Mention], roles: Callable[[str], bool]
) -> Span | None:
    """The person or the office before the colon."""
    before = text[line.start : quote.span.start].rstrip()
    if not before.endswith(":"):
        return None
    label = Span(line.start, line.start + len(before) - 1)
    named = next((one.span for one in mentions if one.span.end == label.end and one.span.start >= line.start), None)
    words = label.of(text).split()
    return label if named is None and 0 < len(words) <= LONGEST_LABEL and roles(words[-1]) else named

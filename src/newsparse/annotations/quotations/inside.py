"""Reports inside what they report, as French and Italian copy has them within the marks, and dialogue behind a dash.

`« Nous restons, a dit la maire. Ni vous ni moi. »`, `— Pas une seconde, répond son voisin.`, `—Ni un segundo —respondió Ana—.`
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsparse.annotations.quotations import phrases, subjects
from newsparse.annotations.quotations.clauses import Token, sentences_around
from newsparse.annotations.quotations.lexicon import CUES, Kind, Lexicon
from newsparse.model import Branch, ListItem, Node, Paragraph, Quotation, Span, Turn
from newsparse.model.nodes import AnyLeaf, leaves_of

DASHES = frozenset("—–―")
_ENDS = frozenset("?!…")
_SPACE_AND_STOPS = " \t\r\n\u00a0\u202f.,;—–―-"
_NAMED = frozenset((Kind.DETERMINER, Kind.POSSESSIVE, Kind.CAPITAL, Kind.PRONOUN, Kind.NOUN))
"""What the words that name a speaker begin with."""
_BESIDE_CUE = frozenset((Kind.AUXILIARY, Kind.PRONOUN))
_FINITE = frozenset((*CUES, Kind.AUXILIARY, Kind.PRONOUN))
_WHERE = frozenset((Kind.PREPOSITION, Kind.TIME, Kind.ATTACHING))
_WALLS = frozenset((Kind.DASH, Kind.QUOTED, Kind.COLON, Kind.OTHER, Kind.OPENING))


_TELLING = (Paragraph, ListItem)
LONGEST_ASIDE = 20
"""Tokens of a report between dashes."""


class Inside(NamedTuple):
    """The words of a quotation, without the report among them; the report's cue and source."""

    words: tuple[Span, ...]
    cue: Span
    source: Span | None


class _Report(NamedTuple):
    """A report from `start` to `end` in the text, the punctuation around it included."""

    start: int
    end: int
    cue: Span
    source: Span | None


def told_inside(text: str, extent: Span, lexicon: Lexicon) -> Inside | None:
    """Return the words in `extent` and the report between or behind them, or None if nobody is told there."""
    reports: list[_Report] = []
    for tokens in sentences_around(text, extent, (), lexicon):
        for place, token in enumerate(tokens):
            found = _report(text, extent, tokens, place, lexicon) if token.kind == Kind.VERB else None
            if found and (not reports or found.start >= reports[-1].end):
                reports.append(found)
    if not reports:
        return None
    starts = [extent.start, *(one.end for one in reports)]
    ends = [*(one.start for one in reports), extent.end]
    words = tuple(span for start, end in zip(starts, ends, strict=True) if (span := _trimmed(text, start, end)))
    return Inside(words, reports[0].cue, reports[0].source) if words and words[0].start < reports[0].start else None


def _report(text: str, extent: Span, tokens: Sequence[Token], place: int, lexicon: Lexicon) -> _Report | None:
    """The report whose cue stands at `place`, if a mark goes before it and a name follows."""
    first = place
    while first and tokens[first - 1].kind in _BESIDE_CUE:
        first -= 1
    start = _opened(text, extent, tokens[first].start)
    if lexicon.inside_dashes and start >= 0 and text[start] not in DASHES and text[start] != "-":
        return None
    named = subjects.behind_cue(tokens, place + 1, lexicon)
    if start < 0:
        return None
    if named is None or tokens[named[0]].kind not in _NAMED:
        dropped = lexicon.drops_subjects and (text[start] in DASHES or text[start] == "-")
        return _nobody_named(tokens, first, place, start) if dropped else None
    named = _without_speech(tokens, named, extent.end)
    last = _end(tokens, named[1])
    end = tokens[last - 1].end
    if last < len(tokens) and tokens[last].kind in (Kind.COMMA, Kind.DASH):
        end = tokens[last].end
    source = Span(tokens[named[0]].start, tokens[named[1] - 1].end)
    return _Report(start, end, Span(tokens[first].start, tokens[place].end), source)


def _nobody_named(tokens: Sequence[Token], first: int, place: int, start: int) -> _Report | None:
    """A report between dashes whose verb has no subject: `—Ya no —dice—. Ni falta que hace.`."""
    last = place + 1
    while last < len(tokens) and last < place + LONGEST_ASIDE and tokens[last].kind not in _WALLS:
        last += 1
    closed = last == len(tokens) or tokens[last].kind == Kind.DASH
    if not closed:
        return None
    end = tokens[min(last, len(tokens) - 1)].end
    return _Report(start, end, Span(tokens[first].start, tokens[place].end), None)


def _without_speech(tokens: Sequence[Token], named: phrases.Range, end: int) -> phrases.Range:
    """The name without what only looks like an apposition: `« Ici, dit le chef, la toiture est condamnée. »`.

    One that tells who it is is closed by a mark, with more said behind it, and has no verb.
    """
    first, last = named
    comma = next((at for at in range(first, last) if tokens[at].kind == Kind.COMMA), 0)
    if not comma:
        return named
    stops = tokens[last - 1].end + 2 > end or (last < len(tokens) and tokens[last].kind not in (Kind.COMMA, Kind.DASH))
    verbal = any(token.kind in _FINITE for token in tokens[comma + 1 : last])
    bare = all(token.kind == Kind.CAPITAL for token in tokens[comma + 1 : last])  # `la maire, Ana Ruiz`
    return (first, comma) if verbal or (stops and not bare) else named


def _opened(text: str, extent: Span, at: int) -> int:
    """Where a report begins whose first word stands at `at`: at the comma or dash before it, behind another mark; or -1."""
    before = at
    while before > extent.start and text[before - 1].isspace():
        before -= 1
    if before <= extent.start:
        return -1
    mark = text[before - 1]
    if mark == "," or mark in DASHES or (mark == "-" and before < at):
        return before - 1
    return before if mark in _ENDS else -1


def _end(tokens: Sequence[Token], at: int) -> int:
    """Where a report ends whose source ends before `at`: with its sentence, at a dash, or at a comma that tells no place."""
    while at < len(tokens) and tokens[at].kind not in _WALLS:
        if tokens[at].kind == Kind.COMMA and not (at + 1 < len(tokens) and tokens[at + 1].kind in _WHERE):
            break
        at += 1
    return at


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The words between two places, without the stops of a report before them."""
    while start < end and text[start] in _SPACE_AND_STOPS:
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if any(map(str.isalnum, text[start:end])) else None


def dialogue(
    text: str, children: tuple[Node, ...], marked: Sequence[Quotation], lexicon: Lexicon
) -> Iterator[Quotation]:
    """Yield what is said behind dashes: lines in a row, one of which at least tells who says it.

    Turns of interviews are none, nor what has marks of its own.
    """
    if not any(text[leaf.span.start : leaf.span.start + 1] in DASHES for leaf in leaves_of(children)):
        return
    taken = iter([(quote.span.start, quote.span.end) for quote in marked])
    quoted = next(taken, None)
    row: list[tuple[Span, Inside | None]] = []
    for leaf in _leaves(children):
        words = _behind_dash(text, leaf)
        while quoted and words and quoted[1] <= leaf.span.start:
            quoted = next(taken, None)
        if words and quoted and quoted[0] < leaf.span.end:
            words = None
        if words:
            row.append((words, told_inside(text, words, lexicon)))
        elif row:
            yield from _said(text, row)
            row = []
    yield from _said(text, row)


def _leaves(children: tuple[Node, ...]) -> Iterator[AnyLeaf]:
    for node in children:
        if isinstance(node, Branch):
            if not isinstance(node, Turn):
                yield from _leaves(node.children)
        else:
            yield node


def _behind_dash(text: str, leaf: AnyLeaf) -> Span | None:
    """What stands behind the dash that a line begins with."""
    start, end = leaf.span.start, leaf.content.end
    if not isinstance(leaf, _TELLING) or text[start] not in DASHES:
        return None
    return _trimmed(text, start, end)


def _said(text: str, row: Sequence[tuple[Span, Inside | None]]) -> Iterator[Quotation]:
    if not any(inside for _, inside in row):
        return
    for words, inside in row:
        parts = inside.words if inside else (words,)
        content = Span(parts[0].start, parts[-1].end)
        yield Quotation(
            span=content,
            content=content,
            text=" ".join(part.of(text) for part in parts),
            parts=parts,
            kind="direct",
            function="speech",
            rule="quotation.dialogue",
            cue=inside.cue if inside else None,
            source=inside.source if inside else None,
        )

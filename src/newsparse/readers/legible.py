r"""The text as the rules read it, and the way back to the characters that stand there.

Rules are written for `\n`, for blanks, for `é` in one character and for words without soft hyphens. A text with other line
breaks, with no-break spaces between words, with accents of their own (NFD) or with invisible characters in its words is read
as if it had none of them; every span of what was found is then told in the text as it is. That is exact: nothing is searched.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import attrs

from newsparse.model import Article, Entity, Quotation, Span
from newsparse.model.nodes import BRANCHES, LEAVES
from newsparse.readers.source import Source

_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_NARROW = "\u00a0\u2009\u202f"
# U+0300 to U+036F after letters, voiced kana, syllables of Hangul in pieces
_APART = "[^\\W\\d_][\u0300-\u036f]{1,4}|[\u3041-\u30ff][\u3099\u309a]|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
_ODD = re.compile(f"[\r\x0b\x0c\x85\u2028\u2029{_NARROW}{_INVISIBLE}\u0300-\u036f\u1161-\u1175\u3099\u309a]")
_PIECE = re.compile(
    "(?P<line>\r(?!\n)|[\x0b\x0c\x85\u2028\u2029])"
    # not in `« Non »` and `1 000`, where it is no blank between words, nor behind the Q of a line, where it marks a label
    rf"|(?P<blank>(?<=\S[^\s\d«‹—–])[{_NARROW}](?=[^\s»›:;!?%])|(?<=\S\d)[{_NARROW}](?=[^\W\d_]))"
    # a line of nothing else stays as it is
    rf"|(?P<invisible>(?<=[^\s{_INVISIBLE}])[{_INVISIBLE}]+|(?<![{_INVISIBLE}])[{_INVISIBLE}]+(?=[^\s{_INVISIBLE}]))"
    rf"|(?P<apart>{_APART})"
)
_NODES = frozenset((*LEAVES, *BRANCHES))


@attrs.frozen
class Original:
    """The `text` as it is, beside what the rules `read`."""

    text: str
    read: str
    keys: tuple[int, ...] = ()
    """Where characters were left out: twice the place in the legible text, and one more for an accent of the one before it."""
    lost: tuple[int, ...] = (0,)
    """How many were left out before each of these, and in all."""

    def restored(self, article: Article) -> Article:
        """Return what was found in the legible text as found in the text as it is."""
        if self.text is self.read:
            return article
        back = _Back(self)
        values = {field.name: back.value(getattr(article, field.name)) for field in attrs.fields(Article)}
        return Article(**{**values, "text": self.text})


def legible(source: Source) -> tuple[Source, Original]:
    """Return `source` as the rules read it, and the way back; a text that needs nothing costs one look at its characters."""
    text = source.text
    if _ODD.search(text) is None:
        return source, Original(text, text)
    pieces: list[str] = []
    starts: list[int] = []
    keys: list[int] = []
    sizes: list[int] = []
    done = gone = 0
    for match in _PIECE.finditer(text):
        start, end = match.span()
        new = _read_as(match)
        if new == match[0]:
            continue
        pieces += (text[done:start], new)
        done = end
        if len(new) != end - start:
            starts.append(start)
            keys.append(2 * (start - gone + len(new)) - len(new))
            sizes.append(end - start - len(new))
            gone += sizes[-1]
    if not pieces:
        return source, Original(text, text)
    read = "".join((*pieces, text[done:]))
    lost = (0, *accumulate(sizes))
    changed = attrs.evolve(source, text=read)
    if keys:
        changed = attrs.evolve(
            changed,
            lines=tuple(
                line._replace(start=_place(line.start, starts, lost), end=_place(line.end, starts, lost))
                for line in source.lines
            ),
            cells=tuple(
                tuple(Span(*(_place(at, starts, lost) for at in cell)) for cell in row) for row in source.cells
            ),
        )
    return changed, Original(text, read, tuple(keys), lost)


def _read_as(match: re.Match[str]) -> str:
    match match.lastgroup:
        case "line":
            return "\n"
        case "blank":
            return " "
        case "invisible":
            return ""
        case _:
            # `x̌` has no character of its own and stays
            new = unicodedata.normalize("NFC", match[0])
            return new if len(new) == 1 else match[0]


def _place(at: int, starts: Sequence[int], lost: Sequence[int]) -> int:
    """Where in the legible text stands what stands at `at`."""
    return at - lost[bisect_left(starts, at)]


class _Back:
    """Tells spans of the legible text in the text as it is."""

    def __init__(self, original: Original) -> None:
        self.text, self.read = original.text, original.read
        self.keys, self.lost = original.keys, original.lost
        self.entities: dict[int, Entity] = {}

    def value(self, value: Any, *, whole: bool = False) -> Any:  # noqa: ANN401 - anything that an article holds
        """Return `value` with its spans, and the texts that they name, as they stand; `whole` spans take in their edges."""
        if isinstance(value, Span):
            return self.span(value, whole=whole)
        if isinstance(value, tuple):
            new = tuple([self.value(one, whole=whole) for one in value])
            return value if all(map(_is, value, new)) else new
        if isinstance(value, Entity):
            known = self.entities.get(value.id)
            if known is None:
                known = self.entities[value.id] = attrs.evolve(value, mentions=self.value(value.mentions))
            return known
        return self._made(value) if attrs.has(type(value)) else value

    def _made(self, value: Any) -> Any:  # noqa: ANN401
        new: dict[str, Any] = {}
        for field in attrs.fields(type(value)):
            old = getattr(value, field.name)
            whole = field.name in ("span", "target") and type(value) in _NODES
            found = self.value(old, whole=whole)
            if found is not old:
                new[field.name] = found
        span = new.get("content") or getattr(value, "content", None) or new.get("span") or getattr(value, "span", None)
        if isinstance(span, Span) and "text" in attrs.fields_dict(type(value)):
            if isinstance(value, Quotation):
                text = " ".join([part.of(self.text) for part in new.get("parts", value.parts)])
            else:
                text = span.of(self.text)
            if text != value.text:
                new["text"] = text
        return attrs.evolve(value, **new) if new else value

    def span(self, span: Span, *, whole: bool) -> Span:
        """Return where it stands. What is invisible at its edges belongs to a `whole` block, but not to the words in it."""
        if not self.keys:
            return span
        start, end = span
        wide = whole and (start == 0 or self.read[start - 1].isspace())
        first = start + self.lost[bisect_right(self.keys, 2 * start - wide)]
        wide = whole and (end == len(self.read) or self.read[end].isspace())
        last = end + self.lost[bisect_right(self.keys, 2 * end - (not wide))]
        return Span(first, max(first, last))


def _is(one: object, other: object) -> bool:
    return one is other

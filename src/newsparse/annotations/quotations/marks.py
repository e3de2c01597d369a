"""Finds quotation marks of every tradition, and tells where each may open and where it may close.

A mark is read by its neighbours first (`word "word`: opens; `word" word`: closes) and by its shape second, since one shape
opens in one tradition and closes in another: “ opens in English and closes in German, » opens in Danish and closes in French,
” does both in Swedish.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final


class Family:
    """Marks of one family close one another: “ may be closed by " in hurried copy, but not by »."""

    DOUBLE: Final = 0
    SINGLE: Final = 1
    GUILLEMET: Final = 2
    SMALL_GUILLEMET: Final = 3
    CORNER: Final = 4
    WHITE_CORNER: Final = 5


class Side:
    """What a mark's neighbours, or its shape, say it does."""

    EITHER: Final = 0
    OPENS: Final = 1
    CLOSES: Final = 2


FAMILIES = 6
Mark = tuple[int, int, int, int, int, int]
"""A quotation mark: where it starts and ends (code points), its family, what its neighbours say (`NEAR`), what its form says
(`SHAPE`), and its strength.

The last tells how sure a single mark closes rather than being an apostrophe: 0 after a plural (`the voters'`), 1 after any
other letter, 2 beside punctuation. Other marks have 2. A plain tuple of numbers, which garbage collection leaves alone: a text
made to hurt has 10⁵ of them.
"""
START, END, FAMILY, NEAR, SHAPE, STRENGTH = range(6)


# Both begin with one set of characters, which `re` looks for fast; what else must hold of the character is said behind it.
# Apostrophes inside words are left out at once: they are most of the single marks there are.
_ALWAYS = '“”„‟"«»‹›「」『』‘‚‛\x91-\x94'
_IF_ALONE = r"(?<=')(?:'|(?!\w)|(?<!\w'))|(?<=’)(?:(?!\w)|(?<!\w’))|(?<=`)(?:`|(?<!\w`))|(?<=´)(?:(?!\w)|(?<!\w´))"
_PLAIN = re.compile(rf"[{_ALWAYS}'’`´](?:(?<=[{_ALWAYS}])|{_IF_ALONE})")
_MESSY = re.compile(
    rf"[{_ALWAYS}'’`´,&â](?:(?<=[{_ALWAYS}])|{_IF_ALONE}|(?<=,),(?=\w)"
    r"|(?<=&)(?:quot|[lr]dquo|[lr]squo|bdquo|sbquo|[lr]aquo|apos|#39|#34|#822[0-2]|#821[67]|#171|#187);"
    r"|(?<=â)€(?:[œ\x9c]|\x9d|[˜\x98]|[™\x99]|ž)?)"
)
_MESS = (",,", "&", "â€")
"""One of these stands where marks are more than one character long."""

_SHAPES: dict[str, tuple[int, int]] = {
    **dict.fromkeys(("“", "``", "&ldquo;", "&#8220;", "â€œ", "â€\x9c", "\x93"), (Family.DOUBLE, Side.OPENS)),
    **dict.fromkeys(("„", "‟", ",,", "&bdquo;", "&#8222;", "â€ž"), (Family.DOUBLE, Side.OPENS)),
    **dict.fromkeys(("”", "''", "&rdquo;", "&#8221;", "â€", "â€\x9d", "\x94"), (Family.DOUBLE, Side.CLOSES)),
    **dict.fromkeys(('"', "&quot;", "&#34;"), (Family.DOUBLE, Side.EITHER)),
    **dict.fromkeys(("‘", "‚", "‛", "&lsquo;", "&sbquo;", "&#8216;", "`"), (Family.SINGLE, Side.OPENS)),
    **dict.fromkeys(("â€˜", "â€\x98", "\x91"), (Family.SINGLE, Side.OPENS)),
    **dict.fromkeys(("’", "´", "&rsquo;", "&#8217;", "â€™", "â€\x99", "\x92"), (Family.SINGLE, Side.CLOSES)),
    **dict.fromkeys(("'", "&apos;", "&#39;"), (Family.SINGLE, Side.EITHER)),
    **dict.fromkeys(("«", "&laquo;", "&#171;"), (Family.GUILLEMET, Side.OPENS)),
    **dict.fromkeys(("»", "&raquo;", "&#187;"), (Family.GUILLEMET, Side.CLOSES)),
    "‹": (Family.SMALL_GUILLEMET, Side.OPENS),
    "›": (Family.SMALL_GUILLEMET, Side.CLOSES),
    "「": (Family.CORNER, Side.OPENS),
    "」": (Family.CORNER, Side.CLOSES),
    "『": (Family.WHITE_CORNER, Side.OPENS),
    "』": (Family.WHITE_CORNER, Side.CLOSES),
}  # fmt: skip

_BEFORE_OPENING = frozenset(" \t\r\n\f\v\u00a0\u202f\u2009\u2028\u2029\u3000([{—–―‒-/…")
_AFTER_CLOSING = frozenset(" \t\r\n\f\v\u00a0\u202f\u2009\u2028\u2029\u3000)]}—–―‒-/….,;:!?")
_OPENING_MARKS = frozenset("“„‟«‹「『‘‚‛")
_CLOSING_MARKS = frozenset("”»›」』’")
_BEFORE = _BEFORE_OPENING | _OPENING_MARKS
_BEHIND = _AFTER_CLOSING | _CLOSING_MARKS
_NEAR = {
    (True, True): Side.EITHER,
    (False, False): Side.EITHER,
    (True, False): Side.OPENS,
    (False, True): Side.CLOSES,
}
"""What the neighbours say, by whether what stands before lets a mark open and what stands behind lets it close."""
_WORD = re.compile(r"[^\W\d_]{1,8}(?!\w)")
_NARROW = frozenset("\u00a0\u202f\u2009")
_ATTRIBUTE = re.compile(r"""(?<=\w=)["'“”„«»「‘’][^"'“”„«»「」‘’<>\n]{0,300}["'“”«»」’](?=[ \t/>])""")
"""The value of markup that a scraper left: `<tweet id="12" author="@lee">`."""
_APOSTROPHES = frozenset("'’´") | {"&rsquo;", "&#8217;", "&apos;", "&#39;", "â€™", "â€\x99", "\x92"}


def is_messy(text: str) -> bool:
    """Whether marks may be more than one character long."""
    return any(mess in text for mess in _MESS)


def find_marks(text: str, start: int, end: int, elided: Collection[str] = (), *, messy: bool = True) -> Iterator[Mark]:
    """Yield the marks between `start` and `end`, feet, minutes, years, plain apostrophes and values of markup left out.

    `elided` are words whose first letters an apostrophe stands for: `scared of 'em`. `messy`: marks of more than one
    character stand in the text.
    """
    opened_last = valued = -1
    messy = messy and any(text.find(mess, start, end) >= 0 for mess in _MESS)
    pattern = _MESSY if messy else _PLAIN
    for match in pattern.finditer(text, start, end):
        at, after = match.span()
        if at < valued:
            continue
        shown = match[0]
        family, shape = _SHAPES[shown]
        before_char = text[at - 1] if at > start else " "
        after_char = text[after] if after < end else " "
        if before_char == "=" and (value := _ATTRIBUTE.match(text, at, end)):
            valued = value.end()
            continue
        near = _NEAR[before_char in _BEFORE or opened_last == at, after_char in _BEHIND]
        if family == Family.GUILLEMET and (after_char in _NARROW) is not (before_char in _NARROW):
            # NBSP beside a guillemet is its own inner space, as in `« Oui »`.
            near = Side.OPENS if after_char in _NARROW else Side.CLOSES
        if family == Family.SINGLE:
            strength = _single_strength(text, at, before_char, after_char)
            if _is_apostrophe(shown, near, before_char, after_char):
                continue
            if elided and near == Side.OPENS and (word := _WORD.match(text, after)) and word[0].lower() in elided:
                continue
            if before_char.isdigit() and near == Side.CLOSES and after_char in " ,." and shape != Side.OPENS:
                strength = 0
        else:
            strength = 0 if shown == '"' and before_char.isdigit() and near != Side.OPENS else 2
        if near == Side.OPENS or (near == Side.EITHER and shape == Side.OPENS):
            opened_last = after
        yield at, after, family, near, shape, strength


def _single_strength(text: str, at: int, before: str, after: str) -> int:
    if not before.isalpha() or after in ".,;:!?)—":
        return 2
    return 0 if text[at - 1] in "sxzS" and after in _AFTER_CLOSING else 1


def _is_apostrophe(shown: str, near: int, before: str, after: str) -> bool:
    """`'90s`, `â€™` in a word: an apostrophe that opens or joins. Whether one that ends a word is, what is open settles."""
    if shown not in _APOSTROPHES:
        # Copy typed in haste has `Lee‘s`.
        return shown in "‘`" and before.isalpha() and after == "s"
    if near == Side.OPENS:
        return after.isdigit() or shown not in ("'", "&apos;", "&#39;")
    return before.isalnum() and after.isalnum()

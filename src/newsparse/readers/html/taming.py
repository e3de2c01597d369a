"""Pages made to hurt: tags beyond a depth that no page needs are left out before the tree is built.

The tree of HTML5 takes quadratic time for very deep nesting, for an element with very many attributes, for formatting
elements that are opened and never closed, and for a choice of very many options, by the letter of its standard. No text is
lost: only tags go.
"""

from __future__ import annotations

import re
from collections import Counter

MANY_TAGS = 12_000
"""Pages with fewer angle brackets than this cannot be deep enough to hurt."""
DEEPEST = 1_000
_DENSE = 1_500
"""Tags in half of `_LONG_TAG` beyond which it may be elements in elements and nothing else."""
_OPENED = 500
"""Tags that start and do not end within an eighth of that."""
_MOST_OPEN = 60
_FEW_TAGS = 400
_MOST_OPTIONS = 1_000
_LONG_TAG = 64_000
_MOST_ATTRIBUTES = 1_000

_FORMATTING = frozenset(b"a b big code em font i nobr s small strike strong tt u".split())
# Elements that hold nothing, or that their own next namesake ends: they make nothing deeper.
_NAMES = b"""
    area base br col embed hr img input link meta param source track wbr
    p li dd dt option optgroup tr td th thead tbody tfoot caption colgroup rb rt rp html head body
"""
_SHALLOW = frozenset(_NAMES.split())
_RAW = frozenset(b"script style textarea title xmp iframe noembed noframes".split())
# Start and end tags of formatting elements, and the start of options. The first two letters rule out most other tags.
_MET = (*_FORMATTING - {b"a"}, b"option", *(name.upper() for name in _FORMATTING - {b"a"}), b"OPTION")
_FIRST, _SECOND = (b"".join(sorted({name[at : at + 1] for name in _MET})) for at in (0, 1))
_NOTED = re.compile(rb"<(/?[%b](?:[\s>]|[%b][a-zA-Z]{0,4}[\s>]?))" % (_FIRST, _SECOND))
_NAME = re.compile(rb"/?[a-zA-Z][^\s/>]{0,100}")
# To the end of a tag, or to the next of its values: a mark quotes only after an equals sign, as in `<p class="a"" id=b>`.
# One value a step: a pattern that repeats remembers each of its rounds, and a tag can be as long as the page.
_PART = re.compile(rb"""[^>=]*(?:(>)|=\s*(?:"[^"]*"|'[^']*')?)""")
_ATTRIBUTE = re.compile(rb"""[^\s=/>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']*))?""")


def tame(html: bytes) -> bytes:
    """Return `html`, in UTF-8, or where it would take too long to read as a tree, the same without its deepest tags."""
    return _without_excess(html) if _is_suspicious(html) else html


def _is_suspicious(html: bytes) -> bool:
    step = _LONG_TAG // 2
    brackets = [html.count(b"<", at, at + step) for at in range(0, len(html), step)]
    tags = sum(brackets)
    if tags > MANY_TAGS:
        return True
    if tags > _FEW_TAGS:
        unclosed, options = _unclosed(html)
        if unclosed > _MOST_OPEN or options > _MOST_OPTIONS:
            return True
    if any(many > _DENSE and _goes_down(html, at * step, at * step + step) for at, many in enumerate(brackets)):
        return True
    return any(_in_long_tag(html, at * step, at * step + step, few) for at, few in enumerate(brackets[:-1]))


def _goes_down(html: bytes, start: int, end: int) -> bool:
    """Whether tags start in this stretch of the page, one upon the other, and hardly end: `<div><div><div>`."""
    step = _LONG_TAG // 16
    return any(
        html.count(b"<", at, at + step) - 2 * html.count(b"</", at, at + step) > _OPENED
        for at in range(start, min(end, len(html)), step)
    )


def _unclosed(html: bytes) -> tuple[int, int]:
    """How many more formatting elements (but for links) start than end, and how many options there are."""
    unclosed = options = 0
    for tag, count in Counter(_NOTED.findall(html)).items():
        if tag[:6] in (b"option", b"OPTION"):
            options += count
        elif not tag[-1:].isalpha():
            name = tag[:-1].lower()
            if name in _FORMATTING:
                unclosed += count
            elif name[:1] == b"/" and name[1:] in _FORMATTING:
                unclosed -= count
    return unclosed, options


def _in_long_tag(html: bytes, start: int, end: int, brackets: int) -> bool:
    """Whether this stretch of the page, with so many `<`, may lie within one tag.

    Scripts have long stretches without a bracket, too, but after that of `<script>`; and many `=>` without a `<`. A tag
    has them as values: `<p a=">" b=">" …`.
    """
    if html.find(b">", start, end) < 0:
        near = max(0, 2 * start - end)
        return html.rfind(b"<", near, start) > html.rfind(b">", near, start) or brackets > 0
    if brackets > 9:
        return False
    ends = html.count(b">", start, end)
    return ends > 200 and ends - html.count(b"=>", start, end) > 200


class _Depth:
    """What is open, by name, while the tags go by; namesakes of tags that were left out are left out too."""

    def __init__(self) -> None:
        self.open: Counter[bytes] = Counter()
        self.dropped: Counter[bytes] = Counter()
        self.depth = self.formatting = self.options = 0

    def keeps(self, name: bytes) -> bool:
        """Whether the tag `name`, or `/name`, is to be kept."""
        if name[:1] == b"/":
            return self._closes(name[1:])
        if name in _SHALLOW:
            self.options += name == b"option"
            return name != b"option" or self.options <= _MOST_OPTIONS
        formatting = name in _FORMATTING
        if self.depth >= DEEPEST or (formatting and name != b"a" and self.formatting >= _MOST_OPEN):
            self.dropped[name] += 1
            return False
        self.open[name] += 1
        self.depth += 1
        self.formatting += formatting
        return True

    def _closes(self, name: bytes) -> bool:
        if self.dropped[name]:
            self.dropped[name] -= 1
            return False
        if self.open[name]:
            self.open[name] -= 1
            self.depth -= 1
            self.formatting -= name in _FORMATTING
            return True
        return True  # an end tag of nothing: the tree builder knows what to make of it


def _without_excess(html: bytes) -> bytes:
    kept: list[bytes] = []
    state = _Depth()
    written = at = failures = 0
    while (at := html.find(b"<", at)) >= 0:
        if html.startswith(b"<!--", at):
            at = html.find(b"-->", at + 4)
            if at < 0:
                break
            continue
        name = _NAME.match(html, at + 1)
        if name is None:
            at += 1
            continue
        end = _end_of_tag(html, name.end()) if failures < 50 else 0
        if not end:
            failures += 1
            end = html.find(b">", name.end()) + 1
        if end == 0:
            break
        tag = name.group().lower()
        if not state.keeps(tag):
            kept.append(html[written:at])
            if tag.lstrip(b"/") not in _FORMATTING:
                kept.append(b" ")  # the words on its two sides do not run together
            written = end
        elif end - at > _LONG_TAG and (fewer := _fewer_attributes(html[name.end() : end])):
            kept.append(html[written : name.end()])
            kept.append(fewer)
            written = end
        if tag in _RAW:
            close = re.compile(b"</" + tag, re.IGNORECASE).search(html, end)
            if close is None:
                break
            end = close.start()
        at = end
    kept.append(html[written:])
    return b"".join(kept)


def _end_of_tag(html: bytes, at: int) -> int:
    """Where the tag whose name ends at `at` ends; 0 if it does not."""
    while (part := _PART.match(html, at)) is not None:
        at = part.end()
        if part[1]:
            return at
    return 0


def _fewer_attributes(text: bytes) -> bytes:
    """The first attributes of a tag, or nothing if it has no more than a page could need."""
    found: list[bytes] = []
    for match in _ATTRIBUTE.finditer(text):
        if len(found) == _MOST_ATTRIBUTES:
            return b" %b>" % b" ".join(found)
        found.append(match.group())
    return b""

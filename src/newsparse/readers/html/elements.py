"""Which HTML elements stand on lines of their own, which run in the text, and which are never seen."""

from __future__ import annotations

# Removed before walking: all elements of a name go, so that the places of the others do not change.
UNSEEN = (
    "script", "style", "svg", "noscript", "template", "iframe", "math", "object", "canvas", "audio", "video", "head",
    "select", "datalist", "textarea", "map",
)  # fmt: skip

# Elements that begin and end a line. A table's cells are lines too.
_BLOCK = """
    html body address article aside blockquote button center details dialog dd dir div dl dt fieldset figcaption figure
    footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p plaintext
    pre search section summary table caption colgroup tbody thead tfoot tr td th ul xmp
"""
BLOCK = frozenset(_BLOCK.split())

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())  # noqa: SIM905 - names read best in a row
BOLD = frozenset("b strong h1 h2 h3 h4 h5 h6 th".split())  # noqa: SIM905 - names read best in a row
# What `tag` in the hints may say; any other block element is told as `div`.
TELLING = frozenset(
    "p h1 h2 h3 h4 h5 h6 li blockquote figcaption td th dt dd pre address summary legend caption".split()  # noqa: SIM905 - names read best in a row
)
PREFORMATTED = frozenset(("pre", "xmp", "listing", "plaintext"))
# Elements that hold nothing, and say nothing of the text around them.
VOID = frozenset("area base col embed img input link meta param source track wbr".split())  # noqa: SIM905 - names read best in a row
# Hidden, these are words within a line; any other element that is hidden is a part of the page.
RUNNING = frozenset("a abbr b bdi cite em font i label mark q s small span strong sub sup time u".split())  # noqa: SIM905 - names read best in a row

"""Hypothesis strategies for messy articles: every defect of scraped text, in any mixture.

Use `articles()` for whatever may reach a parser, `drafts()` where a test must know what it put in.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

import attrs
from hypothesis import strategies as st

from newsparse.testing.defects import DEFECTS

MARKS = {
    "curly": ("“", "”"),
    "straight": ('"', '"'),
    "guillemets": ("«", "»"),
    "guillemets with blanks": ("« ", " »"),
    "german": ("„", "“"),
    "german guillemets": ("»", "«"),
    "tex": ("``", "''"),
    "cjk": ("「", "」"),
}
"""Quotation marks by tradition."""

LINE_ENDS = ("\n", "\r\n", "\r", "\u2028")


@cache
def vocabulary() -> dict[str, Any]:
    """Return the words that articles are built of."""
    return tomllib.loads((files("newsparse.testing") / "vocabulary.toml").read_text("utf-8"))


@attrs.frozen(kw_only=True)
class Draft:
    """An article to be: its own lines, and the furniture before and after it. Quotation marks stand as ⟦ and ⟧."""

    front: tuple[str, ...]
    lines: tuple[str, ...]
    back: tuple[str, ...]
    gap: str

    def text(self, *, marks: str = "curly", furniture: bool = True) -> str:
        """Return the article, typeset with `marks`, with its furniture or without."""
        opening, closing = MARKS[marks]
        lines = (*self.front, *self.lines, *self.back) if furniture else self.lines
        return self.gap.join(lines).replace("⟦", opening).replace("⟧", closing)


def _word(key: str) -> st.SearchStrategy[str]:
    return st.sampled_from(vocabulary()[key])


@st.composite
def names(draw: st.DrawFn) -> str:
    """A person as an article names them: in full, with honorific, or by surname."""
    title, first, last = draw(st.sampled_from(vocabulary()["people"]))
    forms = [f"{title} {first} {last}".strip(), f"{first} {last}", f"{last}", f"{title}{first} {last}"]
    return draw(st.sampled_from(forms))


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence of news prose: a fact, a quotation in one of its shapes, a scare quote, reported speech."""
    who = draw(st.one_of(names(), _word("roles"), st.sampled_from(["he", "she", "they"])))
    verb, claim, fact, when = (draw(_word(key)) for key in ("verbs", "claims", "facts", "times"))
    shapes = st.sampled_from(
        [
            f"{fact} {when}.",
            f"{fact}.",
            f"⟦{claim},⟧ {who} {verb} {when}.",
            f"⟦{claim},⟧ {verb} {who}, ⟦and we know it.⟧",
            f"{who[0].upper()}{who[1:]} {verb}: ⟦{claim}.⟧",
            f"{who[0].upper()}{who[1:]} called it ⟦{draw(_word('terms'))}⟧ {when}.",
            f"According to {who}, {fact[0].lower()}{fact[1:]}.",
            f"{who[0].upper()}{who[1:]} said that {fact[0].lower()}{fact[1:]} {when}.",
        ]
    )
    return draw(shapes)


def paragraphs(most: int = 3) -> st.SearchStrategy[str]:
    """A paragraph of up to `most` sentences."""
    return st.lists(sentences(), min_size=1, max_size=most).map(" ".join)


@st.composite
def interviews(draw: st.DrawFn) -> list[str]:
    """The lines of a question-and-answer block, in one style of labels."""
    asks, answers = draw(st.sampled_from(vocabulary()["labels"]))
    lines: list[str] = []
    for _ in range(draw(st.integers(2, 4))):
        lines += [f"{asks} {draw(_word('questions'))}", f"{answers} {draw(_word('answers'))}"]
        lines += draw(st.lists(_word("answers"), max_size=1))
    return lines


@st.composite
def sections(draw: st.DrawFn) -> list[str]:
    """A heading with what stands under it: paragraphs, a list, or an interview."""
    body = draw(
        st.one_of(
            st.lists(paragraphs(), min_size=1, max_size=3),
            st.lists(sentences().map(lambda one: f"• {one}"), min_size=2, max_size=3),
            interviews(),
        )
    )
    return [draw(_word("headings")), *body]


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """A clean article, with furniture around it."""
    headline = draw(_word("headlines"))
    lead = draw(paragraphs())
    front = [headline, *draw(st.lists(_word("bylines"), max_size=1))]
    parts = draw(st.lists(sections(), max_size=3))
    if draw(st.booleans()) and parts:
        front += ["Table of Contents", *(f"- {at}. {part[0]}" for at, part in enumerate(parts, 1))]
    if draw(st.booleans()):
        lead = draw(_word("datelines")) + lead
    lines = [*front, lead, *(line for part in parts for line in part)]
    furniture = st.lists(_word("furniture"), max_size=4)
    teasers = [
        line for teaser in draw(st.lists(st.sampled_from(vocabulary()["teasers"]), max_size=2)) for line in teaser
    ]
    gap = draw(st.sampled_from(["\n", "\n\n"]))
    return Draft(front=tuple(draw(furniture)), lines=tuple(lines), back=(*draw(furniture), *teasers), gap=gap)


@st.composite
def articles(draw: st.DrawFn) -> str:
    """A messy article: any draft, any marks, any line ends, and any mixture of defects."""
    text = draw(drafts()).text(marks=draw(st.sampled_from(sorted(MARKS))), furniture=draw(st.booleans()))
    lines = text.split("\n")
    for line in draw(st.lists(_word("templates"), max_size=2)):
        lines.insert(draw(st.integers(0, len(lines))), line)
    text = "\n".join(lines)
    chosen: list[Callable[[str, int], str]] = draw(st.lists(st.sampled_from(DEFECTS), max_size=4, unique=True))
    for defect in chosen:
        text = defect(text, draw(st.integers(0, 2**16)))
    return text.replace("\n", draw(st.sampled_from(LINE_ENDS)))

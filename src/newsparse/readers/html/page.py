"""A page, parsed once, to text with lines and to metadata."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, islice, repeat

from selectolax.lexbor import LexborHTMLParser

from newsparse.model import Diagnostic
from newsparse.readers.html.boxes import without_boxes
from newsparse.readers.html.clues import clues_of, unseen_body
from newsparse.readers.html.companions import with_companions
from newsparse.readers.html.deciding import Verdict, decide
from newsparse.readers.html.elements import TELLING
from newsparse.readers.html.encoding import page_of
from newsparse.readers.html.judging import Judgement, judge, only_furniture
from newsparse.readers.html.metadata import read_metadata
from newsparse.readers.html.standing import standing_of
from newsparse.readers.html.taming import tame
from newsparse.readers.html.walking import Passages, passages_of
from newsparse.readers.source import Hints, Line, Source

_NEW = tuple.__new__  # makes a named tuple in half the time


def read_html(content: str | bytes, *, url: str | None = None) -> Source:
    """Return the page's visible text, one block a line; each line says where in the page it stands and what it is there."""
    html, data = page_of(content)
    tamed = tame(data)
    tree = LexborHTMLParser(tamed)
    metadata = read_metadata(tree, html, url)
    clues = clues_of(tree, html)
    standing = standing_of(tree, metadata, url)
    passages = passages_of(tree)
    verdicts = with_companions(passages, without_boxes(passages, decide(passages, clues)), clues, tree)
    unseen, script = unseen_body(passages, verdicts, clues, tamed)
    judgement = judge(passages, verdicts, [text for _, text in unseen], clues, standing)
    if judgement in (Judgement.TEASERS, Judgement.THING):
        verdicts = only_furniture(passages, verdicts, judgement)
    texts = [*passages.texts, *(text for _, text in unseen)]
    hints = _hints(passages, verdicts)
    hints += [
        Hints(tag=tag, path=f"(//script)[{script}]", region="content", depth=int(tag == "li")) for tag, _ in unseen
    ]
    return Source(
        text="\n".join(texts),
        media_type="text/html",
        lines=_lines(texts, hints),
        metadata=metadata,
        diagnostics=tuple(
            _oddities(
                excessive=len(tamed) < len(data),
                found_in_script=bool(unseen),
                article=judgement is Judgement.ARTICLE,
            )
        ),
    )


def _oddities(*, excessive: bool, found_in_script: bool, article: bool) -> Iterator[Diagnostic]:
    if excessive:
        yield Diagnostic(
            code="page.excessive-markup",
            message="The page nests its elements too deeply, or has too many attributes; some tags were left out, no text.",
        )
    if found_in_script:
        yield Diagnostic(
            code="page.body-in-script",
            message="The page shows little or nothing of the article; its text was read from a script of the page.",
            severity="info",
        )
    if not article:
        yield Diagnostic(
            code="page.no-article",
            message="The page seems to hold no article: it may be a section front, a video page or an error page.",
        )


def _hints(passages: Passages, verdicts: Sequence[Verdict]) -> list[Hints]:
    page = passages.elements
    paths, places = page.paths(), page.places
    found: list[Hints] = []
    for text, at, links, bold, (region, kind, role) in zip(
        passages.texts, passages.blocks, passages.links, passages.bold, verdicts, strict=True
    ):
        place, size = places[at], len(text)
        tag = place.tag
        found.append(
            _NEW(Hints, (
                tag if tag in TELLING else "div", paths[at], region, kind, role, bold / size if bold < size else 1.0,
                links / size if links < size else 1.0, place.lists, place.ordered, place.quoted,
            ))
        )  # fmt: skip
    return found


def _lines(texts: Sequence[str], hints: Sequence[Hints]) -> tuple[Line, ...]:
    """One line each."""
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    ends = (start - 1 for start in islice(starts, 1, None))
    return tuple(map(_NEW, repeat(Line), zip(starts, ends, repeat(0), repeat(0), hints, strict=False)))
